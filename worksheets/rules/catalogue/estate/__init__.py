"""Across clusters."""
