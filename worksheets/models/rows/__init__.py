"""One table per worksheet. A new module here is found by itself."""

from __future__ import annotations

import importlib
import pkgutil

from worksheets.models.base import WorksheetRow

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")

TABLES: dict[str, type[WorksheetRow]] = {
    table.__name__: table for table in WorksheetRow.__subclasses__()
}
