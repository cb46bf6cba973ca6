"""Which column of a file is which column of a worksheet."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from worksheets.exchange.mistakes import Mistake
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet

KEY = "key"
KEY_LABEL = "Key"
_PART = re.compile(r"(.+) \((\d{1,3})\)")


@dataclass(frozen=True)
class Headings:
    """`columns`: for each column of the file the worksheet's column name, "" when it has no
    heading, None when its heading is wrong, which is one of the `mistakes`.

    A name can stand several times when a long cell was split over columns "Label", "Label (2)".
    """

    columns: tuple[str | None, ...]
    mistakes: tuple[Mistake, ...]


def label_of(sheet: Sheet, name: str) -> str:
    """What a column is called in files."""
    return KEY_LABEL if name == KEY else sheet.column(name).label


def read_headings(sheet: Sheet, where: str, line: int, texts: Sequence[str]) -> Headings:
    """Match the headings of a file by label or column name, in any order and case."""
    known = _known(sheet)
    columns: list[str | None] = []
    parts: set[tuple[str | None, str]] = set()
    mistakes = []
    for text in texts:
        name, part = _column(known, text)
        wrong = ""
        if name is None:
            wrong = _unknown(sheet, text)
        elif name and (name, part) in parts:
            wrong = f"Two columns are called “{text.strip()}”; keep one of them."
        if wrong:
            mistakes.append(Mistake(where, line, "", text.strip()[:60], wrong))
            name = None
        elif name:
            parts.add((name, part))
        columns.append(name)
    return Headings(tuple(columns), tuple(mistakes))


def recognised(sheet: Sheet, texts: Iterable[str]) -> int:
    """How many of these texts are headings of the worksheet."""
    known = _known(sheet)
    return sum(_plain(text) in known for text in texts)


def guess_sheet(file_name: str, texts: Sequence[str]) -> Sheet | None:
    """The worksheet that a file is about: by its name, or else by what only its headings fit."""
    stem = _words(file_name.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    named = [
        sheet
        for sheet in sheets().values()
        if any(f" {stem} ".endswith(f" {_words(name)} ") for name in (sheet.slug, sheet.title))
    ]
    if named:
        return max(named, key=lambda sheet: len(sheet.title))
    scores = {slug: recognised(sheet, texts) for slug, sheet in sheets().items()}
    best = max(scores.values())
    fitting = [slug for slug, score in scores.items() if score == best]
    common = recognised(next(iter(sheets().values())), (KEY_LABEL, "Notes", "Rationale"))
    return sheets()[fitting[0]] if len(fitting) == 1 and best > common else None


def _column(known: Mapping[str, str], text: str) -> tuple[str | None, str]:
    """Name of the column and which part of it; "" for a blank heading, None for a wrong one."""
    plain = _plain(text)
    if not plain or plain in known:
        return known.get(plain, ""), "1"
    part = _PART.fullmatch(plain)
    return (known.get(part[1]), part[2]) if part else (None, "")


def _known(sheet: Sheet) -> dict[str, str]:
    known = {column.name: column.name for column in sheet.all_columns}
    known |= {_plain(column.label): column.name for column in sheet.all_columns}
    known[KEY] = KEY
    return known


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("*", "").split())


def _words(text: str) -> str:
    return " ".join(re.split(r"[^\w]+|_", text.casefold())).strip()


def _unknown(sheet: Sheet, text: str) -> str:
    labels = [KEY_LABEL, *(column.label for column in sheet.all_columns)]
    by_plain = {_plain(label): label for label in labels}
    near = difflib.get_close_matches(_plain(text)[:60], by_plain, n=1, cutoff=0.5)
    hint = f"did you mean {by_plain[near[0]]}?" if near else f"they are: {', '.join(labels)}."
    remedy = "Rename the heading or remove the column."
    return f"The worksheet {sheet.title} has no such column; {hint} {remedy}"
