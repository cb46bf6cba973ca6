"""The search over all clusters that a person may see."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from planner.accounts.models import User
from worksheets.models import SearchEntry
from worksheets.models.store.search import folded
from worksheets.queries.access import visible_clusters

PER_PAGE = 100
LAST_PAGE = 10
SHORTEST = 2
_MOST_TERMS = 8


class Hit(NamedTuple):
    """A cell that was found: where it is, the title of its row, and its text."""

    cluster_id: int
    cluster: str
    environment: str
    team: str
    worksheet: str
    key: str
    column: str
    title: str
    text: str


class Hits(NamedTuple):
    """One page of what was found; `more` when there is a further page."""

    hits: tuple[Hit, ...]
    more: bool


def terms_of(query: str) -> list[str]:
    """The words to look for, at most eight; words below two characters do not count."""
    terms = [folded(word) for word in query.split()]
    return list(dict.fromkeys(term for term in terms if len(term) >= SHORTEST))[:_MOST_TERMS]


def search(user: User, query: str, page: int = 1) -> Hits:
    """Cells of current revisions that hold the words, at most 100 a page.

    One word must stand in the cell, the others there or in the title of its row, in any order.
    A word may be any part of a text; of an address it is the beginning. Cells that are exactly
    what was typed come first, then those that begin with it. `page` counts from 1 to 10; without
    a word to look for nothing is found.
    """
    terms = terms_of(query)
    if not terms:
        return Hits((), more=False)
    start = (min(max(page, 1), LAST_PAGE) - 1) * PER_PAGE
    whole = folded(query)
    cluster = "revision__cluster__"
    ranked = _matching(user, terms).annotate(
        rank=Case(
            When(folded=whole, then=Value(0)),
            When(folded__startswith=whole, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
    )
    ordered = ranked.order_by(
        "rank", f"{cluster}name", f"{cluster}id", "worksheet", "title", "column", "key"
    )
    found = ordered.values_list(
        *(f"{cluster}{name}" for name in ("id", "name", "environment", "team__name")),
        *("worksheet", "key", "column", "title", "text"),
    )[start : start + PER_PAGE + 1]
    hits = tuple(Hit(*values) for values in found)
    return Hits(hits[:PER_PAGE], more=len(hits) > PER_PAGE and page < LAST_PAGE)


def _matching(user: User, terms: list[str]) -> QuerySet[SearchEntry]:
    # A subquery, because PostgreSQL takes the two conditions of the join (the cluster is the
    # revision's, the revision is the cluster's current one) for independent, expects next to no
    # rows of it and passes over the index.
    current = visible_clusters(user).values("current")
    entries = SearchEntry.objects.filter(revision__in=current)
    in_cell = Q()
    for term in terms:
        in_cell |= holding(term)
        if len(terms) > 1:
            entries = entries.filter(holding(term) | Q(title__icontains=term))
    return entries.filter(in_cell)


def holding(term: str) -> Q:
    """Entries whose cell holds the word, in a form that PostgreSQL's index can answer."""
    return Q(folded__contains=term) & (Q(is_address=False) | Q(folded__startswith=term))
