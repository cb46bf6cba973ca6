"""On which line of a plan file each row and each of its cells stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from worksheets.rules.finding import Place

_PIECE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:\n]|[^\s{}\[\],:"]+')
_ANYWHERE = Place("")
# How many brackets are open: of the file, the worksheets, one worksheet, one row.
_IN_FILE, _IN_SHEETS, _IN_ROW = 1, 2, 4


@dataclass
class _Level:
    """One bracket that is open: in an object the name last read, in a list nothing."""

    named: bool
    name: str = ""
    wants_name: bool = field(init=False)

    def __post_init__(self) -> None:
        self.wants_name = self.named


class Lines:
    """Where places of a plan stand in the text it was read from, counted from 1.

    The text must be JSON that has been read without an error. What does not stand in the file,
    such as a row that came with the step from an older version, is told by the line of its
    worksheet, or where the worksheets begin.
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[Place, int] = {}
        self._row: dict[str, int] = {}
        self._key = ""
        self._levels: list[_Level] = []
        for line, piece in _pieces(text):
            self._take(line, piece)

    def of(self, place: Place) -> int:
        """The line of a cell, else of its row, else of its worksheet, else of all worksheets."""
        wider = (place, Place(place.sheet, place.key), Place(place.sheet), _ANYWHERE)
        return next((self._lines[at] for at in wider if at in self._lines), 1)

    def _take(self, line: int, piece: str) -> None:
        levels = self._levels
        if piece in "{[":
            levels.append(_Level(piece == "{"))
            if piece == "{" and self._in_sheets(_IN_ROW):
                self._row, self._key = {"": line}, ""
        elif piece in "}]":
            if piece == "}" and self._in_sheets(_IN_ROW):
                self._end_of_row()
            levels.pop()
        elif piece == ",":
            levels[-1].wants_name = levels[-1].named
        elif piece != ":" and levels:
            self._word(line, piece, levels[-1])

    def _word(self, line: int, piece: str, level: _Level) -> None:
        """The name of a member, or a value."""
        if level.wants_name:
            level.name, level.wants_name = json.loads(piece), False
            self._member(line, level.name)
        elif level.name == "key" and piece[0] == '"' and self._in_sheets(_IN_ROW):
            self._key = json.loads(piece)

    def _member(self, line: int, name: str) -> None:
        # Of two members of one name the reader takes the second, so what the first held is gone.
        if len(self._levels) == _IN_FILE and name == "sheets":
            self._lines = {_ANYWHERE: line}
        elif self._in_sheets(_IN_SHEETS):
            self._lines = {p: at for p, at in self._lines.items() if p.sheet != name}
            self._lines[Place(name)] = line
        elif self._in_sheets(_IN_ROW):
            self._row[name] = line

    def _end_of_row(self) -> None:
        sheet = self._levels[_IN_SHEETS - 1].name
        for column, line in self._row.items():
            self._lines[Place(sheet, self._key, column)] = line

    def _in_sheets(self, depth: int) -> bool:
        return len(self._levels) == depth and self._levels[0].name == "sheets"


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    line = 1
    for match in _PIECE.finditer(text):
        piece = match[0]
        if piece == "\n":
            line += 1
        else:
            yield line, piece
