"""What an import would do to a plan, row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from worksheets.exchange.mistakes import Mistake
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.sheets.cells import text_of
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet


class Fate(StrEnum):
    """What happens to a row."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    UNCHANGED = "unchanged"


class CellChange(NamedTuple):
    """A cell whose value changes, as people read it before and after."""

    column: str
    old: str
    new: str


class RowChange(NamedTuple):
    """A row of the plan before or after.

    `title`: what it is called, afterwards when it stays. `line`: where the file has it, 0 when it
    has not. `cells`: those that change; of a new or removed row those that are filled in.
    """

    slug: str
    key: str
    title: str
    fate: Fate
    cells: tuple[CellChange, ...]
    line: int = 0


@dataclass(frozen=True)
class Proposal:
    """`plan` is the plan as it would be, None while there are mistakes.

    `rows` are all rows of the worksheets in planning order, removed ones last on each. `reordered`
    are the worksheets whose rows come in another order, by slug. `mistakes` are all there are.
    """

    plan: Plan | None
    rows: tuple[RowChange, ...]
    mistakes: tuple[Mistake, ...]
    reordered: tuple[str, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many rows meet this fate."""
        return sum(row.fate is fate for row in self.rows)

    @property
    def changes(self) -> bool:
        """Whether anything would be different afterwards."""
        return bool(self.reordered) or any(row.fate is not Fate.UNCHANGED for row in self.rows)


Lines = Mapping[tuple[str, str], int]


def proposal(
    before: Plan, after: Plan, mistakes: tuple[Mistake, ...] = (), lines: Lines | None = None
) -> Proposal:
    """What leads from one plan to another. `lines`: where the file has a row, by slug and key."""
    rows = []
    reordered = []
    for sheet in sheets().values():
        rows += _rows(before, after, sheet, lines or {})
        old, new = ([row.key for row in plan.rows(sheet.row)] for plan in (before, after))
        if [key for key in old if key in set(new)] != [key for key in new if key in set(old)]:
            reordered.append(sheet.slug)
    return Proposal(None if mistakes else after, tuple(rows), mistakes, tuple(reordered))


def _rows(before: Plan, after: Plan, sheet: Sheet, lines: Lines) -> Iterator[RowChange]:
    for row in after.rows(sheet.row):
        stored = before.get(sheet.row, row.key)
        cells = _cells(before, after, sheet, stored, row)
        fate = Fate.ADDED if stored is None else Fate.CHANGED if cells else Fate.UNCHANGED
        title = after.title(sheet.row, row.key)
        line = lines.get((sheet.slug, row.key), 0)
        yield RowChange(sheet.slug, row.key, title, fate, cells, line)
    for row in before.rows(sheet.row):
        if after.get(sheet.row, row.key) is None:
            title = before.title(sheet.row, row.key)
            cells = _cells(before, after, sheet, row, None)
            yield RowChange(sheet.slug, row.key, title, Fate.REMOVED, cells)


def _cells(
    before: Plan, after: Plan, sheet: Sheet, old: Row | None, new: Row | None
) -> tuple[CellChange, ...]:
    changes = []
    for column in sheet.all_columns:
        name, field = column.name, sheet.fields[column.name]
        if old is not None and new is not None and getattr(old, name) == getattr(new, name):
            continue
        was = text_of(before, field, getattr(old, name)) if old else ""
        now = text_of(after, field, getattr(new, name)) if new else ""
        if was or now:
            changes.append(CellChange(name, was, now))
    return tuple(changes)
