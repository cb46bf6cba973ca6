"""What requirements promise, as figures that a design can be compared with."""

from __future__ import annotations

import math
import re
from fractions import Fraction

from worksheets.plan.plan import Plan
from worksheets.plan.rows.requirement import Requirement

_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
# Minutes of each period by the word that names it; a share without a period is meant for a year.
_PERIODS = (
    ("quarter", 131_400),
    ("month", 43_800),
    ("week", 10_080),
    ("day", 1_440),
)
_YEAR = 525_600


def share_promised(text: str) -> Fraction | None:
    """The percentage in a text such as "99.95% a year", or None."""
    found = _SHARE.search(text)
    return Fraction(found[1].replace(",", ".")) if found else None


def minutes_allowed(text: str) -> int | None:
    """Whole minutes that an availability leaves for outages in its period, rounded up.

    All hours count: fewer service hours allow fewer minutes, so more than this is too much in
    any case. None where the text holds no percentage.
    """
    share = share_promised(text)
    if share is None:
        return None
    words = text.lower()
    period = next((minutes for word, minutes in _PERIODS if word in words), _YEAR)
    return max(0, math.ceil(period * (100 - share) / 100))


def tightest(plan: Plan, column: str) -> tuple[Requirement, int] | None:
    """The requirement with the smallest figure in a column, and the figure."""
    given = [
        (value, row.key, row)
        for row in plan.rows(Requirement)
        if (value := getattr(row, column)) is not None
    ]
    if not given:
        return None
    value, _, row = min(given, key=lambda item: item[:2])
    return row, value
