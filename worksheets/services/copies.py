"""Copying rows."""

from __future__ import annotations

from django.db import transaction

from planner.accounts.access import Action
from planner.accounts.models import User
from worksheets.plan.change_log import put_below
from worksheets.plan.copies import with_copy
from worksheets.queries.access import locked_revision
from worksheets.queries.workbook import open_workbook
from worksheets.services.changes import change_plan
from worksheets.services.errors import RowInvalid
from worksheets.services.rows import Saved, row_errors, stored_row
from worksheets.sheets.sheet import Sheet


def copy_row(*, actor: User, cluster_id: int, sheet: Sheet, key: str, deep: bool = False) -> Saved:
    """Copy a row to the place below it; `deep` copies all that belongs to it as well.

    Raises RowGone, RowInvalid for the one row of a single-row worksheet, and what
    `locked_revision` raises.
    """
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        book = open_workbook(revision)
        stored, _ = stored_row(book, sheet, key)
        if sheet.single:
            raise RowInvalid({"": f"The worksheet {sheet.title} has one row only."})
        plan, copy = with_copy(book.plan, stored, deep=deep)
        plan = put_below(plan, copy, key)
        title = plan.title(sheet.row, copy.key)
        what = " with all that belongs to it" if deep else ""
        label = f"Copied {sheet.singular} {book.plan.title(sheet.row, key)} to {title}{what}"
        with row_errors(copy):
            verdict = change_plan(
                actor=actor, revision=revision, book=book, after=plan, label=label[:200]
            )
        return Saved(copy, 1, revision, verdict)
