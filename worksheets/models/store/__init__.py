"""Between tables and plan: the one place that reads plan rows and writes them back."""
