"""XLSX workbooks read back, a table for each tab that is a worksheet."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from openpyxl import load_workbook

from worksheets.exchange.limits import MAX_COLUMNS, MAX_LINES, MAX_TABS
from worksheets.exchange.mistakes import ExchangeError, Mistake
from worksheets.exchange.tab_names import OWN_TABS, sheet_of_tab, unknown_tab
from worksheets.exchange.tables import Raw, Table, Unreadable, read_table
from worksheets.exchange.workbook_archive import safe_archive, unreadable
from worksheets.exchange.workbook_texts import unspelled
from worksheets.sheets.sheet import Sheet

# A spreadsheet keeps fifteen digits of a number and makes the others zeros.
_EXACT = 10**15


def read_workbook(file_name: str, data: bytes, sheet: Sheet | None = None) -> list[Table]:
    """The tables of a workbook, in the order of its tabs; tabs without cells are passed over.

    `sheet`: what the only tab is for when its name does not tell. Raises ExchangeError with every
    tab that is not a worksheet, and when the file is no workbook or larger than a plan can be.
    """
    archive = safe_archive(file_name, data)
    try:
        tables = list(_tables(file_name, archive, sheet))
    except ExchangeError:
        raise
    except Exception:
        # openpyxl lets through whatever a damaged part makes it stumble over.
        raise unreadable(file_name) from None
    if not tables:
        raise ExchangeError.of(file_name, "The workbook has no table with headings.")
    return tables


def _tables(file_name: str, archive: io.BytesIO, sheet: Sheet | None) -> Iterator[Table]:
    book = load_workbook(archive, read_only=True, keep_links=False)
    tabs = [tab for tab in book.worksheets if tab.title.casefold() not in OWN_TABS]
    if len(tabs) > MAX_TABS:
        raise ExchangeError.of(file_name, f"The workbook has more than {MAX_TABS} tabs.")
    results = _Results(archive)
    mistakes: list[Mistake] = []
    seen: dict[str, str] = {}
    for tab in tabs:
        tab.reset_dimensions()
        rows = _rows(tab, results)
        head = _up_to_first(rows)
        if not head or not any(head[-1]):
            continue
        found = sheet_of_tab(tab.title) or (sheet if len(tabs) == 1 else None)
        if found is None:
            mistakes.append(Mistake(tab.title, 0, "", tab.title, unknown_tab(tab.title)))
        elif found.slug in seen:
            message = f"This tab and {seen[found.slug]} are one worksheet; put them together."
            mistakes.append(Mistake(tab.title, 0, "", tab.title, message))
        else:
            seen[found.slug] = tab.title
            yield read_table(found, tab.title, chain(head, rows))
    if mistakes:
        raise ExchangeError(mistakes)


def _up_to_first(rows: Iterator[list[Raw]]) -> list[list[Raw]]:
    """The rows up to the first that is not blank; all when every one is."""
    head = []
    for row in rows:
        head.append(row)
        if any(row) or len(head) > MAX_LINES:
            break
    return head


class _Results:
    """What formulas come to, as the program that saved the file worked it out.

    The file is opened a second time for that, and only when there is a formula.
    """

    def __init__(self, archive: io.BytesIO) -> None:
        self._archive = archive
        self._tabs: dict[str, dict[tuple[int, int], Any]] = {}
        self._book: Any = None

    def get(self, tab: str, line: int, column: int) -> Any:
        """The value of a formula, None when none was stored."""
        if self._book is None:
            copy = io.BytesIO(self._archive.getvalue())
            self._book = load_workbook(copy, read_only=True, data_only=True, keep_links=False)
        if tab not in self._tabs:
            source = self._book[tab]
            source.reset_dimensions()
            self._tabs[tab] = {
                (number, index): cell
                for number, row in enumerate(islice(source.iter_rows(), MAX_LINES), start=1)
                for index, cell in enumerate(row[:MAX_COLUMNS], start=1)
                if cell.value is not None
            }
        return self._tabs[tab].get((line, column))


def _rows(tab: Any, results: _Results) -> Iterator[list[Raw]]:
    for line, row in enumerate(tab.iter_rows(), start=1):
        cells = row[: MAX_COLUMNS + 1]
        raws: list[Raw] = []
        for column, cell in enumerate(cells, start=1):
            if cell.data_type == "f":
                raws.append(_result(cell, results.get(tab.title, line, column)))
            else:
                raws.append(_raw(cell))
        yield raws


def _result(formula: Any, cell: Any) -> Raw:
    if cell is None:
        return Unreadable(
            str(formula.value)[:60],
            "The formula has no stored result; type the value itself, or save the workbook again "
            "with a spreadsheet program.",
        )
    return _raw(cell)


def _raw(cell: Any) -> Raw:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        return Unreadable(str(value), "The cell ends in an error; correct it or type the value.")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time():
            return value.date().isoformat()
        return value.isoformat(" ")
    return unspelled(str(value))


def _number(value: float) -> Raw:
    if abs(value) >= _EXACT:
        return Unreadable(
            str(value)[:60],
            "A spreadsheet keeps only fifteen digits of a number; give the cell the format Text "
            "and type it again.",
        )
    return str(int(value)) if value == int(value) else f"{value:.15g}"
