"""The rows of a worksheet as tables ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from worksheets.documents.columns import LANDSCAPE, PORTRAIT, Form, choose, fit, parts
from worksheets.documents.sections import of_sheet
from worksheets.plan.fields import Holds
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows.sheet_remark import SheetRemark
from worksheets.sheets.cells import text_of
from worksheets.sheets.completeness import completeness
from worksheets.sheets.sheet import NOTES, RATIONALE, Column, Sheet

_LONG = 140
_ROW_SPLITS = 1_000
_BELOW = "see below"
_BELOW_THE_ROW = (NOTES, RATIONALE)
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
    """A worksheet on paper.

    `remarks`: (label, text) of what is said of the worksheet as a whole. `open`: labels of the
    columns that still have to be filled in, in one row at least. `unused`: it has no row, and
    this kind of cluster needs none.
    """

    anchor: str
    title: str
    lead: str
    form: Form
    tables: tuple[PrintedTable, ...]
    remarks: tuple[tuple[str, str], ...]
    open: tuple[str, ...]
    unused: bool


def printed_sheet(plan: Plan, sheet: Sheet) -> PrintedSheet:
    """Set out a worksheet so that each cell of each row stays legible."""
    rows = plan.rows(sheet.row)
    texts = {
        column.name: [_text(plan, sheet, column, row) for row in rows]
        for column in sheet.all_columns
    }
    filled = [column for column in sheet.all_columns if any(texts[column.name])]
    done = completeness(plan, sheet)
    empty = {column for _, column in done.empty}
    form, tables = _tables(plan, sheet, filled, texts, rows)
    return PrintedSheet(
        anchor=of_sheet(sheet).anchor,
        title=sheet.title,
        lead=sheet.lead,
        form=form,
        tables=tables,
        remarks=_remarks(plan, sheet),
        open=tuple(column.label for column in sheet.columns if column.name in empty),
        unused=not rows and not done.asked,
    )


def _remarks(plan: Plan, sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """What is said of the worksheet as a whole."""
    found = [row for row in plan.rows(SheetRemark) if row.worksheet == sheet.slug]
    texts = [
        (column.label, getattr(row, column.name)) for row in found for column in (NOTES, RATIONALE)
    ]
    return tuple((label, text) for label, text in texts if text)


Texts = dict[str, list[str]]


def _tables(
    plan: Plan, sheet: Sheet, filled: list[Column], texts: Texts, rows: Sequence[Row]
) -> tuple[Form, tuple[PrintedTable, ...]]:
    if not rows:
        return Form.PORTRAIT, ()
    columns = [column for column in filled if column not in _BELOW_THE_ROW]
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
        below = _BELOW_THE_ROW if number == len(divided) - 1 else ()
        lines = [_line(chosen, headings, texts, below, place) for place in range(len(rows))]
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
    columns: list[Column],
    headings: list[Heading],
    texts: Texts,
    last: tuple[Column, ...],
    place: int,
) -> Line:
    """One row; `last`: columns that stand below it in any case."""
    cells: list[Cell] = []
    below = []
    for column, heading in zip(columns, headings, strict=True):
        text = texts[column.name][place]
        if cells and _is_long(text):
            below.append((column.label, text))
            text = _BELOW
        cells.append(Cell(text, heading.number))
    below += [(column.label, texts[column.name][place]) for column in last]
    below = [(label, text) for label, text in below if text]
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
