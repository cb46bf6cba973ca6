"""The OpenAPI description of the interface, and the page made from it."""
