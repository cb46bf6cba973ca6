"""The page of one worksheet."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from worksheets.models import Cluster
from worksheets.plan.copies import owns
from worksheets.plan.rows.sheet_remark import SheetRemark
from worksheets.queries.access import cluster_for
from worksheets.queries.attachments import counts
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet
from worksheets.web import grid
from worksheets.web.naming import naming_context
from worksheets.web.requests import SignedIn
from worksheets.web.workspace import findings_context, frame_context, revision_of


def sheet_for(slug: str) -> Sheet:
    """The worksheet of that name; raises Http404."""
    sheet = sheets().get(slug)
    if sheet is None:
        raise Http404("There is no such worksheet.")
    return sheet


@require_safe
def first(request: SignedIn, cluster_id: int) -> HttpResponse:
    """Open a cluster at its first worksheet."""
    cluster_for(request.user, cluster_id)
    return redirect("worksheets:sheet", cluster_id, next(iter(sheets())))


@require_safe
def page(request: SignedIn, cluster_id: int, slug: str) -> HttpResponse:
    """A worksheet with its findings; `?edit=KEY` opens that row without JavaScript."""
    sheet = sheet_for(slug)
    cluster = cluster_for(request.user, cluster_id)
    edit = request.GET.get("edit", "")
    return render(request, "worksheets/sheet.html", sheet_context(request, cluster, sheet, edit))


def sheet_context(
    request: SignedIn,
    cluster: Cluster,
    sheet: Sheet,
    edit: str = "",
    edited: grid.RowView | None = None,
) -> dict[str, Any]:
    """All that the page shows. `edited` stands in for its stored row, or for the new row."""
    revision = revision_of(cluster)
    book = open_workbook(revision)
    context = frame_context(request.user, cluster, book, sheet.slug)
    context |= findings_context(cluster.pk, book, sheet)
    context |= editor_context(book, sheet)
    context |= naming_context(book, sheet)
    attached = counts(cluster.pk, sheet.slug)
    context["rows"] = [
        grid.row_view(book, sheet, row, attached.get(row.key, 0))
        for row in book.plan.rows(sheet.row)
    ]
    context["remark"] = _remark(book, sheet)
    context["edit"] = edit if context["may_edit"] else ""
    new_row = grid.new_row_view(book.plan, sheet)
    if edited is not None and edited.key:
        context["rows"] = [edited if v.key == edited.key else v for v in context["rows"]]
        context["edit"] = edited.key
    elif edited is not None:
        new_row = edited
    context["new_row"] = new_row
    context["may_add"] = context["may_edit"] and not (sheet.single and context["rows"])
    return context


def _remark(book: Workbook, sheet: Sheet) -> grid.RowView:
    """What is said of the worksheet as a whole: the row that holds it, or one yet to be added."""
    remarks = sheets()[SheetRemark.slug]
    for row in book.plan.rows(SheetRemark):
        if row.worksheet == sheet.slug:
            return grid.row_view(book, remarks, row)
    return grid.new_row_view(book.plan, remarks)


def editor_context(book: Workbook, sheet: Sheet) -> dict[str, Any]:
    """What the controls of an editor need: columns with options, names to refer to."""
    return {
        "heads": grid.heads(sheet),
        "names": grid.names(sheet, book.plan),
        "blank_row": grid.template_row_view(book.plan, sheet),
        "owns": owns(sheet.row),
    }
