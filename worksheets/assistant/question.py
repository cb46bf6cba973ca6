"""One question of the assistant, and the cell that its answer fills."""

from __future__ import annotations

from dataclasses import dataclass

from worksheets.plan.fields import Field, fields_of
from worksheets.plan.row import Row


@dataclass(frozen=True)
class Question:
    """One answer and the cell that it fills: worksheet, key of the row in the plan, column.

    The cell says what can be entered. `initial` stands in the form at first. An empty key
    stands for all rows of the worksheet.
    """

    name: str
    label: str
    help: str
    cell: tuple[type[Row], str, str]
    example: str = ""
    required: bool = False
    initial: str = ""

    @property
    def field(self) -> Field:
        """The column that the answer fills."""
        return fields_of(self.cell[0])[self.cell[2]]

    @property
    def place(self) -> tuple[str, str, str]:
        """Worksheet, key and column of that cell."""
        return self.cell[0].slug, self.cell[1], self.cell[2]

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """(value, label) pairs where there are only so many answers."""
        choices = self.field.choices
        if choices is None:
            return ()
        open_one = () if self.required else (("", "not known yet"),)
        return (*open_one, *((member.value, member.label) for member in choices))


@dataclass(frozen=True)
class Chapter:
    """Questions that belong together."""

    title: str
    questions: tuple[Question, ...]
