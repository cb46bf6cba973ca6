"""What the assistant took for granted, kept in the rationale of the rows themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from worksheets.plan.plan import Plan

MARK = "Assumed by the quick start; confirm."


class Assumption(NamedTuple):
    """A row (worksheet and key) that rests on an assumption, and which."""

    sheet: str
    key: str
    text: str


def assumed(text: str) -> str:
    """The rationale of a row that rests on an assumption."""
    return f"{MARK} {text}"


def assumptions(plan: Plan) -> Iterator[Assumption]:
    """What is still assumed. A row counts as confirmed once its rationale says otherwise."""
    for row in plan:
        if row.rationale.startswith(MARK):
            yield Assumption(row.slug, row.key, row.rationale.removeprefix(MARK).strip())
