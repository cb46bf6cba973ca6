"""The views with their descriptions; the addresses are in `worksheets.api.urls`."""

from __future__ import annotations

from drf_spectacular.utils import (
    OpenApiParameter,
    PolymorphicProxySerializer,
    extend_schema,
    extend_schema_view,
)

from worksheets.api import clusters, declarations, findings, rows
from worksheets.api.schema import resources
from worksheets.api.schema.operations import (
    CHANGED,
    CLUSTER,
    DELETED,
    IF_MATCH,
    IF_MATCH_OR_NONE,
    MADE,
    READ,
    operation,
    query,
)
from worksheets.api.schema.row_schema import KEY, Form
from worksheets.api.schema.rows import PlanFile, row_type, rows_type
from worksheets.queries.portfolio import SORTS
from worksheets.rules.registry import catalogue
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet

_CHOOSING = (
    query("q", "Text in the name or owner."),
    query("environment", "Only clusters of this kind.", resources.ENVIRONMENTS),
    query(
        "having",
        "With a single point of failure, with a blocker, or with neither nor a warning.",
        clusters.HAVING,
    ),
    query("sort", "What they are ordered by; counts and dates from the top.", list(SORTS)),
    OpenApiParameter("page", int, description="50 clusters each, from 1."),
)

ClustersView = extend_schema_view(
    get=operation(
        "clusters_list",
        "clusters",
        "List clusters",
        answers={200: resources.Clusters},
        refusals=(400, *READ),
        parameters=_CHOOSING,
    ),
    post=operation(
        "clusters_create",
        "clusters",
        "Make a cluster, empty or from a plan file",
        body=PolymorphicProxySerializer(
            component_name="NewCluster",
            serializers=[resources.ClusterInput, PlanFile],
            resource_type_field_name=None,
        ),
        answers={201: resources.Cluster},
        refusals=MADE,
        parameters=[
            OpenApiParameter(
                "team", int, description="With a plan file: id of the team that is to own it."
            )
        ],
    ),
)(clusters.ClustersView)

ClusterView = extend_schema_view(
    get=operation(
        "clusters_read",
        "clusters",
        "Read the head",
        answers={200: resources.Cluster},
        parameters=[CLUSTER],
    )
)(clusters.ClusterView)

PlanView = extend_schema_view(
    get=operation(
        "plan_read",
        "plan",
        "Read the plan file",
        answers={200: PlanFile},
        parameters=[CLUSTER],
        description="Canonical bytes: equal plans give equal files. Their digest is the ETag.",
    ),
    put=operation(
        "plan_replace",
        "plan",
        "Replace all worksheets",
        body=PlanFile,
        answers={200: PlanFile},
        refusals=CHANGED,
        parameters=[CLUSTER, IF_MATCH],
        description="All or nothing. Rows keep their identity by key.",
    ),
)(clusters.PlanView)

FilledView = extend_schema_view(
    get=operation(
        "worksheets_filled",
        "clusters",
        "See what is still to be filled in",
        answers={200: resources.Filled},
        parameters=[CLUSTER],
    )
)(clusters.FilledView)

FindingsView = extend_schema_view(
    get=operation(
        "findings_list",
        "findings",
        "List the findings of a cluster",
        answers={200: resources.Findings},
        refusals=(400, *READ),
        parameters=[
            CLUSTER,
            query("worksheet", "Only findings with a place there.", list(sheets())),
            query("severity", "Only this severity.", resources.SEVERITIES),
            query("rule", "Only this rule.", list(catalogue())),
        ],
        description="As of the last write, gravest first.",
    )
)(findings.FindingsView)

RulesView = extend_schema_view(
    get=operation(
        "rules_list",
        "findings",
        "List the rules",
        answers={200: resources.Rules},
        refusals=(401, 406, 429),
    )
)(findings.RulesView)

WorksheetsView = extend_schema_view(
    get=operation(
        "worksheets_list",
        "worksheets",
        "List the worksheets with their columns",
        answers={200: resources.Worksheets},
        refusals=(401, 406, 429),
    )
)(declarations.WorksheetsView)

TeamsView = extend_schema_view(
    get=operation(
        "teams_list",
        "teams",
        "List your teams",
        answers={200: resources.Teams},
        refusals=(401, 406, 429),
    )
)(declarations.TeamsView)

RootView = extend_schema_view(
    get=operation(
        "root",
        "start",
        "Where to begin",
        answers={200: resources.Root},
        refusals=(401, 406, 429),
    )
)(declarations.RootView)

NothingHereView = extend_schema(exclude=True)(declarations.NothingHereView)


def rows_view(sheet: Sheet) -> type[rows.RowsView]:
    """The described view of all rows of a worksheet."""
    tag = f"rows: {sheet.title}"
    view = type("RowsOfSheet", (rows.RowsView,), {"sheet": sheet})
    described: type[rows.RowsView] = extend_schema_view(
        get=operation(
            f"{sheet.slug}_list",
            tag,
            "List the rows",
            answers={200: rows_type(sheet)},
            parameters=[CLUSTER],
        ),
        post=operation(
            f"{sheet.slug}_add",
            tag,
            "Add a row",
            body=row_type(sheet, Form.INPUT),
            answers={201: row_type(sheet, Form.READ)},
            refusals=MADE,
            parameters=[CLUSTER],
            description="At the end. Without a key it is given one.",
        ),
    )(view)
    return described


def row_view(sheet: Sheet) -> type[rows.RowView]:
    """The described view of one row of a worksheet."""
    tag = f"rows: {sheet.title}"
    key = OpenApiParameter("key", KEY, OpenApiParameter.PATH, description="Key of the row.")
    read, patch = row_type(sheet, Form.READ), row_type(sheet, Form.PATCH)
    view = type("RowOfSheet", (rows.RowView,), {"sheet": sheet})
    described: type[rows.RowView] = extend_schema_view(
        get=operation(
            f"{sheet.slug}_read", tag, "Read a row", answers={200: read}, parameters=[CLUSTER, key]
        ),
        put=operation(
            f"{sheet.slug}_replace",
            tag,
            "Replace a row, or make one under a key of your own",
            body={"application/json": row_type(sheet, Form.INPUT)},
            answers={200: read, 201: read},
            refusals=CHANGED,
            parameters=[CLUSTER, key, *IF_MATCH_OR_NONE],
            description="Cells left out become empty.",
        ),
        patch=operation(
            f"{sheet.slug}_change",
            tag,
            "Change some cells",
            body={"application/json": patch, "application/merge-patch+json": patch},
            answers={200: read},
            refusals=CHANGED,
            parameters=[CLUSTER, key, IF_MATCH],
            description="Cells left out stay; null empties a cell.",
        ),
        delete=operation(
            f"{sheet.slug}_delete",
            tag,
            "Delete a row",
            answers={204: None},
            refusals=DELETED,
            parameters=[CLUSTER, key, IF_MATCH],
        ),
    )(view)
    return described
