"""Needs and people."""
