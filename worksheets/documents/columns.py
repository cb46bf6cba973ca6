"""How a worksheet goes on paper: which form, how wide each column."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from worksheets.documents.text_width import text_width

SIZE = 8.0
# Padding of a cell, and what may be lost when its width is rounded.
PADDING = 8.0 + 2.5
PORTRAIT = 493.0
LANDSCAPE = 740.0

_LONGEST_WORD = 112.0
_WIDEST = 190.0
_COMFORT = 0.62
_FEW = 4
# Where one row in twenty is wider than the others, it is that row that is broken.
_USUAL = 0.95
_PARTS = 200
_WIDER = 1.05


class Form(Enum):
    """A table with a line per row; the same turned to a page on its side; or a column per row."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    TURNED = "turned"


@dataclass(frozen=True)
class Fit:
    """Width in points that a column must have, and would like to have."""

    least: float
    liked: float


@dataclass(frozen=True)
class Part:
    """Columns, by place, that stand in one table, with their widths in half percents."""

    columns: tuple[int, ...]
    widths: tuple[int, ...]


def fit(label: str, texts: Sequence[str], *, bold: bool = False) -> Fit:
    """What a column with this label and these cells (`bold` or not) needs."""
    words = {word for text in texts for word in text.split()}
    longest = max((text_width(word, SIZE, bold=bold) for word in words), default=0.0)
    head = max(text_width(word, SIZE, bold=True) for word in label.split())
    least = max(head, min(longest, _LONGEST_WORD))
    full = sorted(text_width(text, SIZE, bold=bold) for text in texts)
    usual = full[math.ceil((len(full) - 1) * _USUAL)] if full else 0.0
    liked = max(least, min(max(usual, text_width(label, SIZE, bold=True)), _WIDEST))
    return Fit(least + PADDING, liked + PADDING)


def choose(fits: Sequence[Fit], rows: int) -> Form:
    """The form in which all columns stay legible."""
    if _comfortable(fits, PORTRAIT):
        return Form.PORTRAIT
    return Form.TURNED if rows <= _FEW else Form.LANDSCAPE


def parts(fits: Sequence[Fit], available: float) -> list[Part]:
    """Divide columns into tables that fit the width, the first column leading each of them.

    As few tables as legibility allows, and those of about the same size.
    """
    number = len(_fill(fits, available))
    share = sum(fit.least for fit in fits[1:]) / number + fits[0].least
    while len(found := _fill(fits, share)) > number:
        share = min(share * _WIDER, available)
    return [Part(tuple(part), _widths([fits[i] for i in part], available)) for part in found]


def _fill(fits: Sequence[Fit], share: float) -> list[list[int]]:
    """Columns by table, each table filled until its least width would exceed `share`."""
    found: list[list[int]] = [[0]]
    for place in range(1, len(fits)):
        together = [fits[column] for column in (*found[-1], place)]
        least = sum(fit.least for fit in together)
        if len(together) > 2 and least > share:
            found.append([0])
        found[-1].append(place)
    return found


def _comfortable(fits: Sequence[Fit], available: float) -> bool:
    if len(fits) <= 2:
        return True
    least = sum(fit.least for fit in fits)
    liked = sum(fit.liked for fit in fits)
    return least <= available and liked * _COMFORT <= available


def _widths(fits: Sequence[Fit], available: float) -> tuple[int, ...]:
    """Half percents, 200 together: the least widths, and what is left by what is liked."""
    least = [fit.least for fit in fits]
    wanting = [fit.liked - fit.least for fit in fits]
    spare = available - sum(least)
    if spare >= sum(wanting):
        exact = [fit.liked * available / sum(fit.liked for fit in fits) for fit in fits]
    else:
        share = max(spare, 0.0) / (sum(wanting) or 1.0)
        exact = [low + more * share for low, more in zip(least, wanting, strict=True)]
    halves = [math.ceil(width * _PARTS / available) for width in exact]
    for _ in range(sum(halves) - _PARTS):
        room = [half * available / _PARTS - low for half, low in zip(halves, least, strict=True)]
        halves[room.index(max(room))] -= 1
    return tuple(halves)
