"""One module per worksheet. A new module here is found by itself."""

from __future__ import annotations

import importlib
import pkgutil

from worksheets.plan.row import Row

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")

KINDS: dict[str, type[Row]] = {
    kind.slug: kind for kind in sorted(Row.__subclasses__(), key=lambda kind: kind.slug)
}
