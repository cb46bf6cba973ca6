"""What a page with a worksheet must show anew after a write, as fragments for htmx."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from worksheets.models import Revision
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS
from worksheets.queries.workbook import Workbook
from worksheets.services.judging import Verdict
from worksheets.sheets.sheet import Sheet
from worksheets.web import grid
from worksheets.web.naming import naming_context
from worksheets.web.requests import SignedIn
from worksheets.web.workspace import findings_context, frame_context

# Beyond this many rows, loading the page again is quicker than exchanging rows one by one.
MANY = 300


class Rows(NamedTuple):
    """Rows of a sheet that look different, rows that are new (each with the key of the one above
    it, "" for the first), and keys of rows that are gone. `moved`: the order is another.
    """

    changed: list[Row]
    added: list[tuple[str, Row]]
    gone: list[str]
    moved: bool

    @property
    def many(self) -> bool:
        """Whether exchanging them would take longer than a new page."""
        return len(self.changed) + len(self.added) + len(self.gone) > MANY


def refreshed_rows(sheet: Sheet, before: Workbook, after: Workbook) -> Rows:
    """What changed on a sheet: cells, names that they show, marks and versions."""
    if before is after:
        return Rows([], [], [], False)
    kind = sheet.row
    old, new = before.marked(sheet.slug), after.marked(sheet.slug)
    renamed = _shows_renamed(sheet, before.plan, after.plan)
    changed, added = [], []
    above = ""
    for row in after.plan.rows(kind):
        was = before.plan.get(kind, row.key)
        if was is None:
            added.append((above, row))
        elif (
            was != row
            or renamed
            or old.get(row.key) != new.get(row.key)
            or before.versions[sheet.slug, row.key] != after.versions[sheet.slug, row.key]
        ):
            changed.append(row)
        above = row.key
    was_order = [row.key for row in before.plan.rows(kind) if after.plan.get(kind, row.key)]
    is_order = [row.key for row in after.plan.rows(kind) if before.plan.get(kind, row.key)]
    gone = [row.key for row in before.plan.rows(kind) if after.plan.get(kind, row.key) is None]
    return Rows(changed, added, gone, was_order != is_order)


def _shows_renamed(sheet: Sheet, before: Plan, after: Plan) -> bool:
    """Whether a row that rows of the sheet refer to has another name now."""
    targets = {KINDS[field.target] for field in sheet.fields.values() if field.target}
    return any(
        not _same_names(before, after, kind) for kind in targets if not before.shares(after, kind)
    )


def _same_names(before: Plan, after: Plan, kind: type[Row]) -> bool:
    names = after.titles(kind)
    return all(names.get(key, name) == name for key, name in before.titles(kind).items())


def panels(
    request: SignedIn, sheet: Sheet, revision: Revision, verdict: Verdict, seconds: float
) -> dict[str, Any]:
    """Context of everything beside the grid: findings, worksheets, digest, time of the save."""
    cluster = revision.cluster
    cluster.current = revision
    book = verdict.after
    context = frame_context(request.user, cluster, book, sheet.slug)
    context |= findings_context(cluster.pk, book, sheet, verdict)
    context["names"] = grid.own_names(sheet, book.plan)
    if verdict.before.plan.titles(sheet.row) != book.plan.titles(sheet.row):
        context |= naming_context(book, sheet)
    context["saved_at"] = timezone.now()
    context["milliseconds"] = max(1, round(seconds * 1000))
    return context


def changed_page(
    request: SignedIn,
    sheet: Sheet,
    revision: Revision,
    verdict: Verdict,
    *,
    said: str,
    seconds: float,
    moved_already: bool = False,
) -> HttpResponse:
    """The fragments after a write to many rows; a new page where that is simpler.

    `said`: what was done, in words. `moved_already`: the browser has put the rows in order.
    """
    book = verdict.after
    rows = refreshed_rows(sheet, verdict.before, book)
    if rows.many or (rows.moved and not moved_already):
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = panels(request, sheet, revision, verdict, seconds)
    context["said"] = said
    context["changed"] = [grid.row_view(book, sheet, row) for row in rows.changed]
    context["added"] = [(above, grid.row_view(book, sheet, row)) for above, row in rows.added]
    context["gone"] = rows.gone
    return render(request, "worksheets/changed.html", context)
