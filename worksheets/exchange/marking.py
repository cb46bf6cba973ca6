"""Texts that a spreadsheet program would run or change, marked so that it leaves them alone.

The mark is an apostrophe in front, as people type it in a spreadsheet. It is taken off again
exactly where it was put, so that every text comes back as it was, one that begins with an
apostrophe included.
"""

from __future__ import annotations

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def for_csv(text: str) -> str:
    """The text as it stands in a CSV file, where nothing but the mark tells texts from formulas."""
    return f"'{text}" if _needs_mark(text) else text


def for_workbook(text: str) -> str:
    """The text as it stands in a workbook cell of type text, which is never run."""
    quoted = text.startswith("'") and _needs_mark(text[1:])
    return f"'{text}" if quoted or _is_fragile(text) else text


def unmarked(text: str) -> tuple[str, bool]:
    """The text without its mark, and whether it had one: then blanks around it count."""
    if text.startswith("'") and _needs_mark(text[1:]):
        return text[1:], True
    return text, False


def _needs_mark(text: str) -> bool:
    # Apostrophes in front count as marks themselves, so what stands behind them decides.
    bare = text.lstrip("'")
    return bare.startswith(_RUNS) or _is_fragile(bare)


def _is_fragile(text: str) -> bool:
    """Whether reading takes off or changes some of it: blanks around it, carriage returns."""
    return text != text.strip() or "\r" in text
