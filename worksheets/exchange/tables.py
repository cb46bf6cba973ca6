"""What was read from one CSV file or one tab: lines of texts by column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from worksheets.exchange.headings import label_of, read_headings
from worksheets.exchange.limits import MAX_CELL, MAX_COLUMNS, MAX_LINES
from worksheets.exchange.mistakes import ExchangeError, Mistake
from worksheets.sheets.sheet import Sheet


class Unreadable(NamedTuple):
    """A cell that has no text that could be taken; `message` says why and what to do."""

    found: str
    message: str


Raw = str | Unreadable


@dataclass(frozen=True)
class Line:
    """One line: `number` as a spreadsheet numbers it, `texts` by column, "key" among them."""

    number: int
    texts: dict[str, str]


@dataclass(frozen=True)
class Table:
    """Lines for one worksheet; `where` names the tab or file. Blank lines are left out."""

    sheet: Sheet
    where: str
    lines: tuple[Line, ...]
    mistakes: tuple[Mistake, ...] = ()


def read_table(sheet: Sheet, where: str, rows: Iterable[Sequence[Raw]]) -> Table:
    """Make a table of rows as they stand in a file; the first that is not blank has the headings.

    Raises ExchangeError when there are none, or more rows or columns than a file may have.
    """
    columns: tuple[str | None, ...] = ()
    lines = []
    mistakes: list[Mistake] = []
    for number, row in enumerate(rows, start=1):
        _refuse_size(where, number, row)
        if all(map(_is_blank, row)):
            continue
        if not columns:
            headings = read_headings(sheet, where, number, [_shown(raw) for raw in row])
            columns = headings.columns
            mistakes += headings.mistakes
            continue
        texts, wrong = _line(sheet, where, number, columns, row)
        mistakes += wrong
        lines.append(Line(number, texts))
    if not columns:
        raise ExchangeError.of(
            where, "There are no headings; the first line must hold the labels of the columns."
        )
    return Table(sheet, where, tuple(lines), tuple(mistakes))


def _refuse_size(where: str, number: int, row: Sequence[Raw]) -> None:
    if number > MAX_LINES:
        message = f"There are more than {MAX_LINES:,} lines; import it in several files."
        raise ExchangeError.of(where, message)
    if len(row) > MAX_COLUMNS:
        message = (
            f"Line {number:,} has more than {MAX_COLUMNS} columns; remove what stands to the right "
            "of the worksheet's own columns."
        )
        raise ExchangeError.of(where, message)


def _line(
    sheet: Sheet, where: str, number: int, columns: tuple[str | None, ...], row: Sequence[Raw]
) -> tuple[dict[str, str], list[Mistake]]:
    """Texts by column, split cells put together, and what could not be read."""
    texts = dict.fromkeys((name for name in columns if name), "")
    mistakes = []
    for index, raw in enumerate(row):
        name = columns[index] if index < len(columns) else ""
        label = label_of(sheet, name) if name else ""
        if name is None or (_is_blank(raw) and not name):
            continue
        if not name:
            message = "This cell has no heading above it; give it one or empty it."
            mistakes.append(Mistake(where, number, label, _shown(raw)[:60], message))
        elif isinstance(raw, Unreadable):
            mistakes.append(Mistake(where, number, label, raw.found, raw.message))
            texts.pop(name, None)
        elif len(raw) + len(texts.get(name, "")) > MAX_CELL:
            message = f"The cell has more than {MAX_CELL:,} characters; shorten it."
            mistakes.append(Mistake(where, number, label, raw[:60], message))
            texts.pop(name, None)
        elif name in texts:
            texts[name] += raw
    return texts, mistakes


def _is_blank(raw: Raw) -> bool:
    return isinstance(raw, str) and not raw.strip()


def _shown(raw: Raw) -> str:
    return raw.found if isinstance(raw, Unreadable) else raw
