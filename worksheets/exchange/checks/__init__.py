"""Findings of plan files for people, scripts, code scanners and test reports. Bytes out."""
