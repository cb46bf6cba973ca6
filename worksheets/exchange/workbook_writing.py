"""Worksheets as an XLSX workbook: a tab each, choices to pick from, and the help of all columns."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from worksheets.exchange.headings import KEY_LABEL
from worksheets.exchange.marking import for_workbook
from worksheets.exchange.tab_names import HELP_TAB, tab_names
from worksheets.exchange.workbook_lists import Lists
from worksheets.exchange.workbook_origin import mark
from worksheets.exchange.workbook_texts import parts, spelled
from worksheets.plan.fields import Holds
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import digest
from worksheets.sheets.cells import text_of
from worksheets.sheets.sheet import Column, Sheet

_HEAD = Font(bold=True)
_HEAD_FILL = PatternFill("solid", fgColor="E6EFFB")
_KEY = Font(color="566170")
_TOP = Alignment(vertical="top", wrap_text=True)
_TEXT = "@"
_NUMBER = "0"
_HELP_HEADS = (
    ("Worksheet", 22),
    ("Column", 24),
    ("What to enter", 70),
    ("Allowed", 44),
    ("Unit", 8),
    ("Example", 28),
    ("PowerHA", 20),
)


def write_workbook(plan: Plan, sheets: Iterable[Sheet]) -> bytes:
    """These worksheets of a plan as a workbook, a tab each, in the order given."""
    book = Workbook(write_only=True)
    book.properties.title = plan.options.name
    book.properties.creator = "HA cluster planner"
    mark(book.properties, digest(plan))
    written = list(sheets)
    lists = Lists()
    for sheet in written:
        _write_sheet(book, plan, sheet, lists)
    _write_help(book, written)
    lists.write(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write_sheet(book: Workbook, plan: Plan, sheet: Sheet, lists: Lists) -> None:
    rows = plan.rows(sheet.row)
    texts = [
        [
            parts(for_workbook(text_of(plan, sheet.fields[column.name], getattr(row, column.name))))
            for column in sheet.all_columns
        ]
        for row in rows
    ]
    # A list of names can be longer than a cell may be; it goes on in a column beside it.
    counts = [max((len(row[i]) for row in texts), default=1) for i in range(len(sheet.all_columns))]
    tab: WriteOnlyWorksheet = book.create_sheet(tab_names()[sheet.slug])
    tab.freeze_panes = "C2"
    heads = [KEY_LABEL]
    _set_width(tab, 1, 14)
    for column, count in zip(sheet.all_columns, counts, strict=True):
        for part in range(1, count + 1):
            heads.append(column.label if part == 1 else f"{column.label} ({part})")
            _lay_out(tab, len(heads), sheet, column)
        lists.offer(tab, len(heads), sheet.fields[column.name], len(rows))
    _write_heads(tab, heads)
    for row, cells in zip(rows, texts, strict=True):
        line = [_text(tab, row.key, _KEY)]
        for column, count, pieces in zip(sheet.all_columns, counts, cells, strict=True):
            number = sheet.fields[column.name].holds is Holds.INTEGER
            for part in range(count):
                piece = pieces[part] if part < len(pieces) else ""
                line.append(_number(tab, piece) if number else _text(tab, piece))
        tab.append(line)


def _lay_out(tab: WriteOnlyWorksheet, index: int, sheet: Sheet, column: Column) -> None:
    """Width, and for what people add below: texts stay texts, with their leading zeros."""
    number = sheet.fields[column.name].holds is Holds.INTEGER
    _set_width(tab, index, max(column.width, len(column.label)) + 3)
    dimension = tab.column_dimensions[get_column_letter(index)]
    dimension.number_format = _NUMBER if number else _TEXT


def _set_width(tab: WriteOnlyWorksheet, index: int, width: int) -> None:
    tab.column_dimensions[get_column_letter(index)].width = width


def _write_heads(tab: WriteOnlyWorksheet, heads: Sequence[str]) -> None:
    cells = [_text(tab, head, _HEAD) for head in heads]
    for cell in cells:
        cell.fill = _HEAD_FILL
    tab.append(cells)


def _text(tab: WriteOnlyWorksheet, text: str, font: Font | None = None) -> WriteOnlyCell:
    cell = WriteOnlyCell(tab, spelled(text))
    # openpyxl takes "=1+1" for a formula and "#N/A" for an error unless it is told.
    cell.data_type = "s"
    cell.number_format = _TEXT
    cell.alignment = _TOP
    if font:
        cell.font = font
    return cell


def _number(tab: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(tab, int(text) if text else None)
    cell.number_format = _NUMBER
    cell.alignment = _TOP
    return cell


def _write_help(book: Workbook, sheets: Iterable[Sheet]) -> None:
    tab: WriteOnlyWorksheet = book.create_sheet(HELP_TAB)
    tab.freeze_panes = "A2"
    for index, (_, width) in enumerate(_HELP_HEADS, start=1):
        _set_width(tab, index, width)
    _write_heads(tab, [head for head, _ in _HELP_HEADS])
    for sheet in sheets:
        tab.append([_text(tab, sheet.title, _HEAD), None, _text(tab, sheet.lead)])
        for column in sheet.all_columns:
            expects = sheet.fields[column.name].expects
            texts = (
                *(sheet.title, column.label, column.help, expects[:1].upper() + expects[1:]),
                *(column.unit, column.example, column.powerha),
            )
            tab.append([_text(tab, text) for text in texts])
