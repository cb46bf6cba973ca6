"""What differs between two plans: rows added, changed and removed, and the order of rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS


class RowChange(NamedTuple):
    """One row before and after; None where it did not exist. `above`: key of the row that stands
    above it in the plan that has it (the later one for a changed row), "" for the first.
    """

    before: Row | None
    after: Row | None
    above: str

    @property
    def row(self) -> Row:
        """The row as it is, or was last."""
        found = self.after or self.before
        assert found is not None
        return found


class Reordering(NamedTuple):
    """Keys of one worksheet before and after, where rows did not merely come last or go."""

    slug: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """All that a write has to do; false when there is nothing."""

    rows: tuple[RowChange, ...]
    order: tuple[Reordering, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.order)

    @property
    def added(self) -> list[Row]:
        return [c.after for c in self.rows if c.before is None and c.after is not None]

    @property
    def removed(self) -> list[Row]:
        return [c.before for c in self.rows if c.after is None and c.before is not None]

    @property
    def changed(self) -> list[tuple[Row, Row]]:
        return [(c.before, c.after) for c in self.rows if c.before and c.after]


def difference(before: Plan, after: Plan) -> Difference:
    """What turns `before` into `after`, by worksheet, in the order of the sheets."""
    rows: list[RowChange] = []
    order = []
    for kind in KINDS.values():
        if before.shares(after, kind):
            continue
        found = list(_row_changes(kind, before, after))
        rows += found
        was, now = (
            tuple(row.key for row in table) for table in (before.rows(kind), after.rows(kind))
        )
        if was != now and now != _without_moves(was, now):
            order.append(Reordering(kind.slug, was, now))
    return Difference(tuple(rows), tuple(order))


def _row_changes(kind: type[Row], before: Plan, after: Plan) -> Iterator[RowChange]:
    above = ""
    for row in after.rows(kind):
        old = before.get(kind, row.key)
        if old is not row and old != row:
            yield RowChange(old, row, above)
        above = row.key
    above = ""
    for row in before.rows(kind):
        if after.get(kind, row.key) is None:
            yield RowChange(row, None, above)
        above = row.key


def _without_moves(was: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """The order that the keys of `now` have when what stays keeps its place and new ones follow."""
    staying, known = set(now), set(was)
    kept = tuple(key for key in was if key in staying)
    return kept + tuple(key for key in now if key not in known)
