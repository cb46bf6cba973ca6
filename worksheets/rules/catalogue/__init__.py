"""The rules, one module per chapter. A new module here is found by itself."""
