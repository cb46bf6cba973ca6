"""The chapters of a generated plan, each drawn from a recipe; `tests.generator` joins them."""
