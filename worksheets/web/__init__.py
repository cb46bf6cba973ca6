"""Pages and htmx fragments; thin, over queries and services."""
