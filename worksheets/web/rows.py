"""Changes to single rows: a fragment for htmx, a page for everybody else."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from worksheets.queries.access import cluster_for
from worksheets.queries.attachments import counts
from worksheets.queries.workbook import open_workbook
from worksheets.services.copies import copy_row
from worksheets.services.rows import Saved, add_row, delete_row, move_row, save_row
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet
from worksheets.web import grid
from worksheets.web.refresh import changed_page, panels, refreshed_rows
from worksheets.web.refusals import REFUSALS, Typed, refusal, row_address
from worksheets.web.requests import SignedIn
from worksheets.web.sheet import sheet_for
from worksheets.web.workspace import revision_of

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


@require_POST
def copy(request: SignedIn, cluster_id: int, slug: str, key: str) -> HttpResponse:
    """Copy a row to the place below it; with `deep`, all that belongs to it as well."""
    sheet = sheet_for(slug)
    deep = "deep" in request.POST

    def work() -> Saved:
        return copy_row(actor=request.user, cluster_id=cluster_id, sheet=sheet, key=key, deep=deep)

    return _answer_many(request, cluster_id, sheet, key, work, "Copied")


@require_POST
def move(request: SignedIn, cluster_id: int, slug: str, key: str) -> HttpResponse:
    """Move a row up or down by one (`to`), or below the row `above` ("" for first)."""
    sheet = sheet_for(slug)
    to = request.POST.get("to", "")
    cluster = cluster_for(request.user, cluster_id)
    keys = [row.key for row in open_workbook(revision_of(cluster)).plan.rows(sheet.row)]
    above = _above(keys, key, to) if to else request.POST.get("above", "")

    def work() -> Saved:
        return move_row(
            actor=request.user, cluster_id=cluster_id, sheet=sheet, key=key, above=above
        )

    return _answer_many(request, cluster_id, sheet, key, work, "Moved the row")


def _above(keys: list[str], key: str, to: str) -> str:
    """Key of the row that the moved one shall follow, "" for the first place."""
    if key not in keys:
        return ""
    place = keys.index(key)
    others = keys[:place] + keys[place + 1 :]
    target = min(max(place + (1 if to == "down" else -1), 0), len(others))
    return others[target - 1] if target else ""


def _answer_many(
    request: SignedIn, cluster_id: int, sheet: Sheet, key: str, work: Work, said: str
) -> HttpResponse:
    """The answer to a write that may touch many rows of the sheet."""
    started = perf_counter()
    try:
        saved = work()
    except REFUSALS as error:
        return refusal(request, cluster_id, sheet, key, Typed({}, {}), error)
    if not request.htmx:
        return redirect(row_address(cluster_id, sheet, saved.row.key))
    more = len(saved.verdict.after.plan) - len(saved.verdict.before.plan)
    return changed_page(
        request,
        sheet,
        saved.revision,
        saved.verdict,
        said=f"{said} {more} rows" if more > 1 else said,
        seconds=perf_counter() - started,
        moved_already="moved" in request.POST,
    )


def _answer(
    request: SignedIn, cluster_id: int, sheet: Sheet, key: str, typed: Typed, work: Work
) -> HttpResponse:
    started = perf_counter()
    try:
        saved = work()
    except REFUSALS as error:
        return refusal(request, cluster_id, sheet, key, typed, error)
    if not request.htmx:
        back = sheets().get(request.POST.get("back", ""))
        if back is not None:
            return redirect("worksheets:sheet", cluster_id, back.slug)
        return redirect(row_address(cluster_id, sheet, saved.row.key))
    return _fragments(request, sheet, key, saved, perf_counter() - started)


def _fragments(
    request: SignedIn, sheet: Sheet, key: str, saved: Saved, seconds: float
) -> HttpResponse:
    """The row as stored, and out of band everything beside it that the write changed."""
    book = saved.verdict.after
    row = book.plan.get(sheet.row, saved.row.key)
    context = panels(request, sheet, saved.revision, saved.verdict, seconds)
    attached = counts(saved.revision.cluster_id, sheet.slug)
    context["row"] = grid.row_view(book, sheet, row, attached.get(row.key, 0)) if row else None
    context["may_add"] = key == "" and not sheet.single
    if context["may_add"]:
        context["heads"] = grid.heads(sheet)
        context["new_row"] = grid.new_row_view(book.plan, sheet)
    others = refreshed_rows(sheet, saved.verdict.before, book).changed
    context["other_rows"] = [
        grid.row_view(book, sheet, other, attached.get(other.key, 0))
        for other in others
        if other.key != saved.row.key
    ]
    return render(request, "worksheets/saved.html", context)


def _typed(request: SignedIn, sheet: Sheet) -> Typed:
    sent: Any = request.POST
    cells = {name: sent[name] for name in sheet.fields if name in sent}
    base = {name: sent[f"base-{name}"] for name in sheet.fields if f"base-{name}" in sent}
    return Typed(cells, base)


def _version(request: SignedIn) -> int:
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
