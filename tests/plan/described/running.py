"""Events and running."""

from __future__ import annotations

from worksheets.plan.rows.administrator import Administrator

ROWS = (
    Administrator(key="anna", name="Anna Berg"),
    Administrator(key="omar", name="Omar Khan"),
)
CLMGR = ""
