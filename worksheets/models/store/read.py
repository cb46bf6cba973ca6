"""Reads the plan of a revision from the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from worksheets.models.store.mapping import attribute, link_table, table_of
from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS

Versions = dict[tuple[str, str], int]


def read_plan(revision_id: int) -> Plan:
    """The plan of a revision: one query per worksheet and one per list column that is in use."""
    return read_rows(revision_id)[0]


def read_rows(revision_id: int) -> tuple[Plan, Versions]:
    """The plan of a revision, and the version of each row by worksheet and key."""
    stored = {kind: _stored_rows(kind, revision_id) for kind in KINDS.values()}
    keys = {kind: {record["id"]: record["key"] for record in stored[kind]} for kind in stored}
    rows: list[Row] = []
    versions: Versions = {}
    for kind, records in stored.items():
        lists = _stored_lists(kind, revision_id, keys) if records else {}
        fields = fields_of(kind)
        for record in records:
            rows.append(_row(kind, fields, record, lists, keys))
            versions[kind.slug, record["key"]] = record["version"]
    return Plan(rows), versions


def _stored_rows(kind: type[Row], revision_id: int) -> list[dict[str, Any]]:
    names = ["id", "key", "version"]
    names += [
        attribute(field)
        for field in fields_of(kind).values()
        if field.holds is not Holds.REFERENCES
    ]
    records = table_of(kind)._default_manager.filter(revision_id=revision_id)
    return list(records.order_by("position", "id").values(*names))


def _stored_lists(
    kind: type[Row], revision_id: int, keys: Mapping[type[Row], Mapping[int, str]]
) -> dict[str, dict[int, list[str]]]:
    lists = {}
    for field in fields_of(kind).values():
        if field.holds is not Holds.REFERENCES:
            continue
        through = link_table(table_of(kind), field.name)
        names = keys[KINDS[field.target]]
        found: dict[int, list[str]] = defaultdict(list)
        links = through.model._default_manager.filter(**{through.revision: revision_id})
        for source, target in links.order_by("id").values_list(through.source, through.target):
            found[source].append(names[target])
        lists[field.name] = found
    return lists


def _row(
    kind: type[Row],
    fields: Mapping[str, Field],
    record: Mapping[str, Any],
    lists: Mapping[str, Mapping[int, list[str]]],
    keys: Mapping[type[Row], Mapping[int, str]],
) -> Row:
    values: dict[str, Any] = {"key": record["key"]}
    for name, field in fields.items():
        if field.holds is Holds.REFERENCES:
            values[name] = tuple(lists[name].get(record["id"], ()))
        elif field.holds is Holds.REFERENCE:
            target = record[f"{name}_id"]
            values[name] = "" if target is None else keys[KINDS[field.target]][target]
        elif field.choices is not None:
            value = record[name]
            values[name] = None if value is None else field.choices(value)
        else:
            values[name] = record[name]
    return kind(**values)
