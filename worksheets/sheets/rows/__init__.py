"""One module per worksheet, each with its `SHEET`. A new module here is found by itself."""
