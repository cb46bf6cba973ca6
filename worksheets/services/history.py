"""Undoing and redoing remembered writes."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from django.db import transaction

from planner.accounts.access import Action
from planner.accounts.models import User
from worksheets.models import Change, Revision
from worksheets.plan.change_log import Obstacle, decode_change, take_back
from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.queries.access import locked_revision
from worksheets.queries.history import history, next_redo, next_undo
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.services.changes import change_plan
from worksheets.services.errors import PlanInvalid, UndoRefused
from worksheets.services.judging import Verdict
from worksheets.sheets.registry import sheets

_WAS = ("Redone: ", "Undone: ")


class TakenBack(NamedTuple):
    """What was undone or redone, in words, and what that did."""

    label: str
    revision: Revision
    verdict: Verdict


def undo(*, actor: User, cluster_id: int, change_id: int | None = None) -> TakenBack:
    """Take back a write: that one, or the person's own last one that is in effect.

    What others changed since survives. Raises UndoRefused, saying what stands in the way, and
    what `locked_revision` raises.
    """
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        change = next_undo(revision, actor) if change_id is None else _chosen(revision, change_id)
        if change is None:
            raise UndoRefused(["There is nothing of yours left to undo here."])
        return _take_back(actor, revision, change)


def redo(*, actor: User, cluster_id: int) -> TakenBack:
    """Bring back what the person undid last, unless they changed something since.

    Raises as `undo` does.
    """
    with transaction.atomic():
        revision = locked_revision(actor, cluster_id, Action.EDIT)
        change = next_redo(revision, actor)
        if change is None:
            raise UndoRefused(
                ["There is nothing to redo: nothing was undone since your last change."]
            )
        return _take_back(actor, revision, change)


def _chosen(revision: Revision, change_id: int) -> Change:
    for change, in_effect in history(revision):
        if change.pk == change_id and in_effect:
            return change
    raise UndoRefused(["That change is not in effect any more; look at the list again."])


def _take_back(actor: User, revision: Revision, change: Change) -> TakenBack:
    book = open_workbook(revision)
    try:
        found = decode_change(change.content)
    except (msgspec.DecodeError, KeyError):
        message = "The worksheets have other columns since that change; change the cells by hand."
        raise UndoRefused([message]) from None
    after, obstacles = take_back(book.plan, found)
    if obstacles:
        raise UndoRefused([_told(book.plan, obstacle) for obstacle in obstacles])
    text = change.label
    for word in _WAS:
        text = text.removeprefix(word)
    label = f"{_WAS[0] if change.undoes_id else _WAS[1]}{text}"[:200]
    try:
        verdict = change_plan(
            actor=actor, revision=revision, book=book, after=after, label=label, undoes=change.pk
        )
    except PlanInvalid as error:
        raise UndoRefused(_reasons(book, after, error)) from None
    return TakenBack(label, revision, verdict)


def _told(plan: Plan, obstacle: Obstacle) -> str:
    sheet = sheets()[obstacle.sheet]
    if not obstacle.key:
        return f"The rows of {sheet.title} have been put in another order since; move them by hand."
    row = f"{sheet.singular} {plan.title(KINDS[obstacle.sheet], obstacle.key)}"
    if obstacle.column:
        label = sheet.column(obstacle.column).label
        return f"{label} of {row} has been changed again since; change it by hand."
    return f"The {row} has been changed or deleted since; change it by hand."


def _reasons(book: Workbook, after: Plan, error: PlanInvalid) -> list[str]:
    reasons = []
    for problem in error.problems[:10]:
        sheet = sheets()[problem.sheet]
        plan = after if after.get(sheet.row, problem.key) else book.plan
        title = plan.title(sheet.row, problem.key)
        reasons.append(f"{sheet.title}, {title}: {problem.message}.")
    return reasons
