"""All worksheets in planning order."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from worksheets.sheets import rows
from worksheets.sheets.sheet import Sheet


@cache
def sheets() -> dict[str, Sheet]:
    """The worksheets by slug, in the order of planning."""
    found = []
    for module in pkgutil.iter_modules(rows.__path__):
        declared: Sheet = importlib.import_module(f"{rows.__name__}.{module.name}").SHEET
        found.append(declared)
    found.sort(key=lambda sheet: (sheet.group.rank, sheet.order, sheet.slug))
    return {sheet.slug: sheet for sheet in found}
