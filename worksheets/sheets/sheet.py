"""The declaration of a worksheet and of its columns.

The plan row says what a cell holds; the sheet says how people meet it: order, words, help,
example, source.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from worksheets.plan.fields import Field, fields_of
from worksheets.plan.row import Row
from worksheets.sheets.needs import Need, never


class Group(Enum):
    """Chapters of the worksheets, in planning order."""

    NEEDS = "Needs"
    HARDWARE = "Hardware"
    NETWORK = "Network"
    STORAGE = "Storage"
    APPLICATIONS = "Applications"
    BEHAVIOUR = "Behaviour"
    EVENTS = "Events"
    RUNNING = "Running it"

    @property
    def rank(self) -> int:
        return list(Group).index(self)


@dataclass(frozen=True)
class Column:
    """One column.

    `hint` stands small under the label, `unit` behind numbers. `help` says what to enter and
    why, `example` shows a value. `sources`: checklist lines or guide sections. `powerha`: the
    attribute of clmgr or the name PowerHA uses, where there is one. `needed`: when the cell has
    to be filled in. `width`: of the cell, in characters.
    """

    name: str
    label: str
    help: str
    hint: str = ""
    unit: str = ""
    example: str = ""
    sources: tuple[str, ...] = ()
    powerha: str = ""
    needed: Need = never
    width: int = 14


NOTES = Column(
    "notes",
    "Notes",
    "Anything a reader should know about this row: what was agreed, with whom, what is still open.",
    example="agreed with the network group on 12 May",
    sources=("R1",),
    width=20,
)
RATIONALE = Column(
    "rationale",
    "Rationale",
    "Why this row is as it is, and what was weighed against it. Whoever changes it later should "
    "know what the choice rests on.",
    example="the second frame has no free slot until the move to rack R14",
    sources=("R6",),
    width=20,
)


@dataclass(frozen=True)
class Sheet:
    """One worksheet.

    `order`: place within its group, lowest first; leave gaps. `sources`: checklist lines or
    guide sections that ask for it. `needed`: when it must have at least one row.
    """

    row: type[Row]
    title: str
    singular: str
    group: Group
    order: int
    lead: str
    columns: tuple[Column, ...]
    sources: tuple[str, ...]
    needed: Need = never

    @property
    def slug(self) -> str:
        return self.row.slug

    @property
    def single(self) -> bool:
        """Whether it has exactly one row."""
        return self.row.single

    @cached_property
    def all_columns(self) -> tuple[Column, ...]:
        """The declared columns, then the notes and the rationale that every worksheet has."""
        return (*self.columns, NOTES, RATIONALE)

    @cached_property
    def fields(self) -> dict[str, Field]:
        """What the cells hold, by column name."""
        return fields_of(self.row)

    def column(self, name: str) -> Column:
        """The column of that name; raises KeyError."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.all_columns}
