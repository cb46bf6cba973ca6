"""The lines of one table as rows of its worksheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from worksheets.exchange.headings import KEY, KEY_LABEL, label_of
from worksheets.exchange.mistakes import Mistake
from worksheets.exchange.reading_cells import CellReader, is_untouched
from worksheets.exchange.tables import Line, Table
from worksheets.plan.fields import Holds
from worksheets.plan.integrity import SINGLE_KEY
from worksheets.plan.keys import new_key
from worksheets.plan.markers import KEY_PATTERN
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.sheets.cells import CellError


@dataclass
class Placed:
    """Rows by key in the order of the lines, the line of each, and what is wrong with them.

    A row with a mistake is there too, as far as it could be read, so that what refers to it is
    not a mistake as well.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


def place_lines(plan: Plan, after: Plan, table: Table, reader: CellReader) -> Placed:
    """Read a table. `after` holds the worksheets that this one refers to as they will be."""
    return _Placing(plan, after, table, reader).run()


class _Placing:
    def __init__(self, plan: Plan, after: Plan, table: Table, reader: CellReader) -> None:
        self.plan = plan
        self.after = after
        self.table = table
        self.sheet = table.sheet
        self.kind = table.sheet.row
        self.reader = reader
        self.placed = Placed()
        self.own = [f for f in self.sheet.fields.values() if f.target == self.sheet.slug]

    def run(self) -> Placed:
        bases = self._by_key()
        titles = self._titles_left(bases)
        for line in self.table.lines:
            base = bases.get(line.number)
            values, errors = self._values(line, base)
            key = base.key if base else self._fresh_key(line)
            if base is None:
                title = self._row(None, key, values).title(self.after)
                base = titles.pop(title, None)
                if base is not None:
                    key = base.key
                    self._leave_untouched(line, base, values, errors)
            self._place(line, key, base, values, errors)
        self._refer_to_own_rows()
        return self.placed

    def _by_key(self) -> dict[int, Row]:
        """The rows that lines mean by their keys, by line number."""
        bases: dict[int, Row] = {}
        seen: dict[str, int] = {}
        for line in self.table.lines:
            key = SINGLE_KEY if self.sheet.single else line.texts.get(KEY, "").strip()
            if not key:
                continue
            if key in seen:
                one = "This worksheet has one row only" if self.sheet.single else "The key stands"
                message = f"{one}, on line {seen[key]:,} already; remove one of the two lines."
                self._wrong(line, KEY, message)
            elif not re.match(KEY_PATTERN, key):
                self._wrong(
                    line,
                    KEY,
                    "A key has small letters, digits, points, hyphens and underscores, at most 64; "
                    "leave the cell empty for a new row.",
                )
            else:
                seen[key] = line.number
                row = self.plan.get(self.kind, key)
                if row is not None:
                    bases[line.number] = row
        return bases

    def _titles_left(self, bases: Mapping[int, Row]) -> dict[str, Row]:
        """Rows that no line means by its key, by the titles they will have."""
        claimed = {row.key for row in bases.values()}
        left: dict[str, Row] = {}
        for row in self.plan.rows(self.kind):
            if row.key not in claimed:
                left.setdefault(row.title(self.after), row)
        return left

    def _fresh_key(self, line: Line) -> str:
        """The line's own key when it can have it, otherwise a new one."""
        if self.sheet.single:
            return SINGLE_KEY
        key = line.texts.get(KEY, "").strip()
        free = key not in self.placed.rows and self.plan.get(self.kind, key) is None
        if not free or not re.match(KEY_PATTERN, key):
            key = new_key(self.plan, self.kind, self.placed.rows)
        return key

    def _values(self, line: Line, base: Row | None) -> tuple[dict[str, Any], dict[str, str]]:
        """Values and errors by column, without what the base row holds already."""
        values: dict[str, Any] = {}
        errors: dict[str, str] = {}
        for name, text in line.texts.items():
            if name == KEY:
                continue
            cell = self.sheet.fields[name]
            if base is not None and is_untouched(self.plan, cell, getattr(base, name), text):
                continue
            if cell in self.own:
                continue
            try:
                values[name] = self.reader.value(self.after, cell, text)
            except CellError as error:
                errors[name] = str(error)
                if cell.holds is Holds.TEXT:
                    values[name] = text.strip()
        return values, errors

    def _leave_untouched(
        self, line: Line, base: Row, values: dict[str, Any], errors: dict[str, str]
    ) -> None:
        for name, text in line.texts.items():
            if name != KEY and is_untouched(
                self.plan, self.sheet.fields[name], getattr(base, name), text
            ):
                values.pop(name, None)
                errors.pop(name, None)

    def _row(self, base: Row | None, key: str, values: Mapping[str, Any]) -> Row:
        if base is not None:
            return msgspec.structs.replace(base, **values)
        required = {f.name: "" for f in self.sheet.fields.values() if f.required}
        return self.kind(**{**required, **values, "key": key})

    def _place(
        self,
        line: Line,
        key: str,
        base: Row | None,
        values: dict[str, Any],
        errors: dict[str, str],
    ) -> None:
        if base is None:
            for cell in self.sheet.fields.values():
                if cell.required and cell.name not in line.texts:
                    message = f"A new row needs this; add the column and enter {cell.expects}."
                    errors.setdefault(cell.name, message)
        for name, message in errors.items():
            self._wrong(line, name, message)
        if key in self.placed.rows:
            return
        self.placed.rows[key] = self._row(base, key, values)
        self.placed.lines[key] = line

    def _refer_to_own_rows(self) -> None:
        """Read references of the worksheet to itself, once all its rows are known."""
        if not self.own:
            return
        stored = {row.key: row for row in self.after.rows(self.kind)}
        others = (row for row in self.after if type(row) is not self.kind)
        known = Plan([*others, *{**stored, **self.placed.rows}.values()])
        for key, line in self.placed.lines.items():
            row = self.placed.rows[key]
            base = self.plan.get(self.kind, key)
            values: dict[str, Any] = {}
            for cell in self.own:
                text = line.texts.get(cell.name)
                if text is None:
                    continue
                if base and is_untouched(self.plan, cell, getattr(base, cell.name), text):
                    continue
                try:
                    values[cell.name] = self.reader.value(known, cell, text)
                except CellError as error:
                    self._wrong(line, cell.name, str(error))
            self.placed.rows[key] = msgspec.structs.replace(row, **values)

    def _wrong(self, line: Line, name: str, message: str) -> None:
        label = KEY_LABEL if name == KEY else label_of(self.sheet, name)
        found = line.texts.get(name, "")[:60]
        self.placed.mistakes.append(Mistake(self.table.where, line.number, label, found, message))
