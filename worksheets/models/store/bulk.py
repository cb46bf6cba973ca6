"""Writes a whole plan to the tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from worksheets.models.base import WorksheetRow
from worksheets.models.store.mapping import BATCH, attribute, link_table, stored, table_of
from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.references import kinds_by_reference
from worksheets.plan.row import Row


def insert_plan(revision_id: int, plan: Plan) -> None:
    """Write all rows of a plan into a revision that has none, referred-to worksheets first."""
    ids: dict[str, dict[str, int]] = {}
    for kind in kinds_by_reference():
        rows = plan.rows(kind)
        if not rows:
            continue
        table = table_of(kind)
        fields = list(fields_of(kind).values())
        own = [field for field in fields if field.target == kind.slug]
        records = []
        for position, row in enumerate(rows):
            record = table(revision_id=revision_id, key=row.key, position=position)
            for field in fields:
                if field.holds is not Holds.REFERENCES and field not in own:
                    value = stored(field, getattr(row, field.name), ids)
                    setattr(record, attribute(field), value)
            records.append(record)
        made = table._default_manager.bulk_create(records, batch_size=BATCH)
        ids[kind.slug] = {record.key: record.pk for record in made}
        _link_within(table, made, rows, own, ids)
        _bulk_lists(table, rows, fields, ids)


def _link_within(
    table: type[WorksheetRow],
    records: list[WorksheetRow],
    rows: tuple[Row, ...],
    own: list[Field],
    ids: Mapping[str, Mapping[str, int]],
) -> None:
    """Set the references of a sheet to itself, once all its rows have ids."""
    single = [field for field in own if field.holds is Holds.REFERENCE]
    if not single:
        return
    for record, row in zip(records, rows, strict=True):
        for field in single:
            setattr(record, attribute(field), stored(field, getattr(row, field.name), ids))
    names = [attribute(field).removesuffix("_id") for field in single]
    table._default_manager.bulk_update(records, names, batch_size=BATCH)


def _bulk_lists(
    table: type[WorksheetRow],
    rows: Iterable[Row],
    fields: Iterable[Field],
    ids: Mapping[str, Mapping[str, int]],
) -> None:
    for field in fields:
        if field.holds is Holds.REFERENCES:
            through = link_table(table, field.name)
            links = [
                through.link(ids[row.slug][row.key], ids[field.target][key])
                for row in rows
                for key in getattr(row, field.name)
            ]
            through.model._default_manager.bulk_create(links, batch_size=BATCH)
