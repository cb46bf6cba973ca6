"""Writes single rows to the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from worksheets.models.base import WorksheetRow
from worksheets.models.store.mapping import attribute, link_table, stored, table_of
from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS


def insert_row(revision_id: int, row: Row) -> None:
    """Add a row at the end of its sheet."""
    table = table_of(type(row))
    last = table._default_manager.filter(revision_id=revision_id).aggregate(
        last=models.Max("position")
    )["last"]
    position = 0 if last is None else last + 1
    fields = fields_of(type(row)).values()
    targets = _ids(revision_id, fields, row)
    record = table(revision_id=revision_id, key=row.key, position=position)
    for field in fields:
        if field.holds is not Holds.REFERENCES:
            setattr(record, attribute(field), stored(field, getattr(row, field.name), targets))
    record.save(force_insert=True)
    _write_lists(table, record.pk, row, fields, targets)


def update_row(revision_id: int, before: Row, after: Row) -> None:
    """Write the cells in which `after` differs from `before` and count the version up."""
    table = table_of(type(after))
    changed = [
        field
        for field in fields_of(type(after)).values()
        if getattr(before, field.name) != getattr(after, field.name)
    ]
    targets = _ids(revision_id, changed, after)
    values: dict[str, Any] = {
        attribute(field): stored(field, getattr(after, field.name), targets)
        for field in changed
        if field.holds is not Holds.REFERENCES
    }
    record = table._default_manager.filter(revision_id=revision_id, key=after.key)
    record.update(**values, version=models.F("version") + 1)
    lists = [field for field in changed if field.holds is Holds.REFERENCES]
    if lists:
        row_id = record.values_list("id", flat=True).get()
        for field in lists:
            through = link_table(table, field.name)
            through.model._default_manager.filter(**{through.source: row_id}).delete()
        _write_lists(table, row_id, after, lists, targets)


def delete_row(revision_id: int, row: Row) -> None:
    """Remove a row; raises django.db.models.RestrictedError while others refer to it."""
    table_of(type(row))._default_manager.filter(revision_id=revision_id, key=row.key).delete()


def _ids(revision_id: int, fields: Iterable[Field], row: Row) -> dict[str, dict[str, int]]:
    """Ids of the rows that these cells refer to, by worksheet and key; a query per worksheet."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for field in fields:
        value = getattr(row, field.name)
        if field.holds is Holds.REFERENCE and value:
            wanted[field.target].add(value)
        elif field.holds is Holds.REFERENCES:
            wanted[field.target].update(value)
    ids = {}
    for slug, keys in wanted.items():
        table = table_of(KINDS[slug])._default_manager
        found = table.filter(revision_id=revision_id, key__in=keys).values_list("key", "id")
        ids[slug] = dict(found) if keys else {}
    return ids


def _write_lists(
    table: type[WorksheetRow],
    row_id: int,
    row: Row,
    fields: Iterable[Field],
    ids: Mapping[str, Mapping[str, int]],
) -> None:
    for field in fields:
        if field.holds is Holds.REFERENCES and getattr(row, field.name):
            through = link_table(table, field.name)
            links = [
                through.link(row_id, ids[field.target][key]) for key in getattr(row, field.name)
            ]
            through.model._default_manager.bulk_create(links)
