"""Writes new rows, many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from worksheets.models.base import WorksheetRow
from worksheets.models.store.ids import Ids
from worksheets.models.store.mapping import BATCH, attribute, link_table, stored, table_of
from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.references import kinds_by_reference
from worksheets.plan.row import Row


def insert_plan(revision_id: int, plan: Plan) -> None:
    """Write all rows of a plan into a revision that has none, referred-to worksheets first."""
    ids = Ids(revision_id)
    for kind in kinds_by_reference():
        if rows := plan.rows(kind):
            insert_rows(revision_id, kind, rows, 0, ids)


def insert_rows(
    revision_id: int,
    kind: type[Row],
    rows: Sequence[Row],
    first: int,
    ids: Ids,
    version: int = 1,
) -> None:
    """Write rows of one worksheet at the positions from `first` on.

    Everything they refer to must be written, or be among them.
    """
    table = table_of(kind)
    fields = list(fields_of(kind).values())
    own = [field for field in fields if field.target == kind.slug]
    ids.referred_to(rows, [field for field in fields if field not in own])
    records = []
    for position, row in enumerate(rows, start=first):
        record = table(revision_id=revision_id, key=row.key, position=position, version=version)
        for field in fields:
            if field.holds is not Holds.REFERENCES and field not in own:
                setattr(record, attribute(field), stored(field, getattr(row, field.name), ids))
        records.append(record)
    made = table._default_manager.bulk_create(records, batch_size=BATCH)
    ids.add(kind.slug, {record.key: record.pk for record in made})
    ids.referred_to(rows, own)
    _link_within(table, made, rows, own, ids)
    for field in fields:
        if field.holds is Holds.REFERENCES:
            write_lists(table, rows, field, ids)


def write_lists(table: type[WorksheetRow], rows: Iterable[Row], field: Field, ids: Ids) -> None:
    """Write one list column of rows that have no links there yet."""
    through = link_table(table, field.name)
    links = [
        through.link(ids.of(row.slug, ())[row.key], ids.of(field.target, ())[key])
        for row in rows
        for key in getattr(row, field.name)
    ]
    if links:
        through.model._default_manager.bulk_create(links, batch_size=BATCH)


def _link_within(
    table: type[WorksheetRow],
    records: list[WorksheetRow],
    rows: Sequence[Row],
    own: list[Field],
    ids: Ids,
) -> None:
    """Set the references of a sheet to itself, once all its rows have ids."""
    single = [field for field in own if field.holds is Holds.REFERENCE]
    linked = []
    for record, row in zip(records, rows, strict=True):
        for field in single:
            setattr(record, attribute(field), stored(field, getattr(row, field.name), ids))
        if any(getattr(row, field.name) for field in single):
            linked.append(record)
    if linked:
        names = [attribute(field).removesuffix("_id") for field in single]
        table._default_manager.bulk_update(linked, names, batch_size=BATCH)
