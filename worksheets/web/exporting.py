"""What can be taken out of a cluster, and the files themselves."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from worksheets.exchange.csv_files import write_csv
from worksheets.exchange.plan_schema import schema_bytes
from worksheets.exchange.workbook_writing import write_workbook
from worksheets.queries.access import cluster_for
from worksheets.queries.workbook import open_workbook
from worksheets.sheets.registry import sheets
from worksheets.web.downloads import attachment
from worksheets.web.requests import SignedIn
from worksheets.web.sheet import sheet_for
from worksheets.web.workspace import frame_context, revision_of

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def page(request: SignedIn, cluster_id: int) -> HttpResponse:
    """All formats; `?sheet=` puts one worksheet in front."""
    cluster = cluster_for(request.user, cluster_id)
    book = open_workbook(revision_of(cluster))
    context = frame_context(request.user, cluster, book, "export")
    context["chosen"] = sheets().get(request.GET.get("sheet", ""))
    context["listed"] = [(sheet, len(book.plan.rows(sheet.row))) for sheet in sheets().values()]
    return render(request, "worksheets/export.html", context)


@require_safe
def sheet_csv(request: SignedIn, cluster_id: int, slug: str) -> HttpResponse:
    """One worksheet as CSV."""
    sheet = sheet_for(slug)
    cluster = cluster_for(request.user, cluster_id)
    data = write_csv(open_workbook(revision_of(cluster)).plan, sheet)
    return attachment(data, "text/csv; charset=utf-8", cluster, f"{slugify(sheet.title)}.csv")


@require_safe
def sheet_xlsx(request: SignedIn, cluster_id: int, slug: str) -> HttpResponse:
    """One worksheet as a workbook."""
    sheet = sheet_for(slug)
    cluster = cluster_for(request.user, cluster_id)
    data = write_workbook(open_workbook(revision_of(cluster)).plan, [sheet])
    return attachment(data, _XLSX, cluster, f"{slugify(sheet.title)}.xlsx")


@require_safe
def workbook_xlsx(request: SignedIn, cluster_id: int) -> HttpResponse:
    """All worksheets as a workbook."""
    cluster = cluster_for(request.user, cluster_id)
    data = write_workbook(open_workbook(revision_of(cluster)).plan, sheets().values())
    return attachment(data, _XLSX, cluster, "workbook.xlsx")


@require_safe
def plan_schema(request: SignedIn) -> HttpResponse:
    """The JSON Schema of plan files."""
    return HttpResponse(schema_bytes(), content_type="application/schema+json")
