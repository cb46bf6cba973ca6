"""How much one file may hold.

A small file can unpack to a large one, and a spreadsheet can place a cell a million lines down;
everything here is checked before memory is spent on it.
"""

from __future__ import annotations

from worksheets.plan.integrity import MAX_ROWS
from worksheets.plan.plan_file import MAX_BYTES

__all__ = ["MAX_BYTES", "MAX_ROWS"]

# Lines and columns of one table, blank ones included.
MAX_LINES = 20_000
MAX_COLUMNS = 256
MAX_TABS = 200
# Characters of one cell. A list of references may be longer than any text.
MAX_CELL = 1_000_000
# Parts of an XLSX file, unpacked: all together, and any part but tables and texts.
MAX_UNPACKED = 64 * 1024 * 1024
MAX_PART = 4 * 1024 * 1024
MAX_PARTS = 2_000
