"""Who refers to whom."""

from __future__ import annotations

from functools import cache

from worksheets.plan.fields import fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS


def users_of(plan: Plan, row: Row) -> list[tuple[str, str]]:
    """(worksheet, key) of the other rows that refer to a row."""
    users = []
    for kind in KINDS.values():
        names = [field.name for field in fields_of(kind).values() if field.target == row.slug]
        for other in plan.rows(kind) if names else ():
            values = [getattr(other, name) for name in names]
            if any(row.key in v if isinstance(v, tuple) else row.key == v for v in values):
                users.append((kind.slug, other.key))
    return [user for user in users if user != (row.slug, row.key)]


@cache
def kinds_by_reference() -> tuple[type[Row], ...]:
    """Kinds in an order in which every kind comes after those it refers to.

    A kind may refer to itself. Raises ValueError when worksheets refer to each other in a circle.
    """
    ordered: list[type[Row]] = []

    def visit(kind: type[Row], above: tuple[str, ...]) -> None:
        if kind in ordered:
            return
        if kind.slug in above:
            raise ValueError(f"worksheets refer to each other in a circle: {above}")
        for field in fields_of(kind).values():
            if field.target and field.target != kind.slug:
                visit(KINDS[field.target], (*above, kind.slug))
        ordered.append(kind)

    for kind in KINDS.values():
        visit(kind, ())
    return tuple(ordered)
