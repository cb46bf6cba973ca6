"""Writing rows and whole plans that come typed, from programs.

Every write names the state it was made for: `accepts` is asked with the tag of what is stored
(None where nothing is) and says whether to go on; otherwise Outdated is raised.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec
from django.db import transaction

from planner.accounts.access import Action
from planner.accounts.models import User
from worksheets.models import Revision
from worksheets.plan.integrity import SINGLE_KEY
from worksheets.plan.keys import new_key
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import PlanFileError, decode
from worksheets.plan.references import users_of
from worksheets.plan.row import Row
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.queries.access import locked_revision
from worksheets.queries.tags import plan_tag, row_tag
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.services.changes import change_plan
from worksheets.services.errors import (
    Outdated,
    RowGone,
    RowInUse,
    RowInvalid,
)
from worksheets.services.judging import Verdict
from worksheets.services.rows import row_errors
from worksheets.sheets.sheet import Sheet
from worksheets.sheets.typed import cells_from, expects, key_error

Accepts = Callable[[str | None], bool]
Cells = Mapping[str, object]


class Written(NamedTuple):
    """A row as it now stands in the workbook of `verdict.after`; `made`: it is new."""

    row: Row
    made: bool
    verdict: Verdict


def add_typed_row(*, actor: User, cluster_id: int, sheet: Sheet, cells: Cells) -> Written:
    """Add a row at the end of a worksheet, with the key among the cells or one of its own.

    Raises RowInvalid, PlanInvalid, and what `locked_revision` raises.
    """
    with transaction.atomic():
        revision, book = _open(actor, cluster_id)
        if sheet.single and book.plan.rows(sheet.row):
            raise RowInvalid({"": f"The worksheet {sheet.title} has one row only."})
        key = cells.get("key")
        if key is None:
            key = SINGLE_KEY if sheet.single else new_key(book.plan, sheet.row)
        elif error := key_error(key):
            raise RowInvalid({"key": error})
        elif book.plan.get(sheet.row, str(key)) is not None:
            raise RowInvalid({"key": f"There is a row with the key {key} already."})
        row = _new_row(book.plan, sheet, str(key), cells)
        return _write(actor, revision, book, sheet, row)


def put_typed_row(
    *, actor: User, cluster_id: int, sheet: Sheet, key: str, cells: Cells, accepts: Accepts
) -> Written:
    """Put a whole row where `key` says, in place of what is there: cells left out are empty.

    Raises as `add_typed_row` does, and Outdated.
    """
    with transaction.atomic():
        revision, book = _open(actor, cluster_id)
        _require(book, book.plan.get(sheet.row, key), accepts)
        if error := key_error(key):
            raise RowInvalid({"key": error})
        _refuse_other_key(key, cells)
        return _write(actor, revision, book, sheet, _new_row(book.plan, sheet, key, cells))


def patch_typed_row(
    *, actor: User, cluster_id: int, sheet: Sheet, key: str, cells: Cells, accepts: Accepts
) -> Written:
    """Change some cells of a row; the others stay.

    Raises as `put_typed_row` does, and RowGone where there is no such row.
    """
    with transaction.atomic():
        revision, book = _open(actor, cluster_id)
        stored = _stored(book, sheet, key)
        _require(book, stored, accepts)
        _refuse_other_key(key, cells)
        values = _values(book.plan, sheet, cells, required=False)
        row = msgspec.structs.replace(stored, **values)
        return _write(actor, revision, book, sheet, row)


def remove_typed_row(
    *, actor: User, cluster_id: int, sheet: Sheet, key: str, accepts: Accepts
) -> None:
    """Delete a row that no other row refers to.

    Raises RowGone, Outdated, RowInUse, RowInvalid for the row of a single-row worksheet, and
    what `locked_revision` raises.
    """
    with transaction.atomic():
        revision, book = _open(actor, cluster_id)
        stored = _stored(book, sheet, key)
        _require(book, stored, accepts)
        if sheet.single:
            raise RowInvalid({"": f"The worksheet {sheet.title} always has its one row."})
        users = users_of(book.plan, stored)
        if users:
            raise RowInUse(users)
        change_plan(
            actor=actor,
            revision=revision,
            book=book,
            after=book.plan.without(sheet.row, key),
            label=f"{sheet.title}: {book.plan.title(sheet.row, key)} deleted through the API",
        )


def replace_plan(*, actor: User, cluster_id: int, data: bytes, accepts: Accepts) -> Verdict:
    """Put a whole plan file in place of all worksheets, or nothing.

    Raises PlanFileError with every problem of the file, Outdated, PlanInvalid, and what
    `locked_revision` raises.
    """
    with transaction.atomic():
        revision, book = _open(actor, cluster_id)
        tag = plan_tag(book)
        if not accepts(tag):
            raise Outdated(tag)
        after = decode(data)
        if not after.rows(ClusterOptions):
            raise PlanFileError(
                [f"the file names no cluster; keep the row of {ClusterOptions.slug}"]
            )
        return change_plan(
            actor=actor,
            revision=revision,
            book=book,
            after=after,
            label="Plan replaced through the API",
        )


def _open(actor: User, cluster_id: int) -> tuple[Revision, Workbook]:
    revision = locked_revision(actor, cluster_id, Action.EDIT)
    return revision, open_workbook(revision)


def _stored(book: Workbook, sheet: Sheet, key: str) -> Row:
    row = book.plan.get(sheet.row, key)
    if row is None:
        raise RowGone
    return row


def _require(book: Workbook, row: Row | None, accepts: Accepts) -> None:
    tag = row_tag(book, row) if row else None
    if not accepts(tag):
        raise Outdated(tag, row)


def _refuse_other_key(key: str, cells: Cells) -> None:
    if cells.get("key", key) != key:
        raise RowInvalid({"key": f"A row keeps its key for life; this one has {key}."})


def _new_row(plan: Plan, sheet: Sheet, key: str, cells: Cells) -> Row:
    return sheet.row(key=key, **_values(plan, sheet, cells, required=True))


def _values(plan: Plan, sheet: Sheet, cells: Cells, *, required: bool) -> dict[str, Any]:
    """Values by column; raises RowInvalid with every bad cell."""
    values, errors = cells_from(plan, sheet.row, cells)
    for name, field in sheet.fields.items() if required else ():
        if field.required and name not in cells:
            errors[name] = f"This cell cannot be empty; send {expects(field)}."
    if errors:
        raise RowInvalid(errors)
    return values


def _write(actor: User, revision: Revision, book: Workbook, sheet: Sheet, row: Row) -> Written:
    made = book.plan.get(sheet.row, row.key) is None
    after = book.plan.replace(row)
    did = "added" if made else "changed"
    with row_errors(row):
        verdict = change_plan(
            actor=actor,
            revision=revision,
            book=book,
            after=after,
            label=f"{sheet.title}: {after.title(sheet.row, row.key)} {did} through the API",
        )
    return Written(row, made, verdict)
