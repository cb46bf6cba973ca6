"""What is wrong in a file, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Mistake(NamedTuple):
    """One thing that must be put right before a file can be taken.

    `where`: the tab or file. `line`: as a spreadsheet numbers it, 0 for the whole tab. `column`:
    label of the column, "" for the whole line. `found`: the text that stands there. `message`:
    what is wrong with it and what to do.
    """

    where: str
    line: int
    column: str
    found: str
    message: str

    @property
    def shown(self) -> str:
        """The text found, with a sign in place of what cannot be shown."""
        return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in self.found)

    def __str__(self) -> str:
        place = [self.where] if self.where else []
        place += [f"line {self.line:,}"] if self.line else []
        place += [f"column {self.column}"] if self.column else []
        lead = ", ".join(place)
        return f"{lead}: {self.message}" if lead else self.message


class ExchangeError(ValueError):
    """A file cannot be read at all; `mistakes` say where and what to do."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(map(str, self.mistakes)))

    @classmethod
    def of(cls, where: str, message: str) -> ExchangeError:
        """About the file as a whole."""
        return cls([Mistake(where, 0, "", "", message)])
