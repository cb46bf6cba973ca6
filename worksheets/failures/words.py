"""Lists of names as people read them."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable
from functools import lru_cache

_DIGITS = re.compile(r"(\d+)")
SHOWN = 6


def by_name(names: Iterable[str]) -> list[str]:
    """Sorted and without repetitions; numbers inside names count as numbers (rg2 before rg10)."""
    return sorted(set(names), key=natural)


@lru_cache(maxsize=8192)
def natural(name: str) -> tuple[list[tuple[int, str]], str]:
    """Sort key: runs of digits by value, other characters without regard to case."""
    pieces = _DIGITS.split(name.casefold())
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces], name


def shortened(names: Iterable[str]) -> tuple[str, ...]:
    """At most six names in order, the rest as "and N more"."""
    different = set(names)
    if len(different) <= SHOWN:
        return tuple(by_name(different))
    first = heapq.nsmallest(SHOWN, different, key=natural)
    return (*first, f"and {len(different) - SHOWN} more")


def listed(names: Iterable[str]) -> str:
    """The names in one phrase: "a", "a and b", "a, b and c", "a, b, c, d, e, f and 3 more"."""
    short = list(shortened(names))
    if len(short) > SHOWN:
        return f"{', '.join(short[:-1])} {short[-1]}"
    if len(short) <= 1:
        return "".join(short)
    return f"{', '.join(short[:-1])} and {short[-1]}"
