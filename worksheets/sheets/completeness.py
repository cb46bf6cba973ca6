"""What a worksheet still lacks for this kind of cluster."""

from __future__ import annotations

from dataclasses import dataclass

from worksheets.plan.plan import Plan
from worksheets.sheets.needs import never
from worksheets.sheets.sheet import Sheet


@dataclass(frozen=True)
class Completeness:
    """`asked`: how many cells have to be filled in. `empty`: those that are not, as (row key,
    column), in sheet order; ("", "") stands for a first row that is missing.
    """

    asked: int
    empty: tuple[tuple[str, str], ...]

    @property
    def filled(self) -> int:
        """How many of the cells asked for are filled in."""
        return self.asked - len(self.empty)


def completeness(plan: Plan, sheet: Sheet) -> Completeness:
    """How much of a worksheet is filled in, counting only what is needed.

    A required column is never empty in a stored row.
    """
    rows = plan.rows(sheet.row)
    if not rows:
        missing = sheet.needed(plan, None)
        return Completeness(int(missing), (("", ""),) if missing else ())
    asked = len(rows) * sum(field.required for field in sheet.fields.values())
    empty = []
    columns = [column for column in sheet.columns if column.needed is not never]
    for row in rows:
        for column in columns:
            if column.needed(plan, row):
                asked += 1
                if getattr(row, column.name) in (None, "", ()):
                    empty.append((row.key, column.name))
    return Completeness(asked, tuple(empty))
