"""The interface for scripts: the services and queries of the pages, as JSON over HTTP."""
