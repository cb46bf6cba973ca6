"""What a person sees when a write to a row was refused: the row in its editor, nothing lost."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from worksheets.plan.rows import KINDS
from worksheets.queries.access import cluster_for
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.services.errors import RowConflict, RowGone, RowInUse, RowInvalid
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet
from worksheets.web import grid
from worksheets.web.requests import SignedIn
from worksheets.web.sheet import editor_context, sheet_context
from worksheets.web.workspace import revision_of

REFUSALS = (RowInvalid, RowInUse, RowConflict, RowGone)


class Typed(NamedTuple):
    """Texts by column as sent, and what the cells held when editing began."""

    cells: dict[str, str]
    base: dict[str, str]


def row_address(cluster_id: int, sheet: Sheet, key: str) -> str:
    """Address of a worksheet at one of its rows."""
    return reverse("worksheets:sheet", args=[cluster_id, sheet.slug]) + f"#row-{key}"


def refusal(
    request: SignedIn, cluster_id: int, sheet: Sheet, key: str, typed: Typed, error: Exception
) -> HttpResponse:
    """The answer to one of REFUSALS: 422 for input, 409 when somebody else was faster."""
    cluster = cluster_for(request.user, cluster_id)
    book = open_workbook(revision_of(cluster))
    if isinstance(error, RowGone) and (sheet.single or not typed.cells):
        return _nothing_left(request, cluster_id, sheet)
    row = book.plan.get(sheet.row, key)
    view = grid.row_view(book, sheet, row) if row else grid.new_row_view(book.plan, sheet)
    _explain(view, book, cluster_id, sheet, typed, error)
    status = 422 if isinstance(error, RowInvalid | RowInUse) else 409
    if not request.htmx:
        context = sheet_context(request, cluster, sheet, view.key, view)
        return render(request, "worksheets/sheet.html", context, status=status)
    context = {"cluster": cluster, "sheet": sheet, "row": view, **editor_context(book, sheet)}
    return render(request, "worksheets/refused.html", context, status=status)


def _explain(
    view: grid.RowView,
    book: Workbook,
    cluster_id: int,
    sheet: Sheet,
    typed: Typed,
    error: Exception,
) -> None:
    if isinstance(error, RowInvalid):
        grid.with_input(view, typed.cells, typed.base, error.errors)
    elif isinstance(error, RowInUse):
        view.users = [_user(book, cluster_id, *user) for user in error.users]
    elif isinstance(error, RowConflict) and error.clashes:
        grid.with_clashes(view, book.plan, sheet, typed.cells, error.clashes)
        view.error = "Somebody else changed this row first. Choose cell by cell, then save again."
    elif isinstance(error, RowConflict):
        view.error = "Somebody else changed this row. Look at it again before you delete it."
    else:
        message = "Somebody else deleted this row. What you typed stands here; save to add it."
        grid.with_input(view, typed.cells, typed.base, {"": message})


def _user(book: Workbook, cluster_id: int, slug: str, key: str) -> tuple[str, str, str]:
    """Worksheet, title and address of a row that refers to the one to be deleted."""
    sheet = sheets()[slug]
    return sheet.title, book.plan.title(KINDS[slug], key), row_address(cluster_id, sheet, key)


def _nothing_left(request: SignedIn, cluster_id: int, sheet: Sheet) -> HttpResponse:
    """A row that was to be deleted is gone already; a single row that never was is not found."""
    if sheet.single:
        raise Http404("There is no such row.")
    if request.htmx:
        return HttpResponse("")
    target: Any = redirect("worksheets:sheet", cluster_id, sheet.slug)
    return target
