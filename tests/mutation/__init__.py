"""Mutation testing of the rules: does a test fail when a rule is changed?"""
