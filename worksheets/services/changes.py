"""The one write to a plan that exists: from the plan as it is to the plan as it shall be.

Saving a row, pasting a block, importing a workbook and undoing all end here.
"""

from __future__ import annotations

from typing import Any

from planner.accounts.models import User
from planner.audit import record
from worksheets.models import Change, Revision
from worksheets.models.store.read import Versions
from worksheets.models.store.write import write_difference
from worksheets.plan.change_log import cells_of, encode_change
from worksheets.plan.difference import Difference, RowChange, difference
from worksheets.plan.fields import fields_of
from worksheets.plan.integrity import SINGLE_KEY, Problem, change_problems
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.queries.workbook import Workbook
from worksheets.services.errors import NameTaken, PlanInvalid
from worksheets.services.estate import judge_others_later
from worksheets.services.judging import Verdict, judge_and_store
from worksheets.sheets.cells import text_of
from worksheets.sheets.registry import sheets

REMEMBERED = 100
LABEL_LENGTH = 200
_PRUNED_EVERY = 20


def change_plan(
    *,
    actor: User,
    revision: Revision,
    book: Workbook,
    after: Plan,
    label: str = "",
    undoes: int | None = None,
) -> Verdict:
    """Make `after` the content of a locked revision whose workbook is `book`.

    Writes the difference, judges, remembers the write for undo and records it; writes nothing
    when there is no difference. `label` says what was done, for people; without one it is made
    from the difference. `undoes`: id of the write that this one takes back. Must run inside
    the transaction that locked the revision. Raises PlanInvalid with every problem.
    """
    found = difference(book.plan, after)
    if not found:
        if undoes is not None:
            _remember(actor, revision, found, label, undoes)
        return Verdict(book, book, (), ())
    problems = change_problems(book.plan, after, found)
    if problems:
        raise PlanInvalid(problems)
    revision.writes += 1
    write_difference(revision.pk, found, revision.writes + 1)
    try:
        verdict = judge_and_store(
            revision=revision,
            actor=actor,
            before=book,
            plan=after,
            versions=_versions(book.versions, found, revision.writes + 1),
        )
    except NameTaken as error:
        raise PlanInvalid([Problem(ClusterOptions.slug, SINGLE_KEY, "name", str(error))]) from None
    label = label or label_of(found, book.plan, after)
    _remember(actor, revision, found, label, undoes)
    _record(actor, revision, book.plan, after, found, label)
    judge_others_later(revision.cluster, verdict)
    return verdict


def label_of(found: Difference, before: Plan, after: Plan) -> str:
    """What a write did, in a few words: "Changed node nodeb: Frame", "Added 12 rows"."""
    if not found.rows:
        return f"Moved rows of {sheets()[found.order[0].slug].title}"
    if len(found.rows) == 1:
        change = found.rows[0]
        sheet = sheets()[change.row.slug]
        plan = after if change.after else before
        row = f"{sheet.singular} {plan.title(sheet.row, change.row.key)}"
        if change.before and change.after:
            labels = [sheet.column(name).label for name in cells_of(change)]
            return f"Changed {row}: {', '.join(labels)}"[:200]
        return f"{'Added' if change.after else 'Deleted'} {row}"[:200]
    parts = [
        f"{word} {len(rows)} row{'s' if len(rows) > 1 else ''}"
        for word, rows in (
            ("added", found.added),
            ("changed", found.changed),
            ("deleted", found.removed),
        )
        if rows
    ]
    return ", ".join(parts).capitalize()


def _versions(before: Versions, found: Difference, first: int) -> Versions:
    versions = dict(before)
    for change in found.rows:
        place = change.row.slug, change.row.key
        if change.after is None:
            del versions[place]
        else:
            versions[place] = versions.get(place, first - 1) + 1
    return versions


def _remember(
    actor: User, revision: Revision, found: Difference, label: str, undoes: int | None
) -> None:
    changes = Change.objects.filter(revision=revision)
    made = Change.objects.create(
        revision=revision,
        actor=actor,
        label=label[:LABEL_LENGTH],
        content=encode_change(found),
        undoes_id=undoes,
    )
    if made.pk % _PRUNED_EVERY == 0:
        oldest = changes.order_by("-id").values_list("id", flat=True)[REMEMBERED - 1 :]
        if first := next(iter(oldest), None):
            changes.filter(id__lt=first).delete()


def _record(
    actor: User, revision: Revision, before: Plan, after: Plan, found: Difference, label: str
) -> None:
    """Write the event: every changed cell as people read it, old and new."""
    subject = f"cluster:{revision.cluster_id}/revision:{revision.number}"
    if len(found.rows) == 1 and not found.order:
        change = found.rows[0]
        action = "row.saved" if change.before and change.after else "row.added"
        record(
            actor=actor,
            action=action if change.after else "row.deleted",
            subject=f"{subject}/{change.row.slug}:{change.row.key}",
            details=_told(before, after, change),
        )
        return
    rows = [
        {"worksheet": change.row.slug, "key": change.row.key, **_told(before, after, change)}
        for change in found.rows
    ]
    moved = [order.slug for order in found.order]
    details = {"label": label, "rows": rows, "moved": moved}
    record(actor=actor, action="rows.changed", subject=subject, details=details)


def _told(before: Plan, after: Plan, change: RowChange) -> dict[str, Any]:
    kind = type(change.row)
    fields = fields_of(kind)
    changes = {}
    for name in cells_of(change):
        old = text_of(before, fields[name], getattr(change.before, name)) if change.before else ""
        new = text_of(after, fields[name], getattr(change.after, name)) if change.after else ""
        if old != new:
            changes[name] = [old, new]
    title = (after if change.after else before).title(kind, change.row.key)
    return {"row": title, "changes": changes}
