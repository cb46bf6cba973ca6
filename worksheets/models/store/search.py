"""Keeps the entries of the search: the cells of a plan that can be found.

Every cell of one line of text can be found: names, addresses, PVIDs, paths, serial numbers,
levels. Long texts, numbers and choices cannot, and a reference is found at the row it names.
"""

from __future__ import annotations

import ipaddress
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from worksheets.models.search_entry import SearchEntry
from worksheets.models.store.mapping import BATCH
from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS


class _Cell(NamedTuple):
    worksheet: str
    key: str
    column: str


class _Shown(NamedTuple):
    text: str
    title: str


def is_searched(field: Field) -> bool:
    """Whether the cells of a column can be found."""
    return field.holds is Holds.TEXT


def folded(text: str) -> str:
    """The form in which texts are compared: no capitals, single blanks, addresses shortened."""
    address = _address(text)
    return str(address) if address is not None else " ".join(text.casefold().split())


def refresh_entries(revision_id: int, before: Plan, after: Plan) -> None:
    """Bring the entries of a revision from one plan to the next; inside the write's transaction.

    An entry holds its row's title, which may hang on rows that it refers to: renaming a node
    also rewrites the entries of its interfaces. Worksheets that neither changed nor refer to one
    that did are not looked at. `before` is an empty plan for a revision without entries.
    """
    if before is after:
        return
    old: dict[_Cell, _Shown] = {}
    new: dict[_Cell, _Shown] = {}
    for kind in _affected(before, after):
        keys = _differing(kind, before, after)
        old |= _shown(before, kind, keys)
        new |= _shown(after, kind, keys)
    _delete(revision_id, [cell for cell in old if cell not in new])
    _upsert(revision_id, {cell: shown for cell, shown in new.items() if old.get(cell) != shown})


def _affected(before: Plan, after: Plan) -> list[type[Row]]:
    changed = {kind.slug for kind in KINDS.values() if before.rows(kind) != after.rows(kind)}
    return [
        kind
        for slug, kind in KINDS.items()
        if not changed.isdisjoint(_reached(slug)) and _columns(kind)
    ]


@cache
def _reached(slug: str) -> frozenset[str]:
    """The worksheet and all those on whose rows the titles of its own may hang."""
    reached: set[str] = set()
    ahead = [slug]
    while ahead:
        here = ahead.pop()
        if here not in reached:
            reached.add(here)
            ahead += [field.target for field in fields_of(KINDS[here]).values() if field.target]
    return frozenset(reached)


@cache
def _columns(kind: type[Row]) -> tuple[str, ...]:
    return tuple(name for name, field in fields_of(kind).items() if is_searched(field))


def _differing(kind: type[Row], before: Plan, after: Plan) -> list[str]:
    """Keys of the rows that are not the very same in both plans, or are called otherwise now."""
    old, new = before.titles(kind), after.titles(kind)
    return [
        key
        for key in dict.fromkeys((*old, *new))
        if before.get(kind, key) is not after.get(kind, key) or old[key] != new[key]
    ]


def _shown(plan: Plan, kind: type[Row], keys: Iterable[str]) -> dict[_Cell, _Shown]:
    found = {}
    titles = plan.titles(kind)
    for row in plan.pick(kind, keys):
        for column in _columns(kind):
            text = getattr(row, column)
            if text:
                found[_Cell(kind.slug, row.key, column)] = _Shown(text, titles[row.key])
    return found


def _upsert(revision_id: int, cells: dict[_Cell, _Shown]) -> None:
    entries = [
        SearchEntry(
            revision_id=revision_id,
            **cell._asdict(),
            **shown._asdict(),
            folded=folded(shown.text),
            is_address=_address(shown.text) is not None,
        )
        for cell, shown in cells.items()
    ]
    if entries:
        SearchEntry.objects.bulk_create(
            entries,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["revision", "worksheet", "key", "column"],
            update_fields=["title", "text", "folded", "is_address"],
        )


def _delete(revision_id: int, cells: list[_Cell]) -> None:
    """One statement for all rows of a worksheet that lose the same columns, BATCH at a time."""
    columns: dict[tuple[str, str], list[str]] = defaultdict(list)
    for cell in cells:
        columns[cell.worksheet, cell.key].append(cell.column)
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for (worksheet, key), names in columns.items():
        alike[worksheet, tuple(names)].append(key)
    entries = SearchEntry.objects.filter(revision_id=revision_id)
    for (worksheet, names_gone), keys in alike.items():
        for start in range(0, len(keys), BATCH):
            some = keys[start : start + BATCH]
            entries.filter(worksheet=worksheet, key__in=some, column__in=names_gone).delete()


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text.strip())
    except ValueError:
        return None
