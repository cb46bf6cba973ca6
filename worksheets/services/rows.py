"""Adding, changing and deleting one row."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
from django.db import transaction

from planner.accounts.access import Action
from planner.accounts.models import User
from planner.audit import record
from worksheets.models import Revision
from worksheets.models.store import write
from worksheets.plan.fields import fields_of
from worksheets.plan.integrity import SINGLE_KEY, row_problems, title_problems
from worksheets.plan.keys import new_key
from worksheets.plan.merge import Clash, merge_rows
from worksheets.plan.plan import Plan
from worksheets.plan.references import users_of
from worksheets.plan.row import Row
from worksheets.queries.access import locked_revision
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.services.errors import NameTaken, RowConflict, RowGone, RowInUse, RowInvalid
from worksheets.services.judging import Verdict, judge_and_store
from worksheets.sheets.cells import CellError, text_of, value_of
from worksheets.sheets.sheet import Sheet


class Saved(NamedTuple):
    """A stored row with its version, and what the judgement of the write says."""

    row: Row
    version: int
    revision: Revision
    verdict: Verdict


def add_row(*, actor: User, cluster_id: int, sheet: Sheet, cells: Mapping[str, str]) -> Saved:
    """Add a row at the end of a worksheet of the current revision.

    `cells` are texts by column; columns left out take their default. Raises RowInvalid, and
    what `locked_revision` raises.
    """
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        book = open_workbook(revision)
        if sheet.single and book.plan.rows(sheet.row):
            raise RowInvalid({"": f"The worksheet {sheet.title} has one row only."})
        key = SINGLE_KEY if sheet.single else new_key(book.plan.titles(sheet.row))
        row = _row_of(book.plan, sheet, key, cells, None)
        plan = book.plan.replace(row)
        _refuse_problems(book.plan, plan, row)
        write.insert_row(revision.pk, row)
        verdict = _judge(actor, revision, book, plan, row, 1)
        _record(actor, revision, "row.added", book.plan, plan, row, None)
        return Saved(row, 1, revision, verdict)


def save_row(
    *,
    actor: User,
    cluster_id: int,
    sheet: Sheet,
    key: str,
    version: int,
    cells: Mapping[str, str],
    base: Mapping[str, str] | None = None,
) -> Saved:
    """Change cells of a row. `cells` and `base` are texts by column.

    `version` is the one the editor started from and `base` what the cells held then. When
    somebody else saved meanwhile, changes to different cells are merged; changes to the same
    cell, or a missing `base`, raise RowConflict. Raises RowInvalid, RowGone, and what
    `locked_revision` raises.
    """
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        book = open_workbook(revision)
        stored = book.plan.get(sheet.row, key)
        current = book.versions.get((sheet.slug, key))
        if stored is None or current is None:
            raise RowGone
        cells = _touched(cells, base)
        mine = _row_of(book.plan, sheet, key, cells, stored)
        if current != version:
            mine = _merge(book.plan, sheet, stored, mine, cells, base)
        plan = book.plan.replace(mine)
        _refuse_problems(book.plan, plan, mine)
        if mine == stored:
            return Saved(stored, current, revision, Verdict(book, book, (), ()))
        write.update_row(revision.pk, stored, mine)
        try:
            verdict = _judge(actor, revision, book, plan, mine, current + 1)
        except NameTaken as error:
            raise RowInvalid({"name": f"{error}."}) from None
        _record(actor, revision, "row.saved", book.plan, plan, mine, stored)
        return Saved(mine, current + 1, revision, verdict)


def delete_row(*, actor: User, cluster_id: int, sheet: Sheet, key: str, version: int) -> Saved:
    """Delete a row that no other row refers to.

    Raises RowInUse, RowGone, RowConflict when it was changed after `version`, RowInvalid for
    the one row of a single-row worksheet, and what `locked_revision` raises.
    """
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        book = open_workbook(revision)
        stored = book.plan.get(sheet.row, key)
        current = book.versions.get((sheet.slug, key))
        if stored is None or current is None:
            raise RowGone
        if sheet.single:
            raise RowInvalid({"": f"The worksheet {sheet.title} always has its one row."})
        if current != version:
            raise RowConflict(())
        users = users_of(book.plan, stored)
        if users:
            raise RowInUse(users)
        write.delete_row(revision.pk, stored)
        plan = book.plan.without(sheet.row, key)
        verdict = _judge(actor, revision, book, plan, stored, None)
        _record(actor, revision, "row.deleted", book.plan, plan, None, stored)
        return Saved(stored, current, revision, verdict)


def _row_of(
    plan: Plan, sheet: Sheet, key: str, cells: Mapping[str, str], stored: Row | None
) -> Row:
    """The row that the texts make, on top of `stored`; raises RowInvalid with every bad cell."""
    values: dict[str, Any] = {}
    errors = {name: "There is no such column." for name in cells if name not in sheet.fields}
    for name, field in sheet.fields.items():
        if name not in cells:
            if stored is None and field.required:
                errors[name] = f"This cell cannot be empty; enter {field.expects}."
            continue
        try:
            values[name] = value_of(plan, field, cells[name])
        except CellError as error:
            errors[name] = str(error)
    if errors:
        raise RowInvalid(errors)
    if stored is None:
        return sheet.row(key=key, **values)
    return msgspec.structs.replace(stored, **values)


def _judge(
    actor: User, revision: Revision, book: Workbook, plan: Plan, row: Row, version: int | None
) -> Verdict:
    """Judge `plan`, in which `row` now has `version`, or is gone."""
    versions = dict(book.versions)
    if version is None:
        del versions[row.slug, row.key]
    else:
        versions[row.slug, row.key] = version
    return judge_and_store(
        revision=revision, actor=actor, before=book, plan=plan, versions=versions
    )


def _touched(cells: Mapping[str, str], base: Mapping[str, str] | None) -> dict[str, str]:
    """The cells whose text is no longer what it was when editing began.

    An untouched cell keeps what is stored even when the name it shows now means another row.
    """
    known = base or {}
    return {
        name: text
        for name, text in cells.items()
        if name not in known or _plain(text) != _plain(known[name])
    }


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _merge(
    plan: Plan,
    sheet: Sheet,
    stored: Row,
    mine: Row,
    cells: Mapping[str, str],
    base: Mapping[str, str] | None,
) -> Row:
    """Put my changes on top of what is stored now; raises RowConflict.

    A cell whose base is not known, or can no longer be read, clashes when it differs.
    """
    known: dict[str, object] = {}
    for name, text in (base or {}).items():
        with contextlib.suppress(CellError, KeyError):
            known[name] = value_of(plan, sheet.fields[name], text)
    blind = [
        Clash(name, None, getattr(mine, name), getattr(stored, name))
        for name in cells
        if name not in known and getattr(mine, name) != getattr(stored, name)
    ]
    started = msgspec.structs.replace(stored, **known)
    merged, clashes = merge_rows(started, mine, stored)
    if blind or clashes:
        raise RowConflict(blind or clashes)
    return merged


def _refuse_problems(before: Plan, plan: Plan, row: Row) -> None:
    errors: dict[str, str] = {}
    found = row_problems(plan, row)
    if before.titles(type(row)).get(row.key) != plan.title(type(row), row.key):
        found += title_problems(plan, row)
    for problem in found:
        column = problem.column if problem.column in fields_of(type(row)) else ""
        errors.setdefault(column, problem.message[:1].upper() + problem.message[1:] + ".")
    if errors:
        raise RowInvalid(errors)


def _record(
    actor: User,
    revision: Revision,
    action: str,
    before: Plan,
    after: Plan,
    row: Row | None,
    stored: Row | None,
) -> None:
    """Write the event: every changed cell as people read it, old and new."""
    subject = row or stored
    assert subject is not None
    changes = {}
    for name, field in fields_of(type(subject)).items():
        old = text_of(before, field, getattr(stored, name)) if stored else ""
        new = text_of(after, field, getattr(row, name)) if row else ""
        if old != new:
            changes[name] = [old, new]
    title = (after if row else before).title(type(subject), subject.key)
    record(
        actor=actor,
        action=action,
        subject=f"cluster:{revision.cluster_id}/revision:{revision.number}"
        f"/{subject.slug}:{subject.key}",
        details={"row": title, "changes": changes},
    )
