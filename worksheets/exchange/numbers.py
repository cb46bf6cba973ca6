"""Whole numbers as spreadsheet programs write them."""

from __future__ import annotations

import re

_BY_BLANKS = re.compile(r"-?\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+")
_AMBIGUOUS = re.compile(r"-?\d{1,3}\.\d{3}")
_GROUPED = (
    re.compile(r"(-?\d{1,3}(?:,\d{3})+)(?:\.0+)?"),
    re.compile(r"(-?\d{1,3}(?:\.\d{3})+),0+"),
    re.compile(r"(-?\d{1,3}(?:\.\d{3}){2,})"),
)
_WHOLE = re.compile(r"(-?\d+)[,.]0+")


class AmbiguousNumber(ValueError):
    """A text that is one number in one country and another one elsewhere."""


def whole_number(text: str) -> str:
    """4.0, 4,0, 1,024, 1 024 and 1.024,00 as plain digits; everything else as it is.

    Raises AmbiguousNumber for 1.024, which is a thousand and 24 to some and one to others.
    """
    plain = text.strip()
    if _BY_BLANKS.fullmatch(plain):
        return re.sub(r"[^\d-]", "", plain)
    if _AMBIGUOUS.fullmatch(plain):
        raise AmbiguousNumber(plain)
    for pattern in _GROUPED:
        if found := pattern.fullmatch(plain):
            return re.sub(r"[,.]", "", found[1])
    whole = _WHOLE.fullmatch(plain)
    return whole[1] if whole else text
