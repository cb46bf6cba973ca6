"""Writing a plan that has changed in any number of rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from planner.accounts.models import User
from planner.audit import record
from worksheets.models import Revision
from worksheets.models.store import write
from worksheets.models.store.bulk import _kinds_by_reference
from worksheets.models.store.read import read_rows
from worksheets.plan.fields import fields_of
from worksheets.plan.integrity import problems
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.queries.workbook import Workbook
from worksheets.services.errors import PlanInvalid
from worksheets.services.judging import Verdict, judge_and_store
from worksheets.sheets.cells import text_of


def change_plan(
    *, actor: User, revision: Revision, book: Workbook, after: Plan, label: str
) -> Verdict:
    """Write the difference between the workbook of the locked revision and `after`.

    `label` says in the event log what was done. Raises PlanInvalid and NameTaken.
    """
    if after == book.plan:
        return Verdict(book, book, (), ())
    found = problems(after)
    if found:
        raise PlanInvalid(found)
    _write(revision.pk, book.plan, after)
    versions = read_rows(revision.pk)[1]
    verdict = judge_and_store(
        revision=revision, actor=actor, before=book, plan=after, versions=versions
    )
    record(
        actor=actor,
        action="plan.changed",
        subject=f"cluster:{revision.cluster_id}/revision:{revision.number}",
        details={"label": label, "changes": _changes(book.plan, after)},
    )
    return verdict


def _write(revision_id: int, before: Plan, after: Plan) -> None:
    kinds = _kinds_by_reference()
    for row in _rows(kinds, after):
        if before.get(type(row), row.key) is None:
            write.insert_row(revision_id, _unlinked(row))
    for row in _rows(kinds, after):
        old = before.get(type(row), row.key) or _unlinked(row)
        if old != row:
            write.update_row(revision_id, old, row)
    gone = [row for row in _rows(kinds, before) if after.get(type(row), row.key) is None]
    for row in gone:
        if _unlinked(row) != row:
            write.update_row(revision_id, row, _unlinked(row))
    for row in gone:
        write.delete_row(revision_id, row)


def _rows(kinds: Iterable[type[Row]], plan: Plan) -> list[Row]:
    return [row for kind in kinds for row in plan.rows(kind)]


def _unlinked(row: Row) -> Row:
    """The row without its references."""
    names = {field.name: field.default for field in fields_of(type(row)).values() if field.target}
    return msgspec.structs.replace(row, **names)


def _changes(before: Plan, after: Plan) -> dict[str, Any]:
    """Old and new texts of every changed cell, by `worksheet:key` and column."""
    changes: dict[str, Any] = {}
    rows = {(row.slug, row.key): row for row in [*before, *after]}
    for (slug, key), row in rows.items():
        old, new = before.get(type(row), key), after.get(type(row), key)
        if old == new:
            continue
        cells = {}
        kind: type[Row] = type(row)
        for name, field in fields_of(kind).items():
            texts = [
                text_of(plan, field, getattr(at, name)) if at else ""
                for plan, at in ((before, old), (after, new))
            ]
            if texts[0] != texts[1]:
                cells[name] = texts
        changes[f"{slug}:{key}"] = cells
    return changes
