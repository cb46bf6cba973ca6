"""The site: how it runs, who uses it and what it remembers."""
