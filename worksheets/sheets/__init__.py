"""One declaration per worksheet, shared by grid, forms, API, CSV, comparison and print."""
