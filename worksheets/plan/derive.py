"""A new plan made from another one: parts left out, identities cleared, names changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

import msgspec

from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.formats import file_path, name
from worksheets.plan.markers import Identity
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS

_REMARKS = ("notes", "rationale")
_NAMED = (name, file_path)


def keep(plan: Plan, worksheets: Collection[str]) -> Plan:
    """The plan with the rows of these worksheets (slugs) only.

    References to rows left out become empty. A row that is called after a row left out, such
    as a card after its node, or that cannot be without it, is left out too.
    """
    rows = [row for row in plan if row.slug in worksheets]
    while True:
        kept = Plan(rows)
        loose = {(row.slug, row.key): _unbound(kept, row) for row in rows}
        kept = Plan(row for row in loose.values() if row is not None)
        rows = [
            row for row in kept if kept.title(type(row), row.key) == plan.title(type(row), row.key)
        ]
        if len(rows) == len(loose):
            return kept


def _unbound(plan: Plan, row: Row) -> Row | None:
    """The row without references to rows that `plan` lacks; None if it cannot be without them."""
    changes: dict[str, Any] = {}
    for column, field in fields_of(type(row)).items():
        value = getattr(row, column)
        if field.holds is Holds.REFERENCE and value:
            if plan.get(KINDS[field.target], value) is None:
                changes[column] = field.default
                if field.required:
                    return None
        elif field.holds is Holds.REFERENCES and value:
            there = tuple(key for key in value if plan.get(KINDS[field.target], key) is not None)
            if there != value:
                changes[column] = there
    return msgspec.structs.replace(row, **changes) if changes else row


def clear(plan: Plan, identities: Collection[Identity]) -> Plan:
    """The plan without the texts that identify such things; required ones stay."""

    def cleared(field: Field, value: Any) -> Any:
        wanted = field.identifies in identities and not field.required
        return field.default if wanted else value

    return _changed(plan, cleared)


def without_remarks(plan: Plan) -> Plan:
    """The plan without the notes and the rationale of its rows."""
    return _changed(plan, lambda field, value: "" if field.name in _REMARKS else value)


def rename(plan: Plan, words: Mapping[str, str]) -> Plan:
    """The plan with these texts replaced, wherever they stand in a name or in a file path.

    All are replaced in one pass, the longest first, so what one puts in no other takes out.
    """
    ordered = sorted((word for word in words if word), key=len, reverse=True)
    if not ordered:
        return plan
    pattern = re.compile("|".join(re.escape(word) for word in ordered))

    def renamed(field: Field, value: Any) -> Any:
        if not isinstance(value, str) or field.format is None or field.format.check not in _NAMED:
            return value
        return pattern.sub(lambda found: words[found[0]], value)

    return _changed(plan, renamed)


def _changed(plan: Plan, cell: Callable[[Field, Any], Any]) -> Plan:
    rows = []
    for row in plan:
        changes = {}
        for column, field in fields_of(type(row)).items():
            value = getattr(row, column)
            new = cell(field, value)
            if new != value:
                changes[column] = new
        rows.append(msgspec.structs.replace(row, **changes) if changes else row)
    return Plan(rows)
