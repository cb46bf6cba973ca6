"""Writes the difference between two plans to the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db import models

from worksheets.models.store.bulk import insert_rows, write_lists
from worksheets.models.store.ids import Ids
from worksheets.models.store.mapping import BATCH, attribute, link_table, stored, table_of
from worksheets.plan.difference import Difference, Reordering
from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.references import kinds_by_reference
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS

Pair = tuple[Row, Row]
Alike = dict[tuple[tuple[str, Any], ...], list[str]]
# From this many different sets of values on, one statement for many rows is quicker.
_FEW = 20
# Rows in such a statement, which takes parameters for each row and column.
_CASES = 100


def write_difference(revision_id: int, found: Difference, first_version: int = 1) -> None:
    """Make the tables of a revision follow a difference; changed rows count their version up.

    New rows begin with `first_version`. Rows come before those that refer to them and go after
    them.
    """
    ids = Ids(revision_id)
    kinds = kinds_by_reference()
    added, removed, changed = _by_kind(found.added), _by_kind(found.removed), found.changed
    for kind in kinds:
        if rows := added.get(kind):
            position = _next_position(revision_id, kind)
            insert_rows(revision_id, kind, rows, position, ids, first_version)
    for kind in kinds:
        pairs = [pair for pair in changed if type(pair[1]) is kind]
        if pairs:
            _update(revision_id, kind, pairs, ids)
    for kind in reversed(kinds):
        if rows := removed.get(kind):
            _delete(revision_id, kind, rows)
    for order in found.order:
        _reorder(revision_id, order)


def _by_kind(rows: Sequence[Row]) -> dict[type[Row], list[Row]]:
    found: dict[type[Row], list[Row]] = defaultdict(list)
    for row in rows:
        found[type(row)].append(row)
    return found


def _next_position(revision_id: int, kind: type[Row]) -> int:
    rows = table_of(kind)._default_manager.filter(revision_id=revision_id)
    last: int | None = rows.aggregate(last=models.Max("position"))["last"]
    return 0 if last is None else last + 1


def _update(revision_id: int, kind: type[Row], pairs: Sequence[Pair], ids: Ids) -> None:
    """Write changed cells; rows that get the same values are written together."""
    fields = [
        field
        for field in fields_of(kind).values()
        if any(_differs(field, before, after) for before, after in pairs)
    ]
    ids.referred_to([after for _, after in pairs], fields)
    alike: Alike = defaultdict(list)
    for before, after in pairs:
        values = [
            (attribute(field), stored(field, getattr(after, field.name), ids))
            for field in fields
            if field.holds is not Holds.REFERENCES and _differs(field, before, after)
        ]
        alike[tuple(values)].append(after.key)
    if len(alike) > _FEW:
        _update_each(revision_id, kind, alike, ids)
        alike = {}
    rows = table_of(kind)._default_manager.filter(revision_id=revision_id)
    for values, keys in alike.items():
        for start in range(0, len(keys), BATCH):
            part = rows.filter(key__in=keys[start : start + BATCH])
            part.update(**dict(values), version=models.F("version") + 1)
    for field in fields:
        if field.holds is Holds.REFERENCES:
            lists = [after for before, after in pairs if _differs(field, before, after)]
            _rewrite_lists(kind, lists, field, ids)


def _update_each(revision_id: int, kind: type[Row], alike: Alike, ids: Ids) -> None:
    """Write rows that get values of their own, many in one statement."""
    table = table_of(kind)
    known = ids.of(kind.slug, [key for keys in alike.values() for key in keys])
    by_columns: dict[tuple[str, ...], list[models.Model]] = defaultdict(list)
    for values, keys in alike.items():
        for key in keys:
            record = table(pk=known[key], **dict(values))
            record.version = models.F("version") + 1
            by_columns[tuple(name for name, _ in values)].append(record)
    for columns, records in by_columns.items():
        names = [name.removesuffix("_id") for name in columns]
        table._default_manager.bulk_update(records, [*names, "version"], batch_size=_CASES)


def _differs(field: Field, before: Row, after: Row) -> bool:
    return bool(getattr(before, field.name) != getattr(after, field.name))


def _rewrite_lists(kind: type[Row], rows: Sequence[Row], field: Field, ids: Ids) -> None:
    if not rows:
        return
    table = table_of(kind)
    through = link_table(table, field.name)
    known = ids.of(kind.slug, [row.key for row in rows])
    sources = [known[row.key] for row in rows]
    links = through.model._default_manager
    for start in range(0, len(sources), BATCH):
        links.filter(**{f"{through.source}__in": sources[start : start + BATCH]}).delete()
    write_lists(table, rows, field, ids)


def _delete(revision_id: int, kind: type[Row], rows: Sequence[Row]) -> None:
    stored_rows = table_of(kind)._default_manager.filter(revision_id=revision_id)
    own = [attribute(field) for field in fields_of(kind).values() if field.target == kind.slug]
    single = {name: None for name in own if name.endswith("_id")}
    parts = [
        stored_rows.filter(key__in=[row.key for row in rows[start : start + BATCH]])
        for start in range(0, len(rows), BATCH)
    ]
    # Rows of one sheet may refer to each other across parts.
    for part in parts if single else ():
        part.update(**single)
    for part in parts:
        part.delete()


def _reorder(revision_id: int, order: Reordering) -> None:
    table = table_of(KINDS[order.slug])
    rows = {
        row.key: row
        for row in table._default_manager.filter(revision_id=revision_id).only("key", "position")
    }
    moved = []
    for position, key in enumerate(order.after):
        if rows[key].position != position:
            rows[key].position = position
            moved.append(rows[key])
    table._default_manager.bulk_update(moved, ["position"], batch_size=BATCH)
