"""A write as it is remembered, and how it is taken back.

Taking back is a three-way merge: the rows as the write left them are the base, as they were
before is mine, as they are now is theirs. What others changed since survives, and where they
changed the same cell nothing is taken back at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from worksheets.plan.difference import Difference, Reordering, RowChange
from worksheets.plan.fields import fields_of
from worksheets.plan.merge import merge_rows
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS


class _Entry(msgspec.Struct, frozen=True):
    rows: list[tuple[str, msgspec.Raw, msgspec.Raw, str]]
    order: list[tuple[str, list[str], list[str]]]


class Obstacle(NamedTuple):
    """What keeps a write from being taken back.

    `column` is empty when it is the whole row, `key` too when it is the order of the sheet.
    """

    sheet: str
    key: str
    column: str


def encode_change(found: Difference) -> str:
    """A difference as JSON."""
    rows = [(change.row.slug, *change) for change in found.rows]
    return msgspec.json.encode({"rows": rows, "order": found.order}).decode()


def decode_change(content: str) -> Difference:
    """What `encode_change` wrote; raises msgspec.DecodeError when columns have gone since."""
    entry = msgspec.json.decode(content, type=_Entry)

    def row(slug: str, raw: msgspec.Raw) -> Row | None:
        return None if bytes(raw) == b"null" else msgspec.json.decode(raw, type=KINDS[slug])

    rows = (
        RowChange(row(s, before), row(s, after), above) for s, before, after, above in entry.rows
    )
    order = (Reordering(slug, tuple(was), tuple(now)) for slug, was, now in entry.order)
    return Difference(tuple(rows), tuple(order))


def take_back(plan: Plan, found: Difference) -> tuple[Plan, list[Obstacle]]:
    """The plan without a write that was made to it earlier, and what stands in the way.

    Cells changed by the write and again since are obstacles, as are rows that it added and
    somebody has changed since, rows that it changed and somebody has deleted, and an order that
    somebody has changed again.
    """
    obstacles: list[Obstacle] = []
    back: dict[type[Row], list[tuple[Row, str]]] = {}
    for change in found.rows:
        kind, key = type(change.row), change.row.key
        now = plan.get(kind, key)
        if now == change.before:
            continue
        if change.before is None and now == change.after:
            plan = plan.without(kind, key)
        elif change.after is None and change.before is not None and now is None:
            back.setdefault(kind, []).append((change.before, change.above))
        elif change.before is None or change.after is None or now is None:
            obstacles.append(Obstacle(kind.slug, key, ""))
        else:
            merged, clashes = merge_rows(change.after, change.before, now)
            plan = plan.replace(merged)
            obstacles += [Obstacle(kind.slug, key, clash.column) for clash in clashes]
    for kind, rows in back.items():
        plan = _put_back(plan, kind, rows)
    for order in found.order:
        keys = _earlier_order(plan, order)
        if keys is None:
            obstacles.append(Obstacle(order.slug, "", ""))
        else:
            plan = plan.ordered(KINDS[order.slug], keys)
    return plan, obstacles


def _put_back(plan: Plan, kind: type[Row], rows: list[tuple[Row, str]]) -> Plan:
    """The plan with deleted rows again, each below the row it stood below; last if that is gone."""
    below: dict[str, list[str]] = {}
    for row, above in rows:
        below.setdefault(above, []).append(row.key)
    order = _with_followers([row.key for row in plan.rows(kind)], below)
    return plan.replace(*(row for row, _ in rows)).ordered(kind, order)


def _with_followers(keys: list[str], below: dict[str, list[str]]) -> list[str]:
    """Keys in order, each followed by those that stand below it, and these by theirs."""
    order: list[str] = []
    for key in ["", *keys]:
        waiting = [key]
        while waiting:
            current = waiting.pop()
            order.append(current)
            waiting += reversed(below.pop(current, []))
    return order[1:]


def _earlier_order(plan: Plan, order: Reordering) -> list[str] | None:
    """The order before a write, with rows that came since below those they stand below now.

    None when the rows of the write stand in another order by now.
    """
    now = [row.key for row in plan.rows(KINDS[order.slug])]
    present, known = set(now), set(order.after)
    if [key for key in now if key in known] != [key for key in order.after if key in present]:
        return None
    below: dict[str, list[str]] = {}
    before = set(order.before)
    above = ""
    for key in now:
        if key not in before:
            below.setdefault(above, []).append(key)
        above = key
    return _with_followers([key for key in order.before if key in present], below)


def put_below(plan: Plan, row: Row, above: str) -> Plan:
    """The plan with a row moved below the one with the key `above`; first when that is empty.

    A row whose neighbour is not there stays where it is.
    """
    keys = [other.key for other in plan.rows(type(row)) if other.key != row.key]
    if above and above not in keys:
        return plan
    place = keys.index(above) + 1 if above else 0
    return plan.ordered(type(row), [*keys[:place], row.key, *keys[place:]])


def cells_of(change: RowChange) -> Iterable[str]:
    """Names of the columns in which a row differs before and after."""
    for name in fields_of(type(change.row)):
        old = getattr(change.before, name) if change.before else None
        new = getattr(change.after, name) if change.after else None
        if old != new:
            yield name
