"""The rows of a worksheet as tables ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from worksheets.documents.columns import LANDSCAPE, PORTRAIT, Form, choose, fit, parts
from worksheets.plan.fields import Holds
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.sheets.cells import text_of
from worksheets.sheets.sheet import Column, Sheet

_LONG = 140
_ROW_SPLITS = 1_000
_BELOW = "see below"
_TURNED_ROWS = 144


@dataclass(frozen=True)
class Heading:
    """Head of a column. `width`: half percents of the table; `number`: align cells right."""

    label: str
    unit: str
    width: int
    number: bool


class Cell(NamedTuple):
    """Text of a cell; `number`: aligned right."""

    text: str
    number: bool = False


@dataclass(frozen=True)
class Line:
    """A row: its cells, and (label, text) of what is too long to stand in a cell."""

    cells: tuple[Cell, ...]
    below: tuple[tuple[str, str], ...] = ()

    @property
    def splits(self) -> bool:
        """Whether the row is so long that it may run over a page break."""
        texts = (*(cell.text for cell in self.cells), *(text for _, text in self.below))
        return any(len(text) > _ROW_SPLITS for text in texts)


@dataclass(frozen=True)
class PrintedTable:
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class PrintedSheet:
    """A worksheet on paper. `unanswered`: labels of the columns that no row fills in."""

    anchor: str
    title: str
    lead: str
    form: Form
    tables: tuple[PrintedTable, ...]
    unanswered: tuple[str, ...]


def printed_sheet(plan: Plan, sheet: Sheet) -> PrintedSheet:
    """Set out a worksheet so that each cell of each row stays legible."""
    rows = plan.rows(sheet.row)
    texts = {
        column.name: [_text(plan, sheet, column, row) for row in rows]
        for column in sheet.all_columns
    }
    filled = [column for column in sheet.all_columns if any(texts[column.name])]
    unanswered = [column.label for column in sheet.columns if column not in filled]
    form, tables = _tables(plan, sheet, filled, texts, rows)
    return PrintedSheet(
        anchor=f"sheet-{sheet.slug}",
        title=sheet.title,
        lead=sheet.lead,
        form=form,
        tables=tables,
        unanswered=tuple(unanswered) if rows else (),
    )


Texts = dict[str, list[str]]


def _tables(
    plan: Plan, sheet: Sheet, filled: list[Column], texts: Texts, rows: Sequence[Row]
) -> tuple[Form, tuple[PrintedTable, ...]]:
    if not rows:
        return Form.PORTRAIT, ()
    columns = [column for column in filled if column.name != "notes"]
    fits = [
        fit(_head(column), _short(texts[column.name]), bold=place == 0)
        for place, column in enumerate(columns)
    ]
    form = Form.TURNED if sheet.single else choose(fits, len(rows))
    if form is Form.TURNED:
        titles = [plan.title(sheet.row, row.key) for row in rows]
        return form, (_turned(filled, texts, titles),)
    available = PORTRAIT if form is Form.PORTRAIT else LANDSCAPE
    divided = parts(fits, available)
    tables = []
    for number, part in enumerate(divided):
        chosen = [columns[place] for place in part.columns]
        headings = [
            _heading(sheet, column, width)
            for column, width in zip(chosen, part.widths, strict=True)
        ]
        notes = texts["notes"] if number == len(divided) - 1 else [""] * len(rows)
        lines = [_line(chosen, headings, texts, notes[place], place) for place in range(len(rows))]
        tables.append(PrintedTable(tuple(headings), tuple(lines)))
    return form, tuple(tables)


def _turned(filled: list[Column], texts: Texts, titles: list[str]) -> PrintedTable:
    """A column per row, the titles of the rows as its head."""
    named = filled[0].name == "name" and texts["name"] == titles
    rest = _TURNED_ROWS // len(titles)
    headings = [Heading("", "", 200 - rest * len(titles), False)]
    headings += [Heading(title, "", rest, False) for title in titles]
    lines = [
        Line(tuple(Cell(text) for text in (_head(column), *texts[column.name])))
        for column in filled[named:]
    ]
    return PrintedTable(tuple(headings), tuple(lines))


def _line(
    columns: list[Column], headings: list[Heading], texts: Texts, notes: str, place: int
) -> Line:
    cells: list[Cell] = []
    below = []
    for column, heading in zip(columns, headings, strict=True):
        text = texts[column.name][place]
        if cells and _is_long(text):
            below.append((column.label, text))
            text = _BELOW
        cells.append(Cell(text, heading.number))
    if notes:
        below.append(("Notes", notes))
    return Line(tuple(cells), tuple(below))


def _heading(sheet: Sheet, column: Column, width: int) -> Heading:
    number = sheet.fields[column.name].holds is Holds.INTEGER
    return Heading(column.label, column.unit, width, number)


def _head(column: Column) -> str:
    return f"{column.label} ({column.unit})" if column.unit else column.label


def _text(plan: Plan, sheet: Sheet, column: Column, row: Row) -> str:
    return text_of(plan, sheet.fields[column.name], getattr(row, column.name))


def _is_long(text: str) -> bool:
    return len(text) > _LONG or "\n" in text


def _short(texts: list[str]) -> list[str]:
    return [_BELOW if _is_long(text) else text for text in texts]
