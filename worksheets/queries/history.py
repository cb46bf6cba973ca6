"""The last writes to a revision and which of them are in effect."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from planner.accounts.models import User
from worksheets.models import Change, Revision
from worksheets.plan.change_log import cells_of, decode_change
from worksheets.plan.plan import Plan
from worksheets.sheets.cells import text_of
from worksheets.sheets.registry import sheets

SHOWN = 50


class Written(NamedTuple):
    """A write; `in_effect` is false once it was taken back."""

    change: Change
    in_effect: bool


class Told(NamedTuple):
    """One cell of a write: row, column, and its texts before and after; no column for an order."""

    row: str
    column: str
    before: str
    after: str


def told(plan: Plan, content: str) -> list[Told]:
    """What a write changed, in the names that rows have in `plan`; nothing if it cannot be read."""
    try:
        found = decode_change(content)
    except (msgspec.DecodeError, KeyError):
        return []
    cells = []
    for change in found.rows:
        sheet = sheets()[change.row.slug]
        key = change.row.key
        title = plan.titles(sheet.row).get(key) or change.row.title(plan)
        for name in cells_of(change):
            field = sheet.fields[name]
            texts = (
                text_of(plan, field, getattr(row, name)) if row else ""
                for row in (change.before, change.after)
            )
            before, after = texts
            if before != after:
                label = sheet.column(name).label
                cells.append(Told(f"{sheet.singular} {title}", label, before, after))
    cells += [Told(sheets()[order.slug].title, "", "", "another order") for order in found.order]
    return cells


def history(revision: Revision, limit: int = SHOWN) -> list[Written]:
    """The last writes, newest first."""
    changes = list(
        Change.objects.filter(revision=revision)
        .select_related("actor", "undoes")
        .defer("content", "undoes__content")
        .order_by("-id")[:limit]
    )
    undone: set[int] = set()
    found = []
    for change in changes:
        in_effect = change.pk not in undone
        if in_effect and change.undoes_id:
            undone.add(change.undoes_id)
        found.append(Written(change, in_effect))
    return found


def next_undo(revision: Revision, user: User) -> Change | None:
    """The person's last write that is in effect and takes nothing back."""
    for change, in_effect in history(revision):
        if in_effect and change.actor_id == user.pk and not change.undoes_id:
            return change
    return None


def next_redo(revision: Revision, user: User) -> Change | None:
    """The person's earliest undoing since their last other write, if it is still in effect.

    Undoing it brings back what was undone last.
    """
    for change, in_effect in history(revision):
        if change.actor_id != user.pk:
            continue
        if change.undoes_id is None:
            return None
        took_back_an_undo = change.undoes is not None and change.undoes.undoes_id is not None
        if in_effect and not took_back_an_undo:
            return change
    return None
