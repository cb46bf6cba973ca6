from __future__ import annotations

from django.urls import path

from worksheets.web import (
    attachments,
    catalogue,
    clusters,
    documents,
    findings,
    portfolio,
    presence,
    rows,
    search,
    sheet,
)

app_name = "worksheets"

urlpatterns = [
    path("", portfolio.page, name="portfolio"),
    path("portfolio.csv", portfolio.as_csv, name="portfolio-csv"),
    path("clusters/new/", clusters.new, name="cluster-new"),
    path("clusters/import/", clusters.import_file, name="cluster-import"),
    path("rules/", catalogue.page, name="catalogue"),
    path("search/", search.page, name="search"),
    path("clusters/<int:cluster_id>/", sheet.first, name="cluster"),
    path("clusters/<int:cluster_id>/findings/", findings.page, name="findings"),
    path("clusters/<int:cluster_id>/diagram/", documents.diagram_page, name="diagram"),
    path("clusters/<int:cluster_id>/design.pdf", documents.design_pdf, name="design-pdf"),
    path("clusters/<int:cluster_id>/plan.json", documents.plan_json, name="plan-json"),
    path("clusters/<int:cluster_id>/attachments/", attachments.page, name="attachments"),
    path(
        "clusters/<int:cluster_id>/attachments/<int:attachment_id>/",
        attachments.download,
        name="attachment",
    ),
    path(
        "clusters/<int:cluster_id>/attachments/<int:attachment_id>/remove/",
        attachments.remove_page,
        name="attachment-remove",
    ),
    path("clusters/<int:cluster_id>/presence/", presence.beat, name="presence"),
    path("clusters/<int:cluster_id>/<slug:slug>/", sheet.page, name="sheet"),
    path("clusters/<int:cluster_id>/<slug:slug>/rows/", rows.add, name="row-add"),
    path("clusters/<int:cluster_id>/<slug:slug>/rows/<str:key>/", rows.save, name="row"),
    path(
        "clusters/<int:cluster_id>/<slug:slug>/rows/<str:key>/delete/",
        rows.delete,
        name="row-delete",
    ),
]
