"""Worksheets as CSV: UTF-8 with its mark, commas, one line of labels; and back, from any program.

Spreadsheet programs write CSV in the manner of their country: other separators, other encodings.
What a file uses is found out and said.
"""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from worksheets.exchange.headings import KEY_LABEL, guess_sheet, recognised
from worksheets.exchange.limits import MAX_BYTES
from worksheets.exchange.marking import for_csv
from worksheets.exchange.mistakes import ExchangeError
from worksheets.exchange.tables import Table, read_table
from worksheets.plan.plan import Plan
from worksheets.sheets.cells import text_of
from worksheets.sheets.sheet import Sheet

# The limit is one for the whole process; the portfolio and every other reader can live with it.
csv.field_size_limit(MAX_BYTES)

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}


class CsvRead(NamedTuple):
    """A table with what the file turned out to use, such as "UTF-8" and "semicolons"."""

    table: Table
    encoding: str
    separator: str


def write_csv(plan: Plan, sheet: Sheet) -> bytes:
    """One worksheet as CSV, the key in front. Texts that would run as formulas are marked."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([KEY_LABEL, *(column.label for column in sheet.all_columns)])
    for row in plan.rows(sheet.row):
        texts = [
            text_of(plan, sheet.fields[column.name], getattr(row, column.name))
            for column in sheet.all_columns
        ]
        writer.writerow([row.key, *map(for_csv, texts)])
    return stream.getvalue().encode("utf-8-sig")


def read_csv(file_name: str, data: bytes, sheet: Sheet | None = None) -> CsvRead:
    """Read a CSV file for a worksheet, or for the one that its name or headings tell of.

    Raises ExchangeError when it is not text, has no headings, or fits no worksheet.
    """
    text, encoding = _decoded(file_name, data)
    text, told = _told_separator(text)
    separator = told or _separator(text, sheet)
    rows = _rows(file_name, text, separator)
    if told:
        rows.insert(0, [])
    if sheet is None:
        first = next((row for row in rows if any(row)), [])
        sheet = guess_sheet(file_name, first)
    if sheet is None:
        raise ExchangeError.of(
            file_name,
            "Neither the name of the file nor its headings tell which worksheet it is for; "
            "choose the worksheet and try again.",
        )
    return CsvRead(read_table(sheet, file_name, rows), encoding, _SEPARATORS[separator])


def _decoded(file_name: str, data: bytes) -> tuple[str, str]:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return _checked(file_name, data.decode(codec)), name
            except UnicodeDecodeError:
                message = f"The file says that it is {name}, but is damaged; save it again."
                raise ExchangeError.of(file_name, message) from None
    for codec, name in (("utf-8", "UTF-8"), ("cp1252", "Windows-1252"), ("latin-1", "Latin-1")):
        try:
            return _checked(file_name, data.decode(codec)), name
        except UnicodeDecodeError:
            continue
    raise AssertionError("every byte is Latin-1")


def _checked(file_name: str, text: str) -> str:
    if "\x00" in text:
        raise ExchangeError.of(
            file_name, "This is not a CSV file; save it as CSV (UTF-8) or as XLSX and try again."
        )
    return text


def _told_separator(text: str) -> tuple[str, str]:
    """Excel's own first line "sep=;", taken off."""
    first, _, rest = text.partition("\n")
    word = first.strip("\r").strip('"').lower()
    told = word.removeprefix("sep=") if word.startswith("sep=") else ""
    return (rest, told) if told in _SEPARATORS else (text, "")


def _separator(text: str, sheet: Sheet | None) -> str:
    """The separator with which the first line makes the most headings, or the most cells."""
    first = next((line for line in text.splitlines() if line.strip(" \t,;")), "")

    def score(separator: str) -> tuple[int, int]:
        cells = next(csv.reader([first], delimiter=separator), [])
        return (recognised(sheet, cells) if sheet else 0, len(cells))

    return max(_SEPARATORS, key=score)


def _rows(file_name: str, text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)  # noqa: PERF402 - those before a damaged one are counted
    except csv.Error:
        raise ExchangeError.of(
            file_name,
            f"Line {len(rows) + 1:,} is damaged: a quotation mark is opened and not closed, or "
            "stands inside a cell without being doubled. Save the file again as CSV.",
        ) from None
    return rows
