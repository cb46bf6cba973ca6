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


class Group(Enum):
    """Chapters of the worksheets, in planning order."""

    NEEDS = "Needs"
    HARDWARE = "Hardware"
    NETWORK = "Network"
    STORAGE = "Storage"
    BEHAVIOUR = "Behaviour"
    RUNNING = "Running it"

    @property
    def rank(self) -> int:
        return list(Group).index(self)


@dataclass(frozen=True)
class Column:
    """One column.

    `hint` stands small under the label, `unit` behind numbers. `help` says what to enter and
    why, `example` shows a value. `sources`: checklist lines or guide sections. `powerha`: the
    attribute of clmgr or the name PowerHA uses, where there is one. `width`: of the cell, in
    characters.
    """

    name: str
    label: str
    help: str
    hint: str = ""
    unit: str = ""
    example: str = ""
    sources: tuple[str, ...] = ()
    powerha: str = ""
    width: int = 14


NOTES = Column(
    "notes",
    "Notes",
    "Anything a reader should know about this row: why it is so, what was agreed, with whom.",
    example="agreed with the network group on 12 May",
    sources=("R1",),
    width=20,
)


@dataclass(frozen=True)
class Sheet:
    """One worksheet. `order`: place within its group, lowest first; leave gaps."""

    row: type[Row]
    title: str
    singular: str
    group: Group
    order: int
    lead: str
    columns: tuple[Column, ...]

    @property
    def slug(self) -> str:
        return self.row.slug

    @property
    def single(self) -> bool:
        """Whether it has exactly one row."""
        return self.row.single

    @cached_property
    def all_columns(self) -> tuple[Column, ...]:
        """The declared columns and the notes that every worksheet has."""
        return (*self.columns, NOTES)

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
