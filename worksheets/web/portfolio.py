"""The portfolio: every cluster a person may see."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from urllib.parse import urlencode

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from planner.accounts.access import Action, may, team_ids
from planner.accounts.models import Team, User
from worksheets.models import Cluster
from worksheets.plan.rows.cluster_options import Environment
from worksheets.queries.portfolio import SORTS, Filter, portfolio, portfolio_page
from worksheets.queries.waivers import awaiting
from worksheets.web.requests import SignedIn

_COLUMNS = (
    ("name", "Cluster"),
    ("environment", "Environment"),
    ("team", "Team"),
    ("owner", "Owner"),
    ("spofs", "SPOFs"),
    ("blockers", "Blockers"),
    ("warnings", "Warnings"),
    ("advice", "Advice"),
    ("waived", "Waived"),
    ("edited", "Last change"),
)

# What one can sign in a sitting; the oldest come first, and the next follow.
MOST_TO_SIGN = 20

_HEADS = (
    *("cluster", "environment", "team", "owner", "revision", "rows"),
    *("spofs", "blockers", "warnings", "advice", "waived", "edited at (UTC)"),
)


@require_safe
def page(request: SignedIn) -> HttpResponse:
    """One page of the portfolio; `q`, `environment`, `having`, `sort`, `page` choose it."""
    chosen = _chosen(request)
    query = {name: value for name, value in chosen._asdict().items() if value and name != "sort"}
    query = {("q" if name == "text" else name): value for name, value in query.items()}
    context = {
        "page": portfolio_page(request.user, chosen, request.GET.get("page", "1")),
        "chosen": chosen,
        "columns": _COLUMNS,
        "query": urlencode(query),
        "page_query": urlencode({**query, "sort": chosen.sort}),
        "environments": list(Environment),
        "filtered": bool(query),
        "today": timezone.localdate(),
        "to_sign": awaiting(request.user)[:MOST_TO_SIGN],
        "may_create": bool(editing_teams(request.user)),
    }
    return render(request, "worksheets/portfolio.html", context)


@require_safe
def as_csv(request: SignedIn) -> StreamingHttpResponse:
    """The whole filtered portfolio as CSV (UTF-8, one line a cluster)."""
    clusters = portfolio(request.user, _chosen(request))
    response = StreamingHttpResponse(_lines(clusters.iterator(chunk_size=2000)), "text/csv")
    response["Content-Disposition"] = 'attachment; filename="portfolio.csv"'
    return response


def editing_teams(user: User) -> list[Team]:
    """Teams for which the person may make clusters."""
    teams = Team.objects.filter(id__in=team_ids(user)).order_by("name")
    return [team for team in teams if may(user, Action.EDIT, team.pk)]


def _chosen(request: SignedIn) -> Filter:
    sort = request.GET.get("sort", "name")
    return Filter(
        text=request.GET.get("q", "").strip()[:100],
        environment=request.GET.get("environment", "")[:20],
        having=request.GET.get("having", ""),
        sort=sort if sort in SORTS else "name",
    )


class _Echo:
    """A file that hands back what is written, so that csv lines can be streamed."""

    def write(self, text: str) -> str:
        return text


def _lines(clusters: Iterator[Cluster]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield writer.writerow(_HEADS)
    for cluster in clusters:
        revision = cluster.current
        assert revision is not None
        texts = [cluster.name, cluster.environment, cluster.team.name, cluster.owner]
        numbers = [revision.number, revision.rows, revision.spofs, revision.blockers]
        numbers += [revision.warnings, revision.advice, revision.waived]
        edited = revision.edited_at.strftime("%Y-%m-%d %H:%M:%S")
        yield writer.writerow([*map(_harmless, texts), *numbers, edited])


def _harmless(text: str) -> str:
    """Keep spreadsheets from taking a text for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text
