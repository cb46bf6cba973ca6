"""Adding, saving and deleting a row: a fragment for htmx, a page for everybody else."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from worksheets.queries.access import cluster_for
from worksheets.queries.attachments import counts
from worksheets.services.rows import Saved, add_row, delete_row, save_row
from worksheets.sheets.sheet import Sheet
from worksheets.web import grid
from worksheets.web.refusals import REFUSALS, Typed, refusal, row_address
from worksheets.web.requests import SignedIn
from worksheets.web.sheet import sheet_for
from worksheets.web.workspace import findings_context, frame_context

Work = Callable[[], Saved]


@require_POST
def add(request: SignedIn, cluster_id: int, slug: str) -> HttpResponse:
    """Add a row; 422 with the typed row when cells are wrong."""
    sheet = sheet_for(slug)
    typed = _typed(request, sheet)

    def work() -> Saved:
        return add_row(actor=request.user, cluster_id=cluster_id, sheet=sheet, cells=typed.cells)

    return _answer(request, cluster_id, sheet, "", typed, work)


@require_http_methods(["GET", "HEAD", "POST"])
def save(request: SignedIn, cluster_id: int, slug: str, key: str) -> HttpResponse:
    """Save a row; 422 when cells are wrong, 409 with mine, theirs and base on a conflict."""
    sheet = sheet_for(slug)
    if request.method != "POST":
        cluster_for(request.user, cluster_id)
        return redirect(row_address(cluster_id, sheet, key))
    typed = _typed(request, sheet)

    def work() -> Saved:
        return save_row(
            actor=request.user,
            cluster_id=cluster_id,
            sheet=sheet,
            key=key,
            version=_version(request),
            cells=typed.cells,
            base=typed.base,
        )

    return _answer(request, cluster_id, sheet, key, typed, work)


@require_POST
def delete(request: SignedIn, cluster_id: int, slug: str, key: str) -> HttpResponse:
    """Delete a row; 422 naming the rows that still refer to it."""
    sheet = sheet_for(slug)

    def work() -> Saved:
        return delete_row(
            actor=request.user,
            cluster_id=cluster_id,
            sheet=sheet,
            key=key,
            version=_version(request),
        )

    return _answer(request, cluster_id, sheet, key, Typed({}, {}), work)


def _answer(
    request: SignedIn, cluster_id: int, sheet: Sheet, key: str, typed: Typed, work: Work
) -> HttpResponse:
    started = perf_counter()
    try:
        saved = work()
    except REFUSALS as error:
        return refusal(request, cluster_id, sheet, key, typed, error)
    if not request.htmx:
        return redirect(row_address(cluster_id, sheet, saved.row.key))
    return _fragments(request, cluster_id, sheet, key, saved, perf_counter() - started)


def _fragments(
    request: SignedIn, cluster_id: int, sheet: Sheet, key: str, saved: Saved, seconds: float
) -> HttpResponse:
    """The row as stored, and out of band everything beside it that the write changed."""
    cluster = saved.revision.cluster
    cluster.current = saved.revision
    book = saved.verdict.after
    row = book.plan.get(sheet.row, saved.row.key)
    context = frame_context(request.user, cluster, book, sheet.slug)
    context |= findings_context(cluster_id, book, sheet, saved.verdict)
    attached = counts(cluster_id, sheet.slug)
    context["row"] = grid.row_view(book, sheet, row, attached.get(row.key, 0)) if row else None
    context["names"] = grid.own_names(sheet, book.plan)
    context["may_add"] = key == "" and not sheet.single
    if context["may_add"]:
        context["heads"] = grid.heads(sheet)
        context["new_row"] = grid.new_row_view(book.plan, sheet)
    context["other_rows"] = _changed_rows(sheet, saved, attached)
    context["saved_at"] = timezone.now()
    context["milliseconds"] = max(1, round(seconds * 1000))
    return render(request, "worksheets/saved.html", context)


def _changed_rows(sheet: Sheet, saved: Saved, attached: dict[str, int]) -> list[grid.RowView]:
    """Other rows of the sheet that now look different: in their marks or in names they show."""
    before, after = saved.verdict.before, saved.verdict.after
    if before is after:
        return []
    old, new = before.marked(sheet.slug), after.marked(sheet.slug)
    keys = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    own = [name for name, field in sheet.fields.items() if field.target == sheet.slug]
    old_title = before.plan.titles(sheet.row).get(saved.row.key)
    if own and old_title != after.plan.titles(sheet.row).get(saved.row.key):
        keys |= {row.key for row in after.plan.rows(sheet.row)}
    keys -= {saved.row.key, ""}
    rows = after.plan.pick(sheet.row, sorted(keys))
    return [grid.row_view(after, sheet, row, attached.get(row.key, 0)) for row in rows]


def _typed(request: SignedIn, sheet: Sheet) -> Typed:
    sent: Any = request.POST
    cells = {name: sent[name] for name in sheet.fields if name in sent}
    base = {name: sent[f"base-{name}"] for name in sheet.fields if f"base-{name}" in sent}
    return Typed(cells, base)


def _version(request: SignedIn) -> int:
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
