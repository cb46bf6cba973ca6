from __future__ import annotations

from django.urls import path

from worksheets.web import (
    blocks,
    catalogue,
    clusters,
    documents,
    exporting,
    findings,
    guide,
    history,
    importing,
    naming,
    portfolio,
    quick_start,
    rows,
    sheet,
    templates,
)

app_name = "worksheets"

urlpatterns = [
    path("", portfolio.page, name="portfolio"),
    path("portfolio.csv", portfolio.as_csv, name="portfolio-csv"),
    path("clusters/new/", clusters.new, name="cluster-new"),
    path("clusters/import/", clusters.import_file, name="cluster-import"),
    path("plan.schema.json", exporting.plan_schema, name="plan-schema"),
    path("clusters/quick-start/", quick_start.form, name="quick-start"),
    path("rules/", catalogue.page, name="catalogue"),
    path("guide/", guide.page, name="guide"),
    path("naming/", naming.listing, name="naming"),
    path("naming/<slug:worksheet>/", naming.edit, name="naming-rule"),
    path("naming/<slug:worksheet>/remove/", naming.remove, name="naming-rule-remove"),
    path("templates/", templates.listing, name="templates"),
    path("templates/<int:template_id>/use/", templates.use, name="template-use"),
    path("templates/<int:template_id>/retire/", templates.retire, name="template-retire"),
    path("clusters/<int:cluster_id>/", sheet.first, name="cluster"),
    path("clusters/<int:cluster_id>/findings/", findings.page, name="findings"),
    path("clusters/<int:cluster_id>/assumptions/", quick_start.assumed, name="assumptions"),
    path("clusters/<int:cluster_id>/copy/", templates.copy, name="cluster-copy"),
    path("clusters/<int:cluster_id>/template/", templates.save, name="template-save"),
    path("clusters/<int:cluster_id>/diagram/", documents.diagram_page, name="diagram"),
    path("clusters/<int:cluster_id>/design.pdf", documents.design_pdf, name="design-pdf"),
    path("clusters/<int:cluster_id>/plan.json", documents.plan_json, name="plan-json"),
    path("clusters/<int:cluster_id>/history/", history.page, name="history"),
    path("clusters/<int:cluster_id>/undo/", history.undo_last, name="undo"),
    path("clusters/<int:cluster_id>/redo/", history.redo_last, name="redo"),
    path("clusters/<int:cluster_id>/import/", importing.page, name="import"),
    path(
        "clusters/<int:cluster_id>/import/<int:import_id>/",
        importing.preview,
        name="import-preview",
    ),
    path(
        "clusters/<int:cluster_id>/import/<int:import_id>/cancel/",
        importing.cancel,
        name="import-cancel",
    ),
    path("clusters/<int:cluster_id>/export/", exporting.page, name="export"),
    path("clusters/<int:cluster_id>/workbook.xlsx", exporting.workbook_xlsx, name="workbook-xlsx"),
    path("clusters/<int:cluster_id>/<slug:slug>/sheet.csv", exporting.sheet_csv, name="sheet-csv"),
    path(
        "clusters/<int:cluster_id>/<slug:slug>/sheet.xlsx", exporting.sheet_xlsx, name="sheet-xlsx"
    ),
    path("clusters/<int:cluster_id>/<slug:slug>/", sheet.page, name="sheet"),
    path("clusters/<int:cluster_id>/<slug:slug>/rows/", rows.add, name="row-add"),
    path("clusters/<int:cluster_id>/<slug:slug>/rows/<str:key>/", rows.save, name="row"),
    path(
        "clusters/<int:cluster_id>/<slug:slug>/rows/<str:key>/delete/",
        rows.delete,
        name="row-delete",
    ),
    path("clusters/<int:cluster_id>/<slug:slug>/rows/<str:key>/copy/", rows.copy, name="row-copy"),
    path("clusters/<int:cluster_id>/<slug:slug>/rows/<str:key>/move/", rows.move, name="row-move"),
    path("clusters/<int:cluster_id>/<slug:slug>/block/", blocks.save, name="block"),
    path("clusters/<int:cluster_id>/<slug:slug>/fill/", blocks.fill, name="fill"),
]
