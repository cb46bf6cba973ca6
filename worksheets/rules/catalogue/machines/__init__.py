"""Machines and levels."""
