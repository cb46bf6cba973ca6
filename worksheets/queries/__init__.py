"""Reads that are more than one line."""
