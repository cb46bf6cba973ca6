"""Clusters: the list, one's head, making one, and the plan as a whole."""

from __future__ import annotations

from typing import Any

import msgspec
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404, HttpResponse
from django.urls import reverse
from rest_framework.exceptions import ParseError
from rest_framework.request import Request

from worksheets.api.base import ApiView, opened
from worksheets.api.conditions import accepts
from worksheets.api.parsing import json_object
from worksheets.models import Cluster, Revision
from worksheets.plan.plan_file import encode
from worksheets.plan.rows.cluster_options import Environment
from worksheets.queries.portfolio import PER_PAGE, SORTS, Filter, portfolio
from worksheets.queries.tags import plan_tag
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.services.clusters import create_cluster, import_plan
from worksheets.services.errors import RowInvalid
from worksheets.services.typed_rows import replace_plan
from worksheets.sheets.completeness import completeness
from worksheets.sheets.registry import sheets

HAVING = ("spofs", "blockers", "clean")
_LARGEST_ID = 2**63 - 1


class ClustersView(ApiView):
    """The clusters that the caller may see, 50 a page."""

    def get(self, request: Request) -> HttpResponse:
        found = portfolio(request.user, _chosen(request)).select_related("current__edited_by")
        pages = Paginator(found, PER_PAGE)
        number = _page_number(request)
        try:
            page = pages.page(number)
        except EmptyPage:
            raise Http404(f"There are {pages.num_pages} pages, no page {number}.") from None
        data = {
            "count": pages.count,
            "pages": pages.num_pages,
            "page": number,
            "next": _page_address(request, number + 1) if page.has_next() else None,
            "previous": _page_address(request, number - 1) if page.has_previous() else None,
            "clusters": [_line(cluster) for cluster in page],
        }
        return self.answer(request, data)

    def post(self, request: Request) -> HttpResponse:
        sent = json_object(request)
        if "format" in sent:
            team_id = _id(request.query_params.get("team"))
            data = msgspec.json.encode(sent)
            cluster = import_plan(actor=request.user, team_id=team_id, data=data)
        else:
            cluster = _create(request, sent)
        head = _head(cluster, open_workbook(_current(cluster)))
        response = self.answer(request, head, status=201)
        response["Location"] = reverse("api:cluster", args=[cluster.pk])
        return response


class ClusterView(ApiView):
    """The head of a cluster."""

    def get(self, request: Request, cluster_id: int) -> HttpResponse:
        cluster, _, book = opened(request, cluster_id)
        return self.answer(request, _head(cluster, book))


class PlanView(ApiView):
    """The plan file of a cluster."""

    def get(self, request: Request, cluster_id: int) -> HttpResponse:
        book = opened(request, cluster_id)[2]
        return self.answer_bytes(request, encode(book.plan), tag=plan_tag(book))

    def put(self, request: Request, cluster_id: int) -> HttpResponse:
        verdict = replace_plan(
            actor=request.user,
            cluster_id=cluster_id,
            data=msgspec.json.encode(json_object(request)),
            accepts=lambda tag: accepts(request, tag),
        )
        after = verdict.after
        return self.answer_bytes(request, encode(after.plan), tag=plan_tag(after))


class FilledView(ApiView):
    """How much of each worksheet of a cluster is filled in."""

    def get(self, request: Request, cluster_id: int) -> HttpResponse:
        book = opened(request, cluster_id)[2]
        data = []
        for sheet in sheets().values():
            state = completeness(book.plan, sheet)
            empty = [{"key": key, "column": column} for key, column in state.empty]
            data.append(
                {
                    "worksheet": sheet.slug,
                    "rows": len(book.plan.rows(sheet.row)),
                    "findings": len(book.by_sheet.get(sheet.slug, ())),
                    "asked": state.asked,
                    "filled": state.filled,
                    "empty": empty,
                }
            )
        return self.answer(request, {"worksheets": data})


def _create(request: Request, sent: dict[str, Any]) -> Cluster:
    unknown = {name[:64]: "There is no such member." for name in sent.keys() - _CREATED_FROM}
    if unknown:
        raise RowInvalid(unknown)
    texts = {name: sent.get(name, "") for name in ("name", "environment")}
    wrong = {name: "Send a text." for name, value in texts.items() if not isinstance(value, str)}
    if wrong:
        raise RowInvalid(wrong)
    return create_cluster(actor=request.user, team_id=_id(sent.get("team")), **texts)


_CREATED_FROM = {"team", "name", "environment"}


def _id(value: object) -> int:
    """The team, as number in the body or as text in the address; raises RowInvalid."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        value = int(value)
    if type(value) is not int or not 0 < value <= _LARGEST_ID:
        raise RowInvalid({"team": "Send the id of one of your teams; they are listed at teams."})
    return value


def _chosen(request: Request) -> Filter:
    """What to list; raises ParseError for a word that would choose nothing."""
    query = request.query_params
    allowed = {
        "environment": [member.value for member in Environment],
        "having": list(HAVING),
        "sort": list(SORTS),
    }
    for name, words in allowed.items():
        if query.get(name) and query[name] not in words:
            raise ParseError(f"{name} must be one of: {', '.join(words)}.")
    return Filter(
        text=query.get("q", "").strip()[:100],
        environment=query.get("environment", ""),
        having=query.get("having", ""),
        sort=query.get("sort") or "name",
    )


def _page_number(request: Request) -> int:
    text = request.query_params.get("page", "1")
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):
        raise ParseError("page must be a whole number from 1.")
    return int(text)


def _page_address(request: Request, number: int) -> str:
    query = request.query_params.copy()
    query["page"] = str(number)
    return f"{request.path}?{query.urlencode()}"


def _current(cluster: Cluster) -> Revision:
    revision = cluster.current
    assert revision is not None
    return revision


def _line(cluster: Cluster) -> dict[str, Any]:
    """What the list shows of a cluster."""
    revision = _current(cluster)
    editor = revision.edited_by
    return {
        "id": cluster.pk,
        "name": cluster.name,
        "environment": cluster.environment,
        "owner": cluster.owner,
        "team": {"id": cluster.team.pk, "name": cluster.team.name},
        "revision": revision.number,
        "state": revision.label,
        "edited_at": revision.edited_at.isoformat(),
        "edited_by": editor.get_username() if editor else None,
        "rows": revision.rows,
        "blockers": revision.blockers,
        "warnings": revision.warnings,
        "advice": revision.advice,
        "spofs": revision.spofs,
        "waived": revision.waived,
    }


def _head(cluster: Cluster, book: Workbook) -> dict[str, Any]:
    return {
        **_line(cluster),
        "digest": book.digest,
        "plan": reverse("api:plan", args=[cluster.pk]),
        "findings": reverse("api:findings", args=[cluster.pk]),
    }
