"""Addresses of the interface for scripts, below /api/."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, include, path

from worksheets.api.schema import described
from worksheets.api.schema.docs_page import docs
from worksheets.api.schema.document import SchemaView
from worksheets.sheets.registry import sheets

app_name = "api"


def _rows() -> Iterator[URLPattern]:
    """Two addresses per worksheet, so that each has its own types in the description."""
    for slug, sheet in sheets().items():
        lead = f"clusters/<int:cluster_id>/worksheets/{slug}/rows"
        yield path(lead, described.rows_view(sheet).as_view(), name=f"{slug}-rows")
        yield path(f"{lead}/<str:key>", described.row_view(sheet).as_view(), name=f"{slug}-row")


_v1 = [
    path("", described.RootView.as_view(), name="root"),
    path("clusters", described.ClustersView.as_view(), name="clusters"),
    path("clusters/<int:cluster_id>", described.ClusterView.as_view(), name="cluster"),
    path("clusters/<int:cluster_id>/plan", described.PlanView.as_view(), name="plan"),
    path("clusters/<int:cluster_id>/findings", described.FindingsView.as_view(), name="findings"),
    path("clusters/<int:cluster_id>/worksheets", described.FilledView.as_view(), name="filled"),
    *_rows(),
    path("worksheets", described.WorksheetsView.as_view(), name="worksheets"),
    path("rules", described.RulesView.as_view(), name="rules"),
    path("teams", described.TeamsView.as_view(), name="teams"),
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", docs, name="docs"),
]

urlpatterns = [
    path("v1/", include(_v1)),
    path("", described.NothingHereView.as_view(), name="nothing"),
    path("<path:rest>", described.NothingHereView.as_view(), name="nothing-below"),
]
