"""The page of the search over all clusters."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from worksheets.queries.search import LAST_PAGE, PER_PAGE, SHORTEST, Hit, search, terms_of
from worksheets.sheets.registry import sheets
from worksheets.web.requests import SignedIn

_LONGEST = 100


@dataclass(frozen=True)
class HitView:
    """A cell that was found, with its address; `parts` are its text cut at what was looked for."""

    hit: Hit
    sheet: str
    column: str
    href: str
    parts: tuple[tuple[str, bool], ...]


@require_safe
def page(request: SignedIn) -> HttpResponse:
    """What the words `q` find in all clusters that the person may see.

    Grouped by cluster, the cluster with the best match first.
    """
    text = request.GET.get("q", "").strip()[:_LONGEST]
    number = _number(request.GET.get("page", "1"))
    terms = terms_of(text)
    hits, more = search(request.user, text, number)
    groups: dict[int, list[HitView]] = {}
    for hit in hits:
        groups.setdefault(hit.cluster_id, []).append(_view(hit, terms))
    context = {
        "searched": text,
        "groups": list(groups.values()),
        "found": len(hits),
        "number_first": (number - 1) * PER_PAGE + 1,
        "number_last": (number - 1) * PER_PAGE + len(hits),
        "page": number,
        "more": more,
        "exhausted": len(hits) == PER_PAGE and number == LAST_PAGE,
        "too_short": bool(text) and not terms,
        "shortest": SHORTEST,
    }
    return render(request, "worksheets/search.html", context)


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1
    return min(max(number, 1), LAST_PAGE)


def _view(hit: Hit, terms: list[str]) -> HitView:
    sheet = sheets()[hit.worksheet]
    address = reverse("worksheets:sheet", args=[hit.cluster_id, hit.worksheet])
    return HitView(
        hit,
        sheet.title,
        sheet.column(hit.column).label,
        f"{address}#row-{hit.key}:{hit.column}",
        _parts(hit.text, terms),
    )


def _parts(text: str, terms: list[str]) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, each with whether it is one of the words; no piece is lost.

    Texts that change their length without capitals are left in one piece.
    """
    low = text.casefold()
    if len(low) != len(text):
        return ((text, False),)
    marked = [False] * len(text)
    for term in terms:
        start = low.find(term)
        while start >= 0:
            marked[start : start + len(term)] = [True] * len(term)
            start = low.find(term, start + len(term))
    runs = groupby(zip(text, marked, strict=True), key=lambda pair: pair[1])
    return tuple(("".join(sign for sign, _ in run), found) for found, run in runs)
