"""The clusters a person may see, filtered and sorted, one page at a time."""

from __future__ import annotations

from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from planner.accounts.models import User
from worksheets.models import Cluster
from worksheets.queries.access import visible_clusters

PER_PAGE = 50
SORTS = {
    "name": ("name", "id"),
    "environment": ("environment", "name", "id"),
    "team": ("team__name", "name", "id"),
    "owner": ("owner", "name", "id"),
    "spofs": ("-current__spofs", "name", "id"),
    "blockers": ("-current__blockers", "name", "id"),
    "warnings": ("-current__warnings", "name", "id"),
    "advice": ("-current__advice", "name", "id"),
    "waived": ("-current__waived", "name", "id"),
    "edited": ("-current__edited_at", "id"),
}


class Filter(NamedTuple):
    """What to show: text in name or owner, environment, at least one finding of a severity."""

    text: str = ""
    environment: str = ""
    having: str = ""
    sort: str = "name"


_HAVING = {
    "spofs": Q(current__spofs__gt=0),
    "blockers": Q(current__blockers__gt=0),
    "clean": Q(current__spofs=0, current__blockers=0, current__warnings=0),
}


def portfolio(user: User, chosen: Filter) -> QuerySet[Cluster]:
    """Clusters with their current revision and team; unknown sorts fall back to the name."""
    clusters = visible_clusters(user)
    if chosen.text:
        clusters = clusters.filter(Q(name__icontains=chosen.text) | Q(owner__icontains=chosen.text))
    if chosen.environment:
        clusters = clusters.filter(environment=chosen.environment)
    if chosen.having in _HAVING:
        clusters = clusters.filter(_HAVING[chosen.having])
    return clusters.order_by(*SORTS.get(chosen.sort, SORTS["name"]))


def portfolio_page(user: User, chosen: Filter, number: str) -> Page[Cluster]:
    """One page of 50; a number out of range gives the nearest page."""
    return Paginator(portfolio(user, chosen), PER_PAGE).get_page(number)
