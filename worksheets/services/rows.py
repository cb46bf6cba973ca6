"""Adding, changing, moving and deleting one row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from django.db import transaction

from planner.accounts.access import Action
from planner.accounts.models import User
from worksheets.models import Revision
from worksheets.plan.change_log import put_below
from worksheets.plan.integrity import SINGLE_KEY
from worksheets.plan.keys import new_key
from worksheets.plan.plan import Plan
from worksheets.plan.references import users_of
from worksheets.plan.row import Row
from worksheets.queries.access import locked_revision
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.services.changes import change_plan
from worksheets.services.errors import (
    PlanInvalid,
    RowConflict,
    RowGone,
    RowInUse,
    RowInvalid,
)
from worksheets.services.judging import Verdict
from worksheets.services.typed import merged_row, row_of, touched
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
        key = SINGLE_KEY if sheet.single else new_key(book.plan, sheet.row)
        row = row_of(book.plan, sheet, key, cells, None)
        return _store(actor, revision, book, book.plan.replace(row), row)


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
        stored, current = stored_row(book, sheet, key)
        cells = touched(cells, base)
        mine = row_of(book.plan, sheet, key, cells, stored)
        if current != version:
            mine = merged_row(book.plan, sheet, stored, mine, cells, base)
        return _store(actor, revision, book, book.plan.replace(mine), mine)


def delete_row(*, actor: User, cluster_id: int, sheet: Sheet, key: str, version: int) -> Saved:
    """Delete a row that no other row refers to.

    Raises RowInUse, RowGone, RowConflict when it was changed after `version`, RowInvalid for
    the one row of a single-row worksheet, and what `locked_revision` raises.
    """
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        book = open_workbook(revision)
        stored, current = stored_row(book, sheet, key)
        if sheet.single:
            raise RowInvalid({"": f"The worksheet {sheet.title} always has its one row."})
        if current != version:
            raise RowConflict(())
        users = users_of(book.plan, stored)
        if users:
            raise RowInUse(users)
        return _store(actor, revision, book, book.plan.without(sheet.row, key), stored)


def move_row(*, actor: User, cluster_id: int, sheet: Sheet, key: str, above: str) -> Saved:
    """Put a row below the row with the key `above`; first when that is empty.

    Raises RowGone when one of the two is gone, and what `locked_revision` raises.
    """
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        book = open_workbook(revision)
        stored, _ = stored_row(book, sheet, key)
        if above and book.plan.get(sheet.row, above) is None:
            raise RowGone
        return _store(actor, revision, book, put_below(book.plan, stored, above), stored)


def stored_row(book: Workbook, sheet: Sheet, key: str) -> tuple[Row, int]:
    """The row with its version; raises RowGone."""
    row = book.plan.get(sheet.row, key)
    if row is None:
        raise RowGone
    return row, book.versions[sheet.slug, key]


@contextmanager
def row_errors(row: Row) -> Iterator[None]:
    """Turns the problems of a plan into errors by column of the one row that was written."""
    try:
        yield
    except PlanInvalid as error:
        errors: dict[str, str] = {}
        for problem in error.problems:
            here = (problem.sheet, problem.key) == (row.slug, row.key)
            column = problem.column if here and hasattr(row, problem.column) else ""
            message = problem.message[:1].upper() + problem.message[1:]
            errors.setdefault(column, message.rstrip(".") + ".")
        raise RowInvalid(errors) from None


def _store(actor: User, revision: Revision, book: Workbook, after: Plan, row: Row) -> Saved:
    with row_errors(row):
        verdict = change_plan(actor=actor, revision=revision, book=book, after=after)
    version = verdict.after.versions.get((row.slug, row.key), 0)
    return Saved(row, version, revision, verdict)
