"""What a rule reports."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from functools import lru_cache

import msgspec

from worksheets.plan.row import Row


class Severity(StrEnum):
    """How grave a finding is, gravest first."""

    BLOCKER = "blocker"
    WARNING = "warning"
    ADVICE = "advice"

    rank: int

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """A cell, a row (no column) or a whole worksheet (no key either)."""

    sheet: str
    key: str = ""
    column: str = ""


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that a rule says about a plan.

    `title` is one sentence with the names of the rows. `detail` says what follows from it,
    `fix` what to do. `places` are the cells to look at, the first one to jump to. `chain` shows
    how a failure spreads: stages from the part that breaks to the resource groups, each a
    tuple of names. `about` tells apart findings of one rule at one place.
    """

    rule: str
    severity: Severity
    title: str
    places: tuple[Place, ...]
    detail: str = ""
    fix: str = ""
    chain: tuple[tuple[str, ...], ...] = ()
    about: str = ""

    @property
    def identity(self) -> str:
        """Stays the same while the same rule complains about the same place (32 hex digits).

        Words and numbers in the title do not enter, so a value that grows worse does not make
        one finding "fixed" and another "new".
        """
        place = self.places[0]
        return _identity(self.rule, place.sheet, place.key, place.column, self.about)

    @property
    def order(self) -> tuple[object, ...]:
        """Sort key: gravest first, then by rule and words; independent of the order of rows."""
        return (self.severity.rank, self.rule, self.title, self.identity)


@lru_cache(maxsize=65_536)
def _identity(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def cell(row: Row, column: str = "") -> Place:
    """The place of a row's cell, or of the row."""
    return Place(row.slug, row.key, column)


def sheet(kind: type[Row], column: str = "") -> Place:
    """The place of a worksheet, for what is missing from it."""
    return Place(kind.slug, "", column)
