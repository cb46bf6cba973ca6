"""Rows that say the same, as several rules look for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable
from typing import TypeVar

from worksheets.plan.row import Row

K = TypeVar("K", bound=Hashable)
R = TypeVar("R", bound=Row)


def repeated(rows: Collection[R], said: Callable[[R], K]) -> list[tuple[K, list[R]]]:
    """What several of these rows say alike, each with its rows by their keys.

    Nearly always all rows differ, which a set tells at once.
    """
    words = [said(row) for row in rows]
    if len(set(words)) == len(words):
        return []
    found: dict[K, list[R]] = defaultdict(list)
    for word, row in sorted(zip(words, rows, strict=True), key=_key_of_row):
        found[word].append(row)
    return [(word, alike) for word, alike in found.items() if len(alike) > 1]


def _key_of_row(item: tuple[object, Row]) -> str:
    return item[1].key
