"""All findings of a cluster, and how Table 1 stands."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from worksheets.queries.access import cluster_for
from worksheets.queries.policy import current_policy, is_outdated
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.rules.finding import Finding
from worksheets.rules.table1 import table1
from worksheets.sheets.registry import sheets
from worksheets.web.requests import SignedIn
from worksheets.web.workspace import counts, finding_view, frame_context, revision_of

PER_PAGE = 120
LONGEST = 100


class Filter(NamedTuple):
    """Which findings to show: with all words, at a place on a worksheet, of a severity."""

    words: str = ""
    sheet: str = ""
    severity: str = ""

    def fits(self, finding: Finding) -> bool:
        """Whether words and worksheet fit; the severity is counted apart."""
        if self.sheet and all(place.sheet != self.sheet for place in finding.places):
            return False
        parts = (name for stage in finding.chain for name in stage)
        told = (finding.rule, finding.title, finding.detail, finding.fix, *parts)
        text = " ".join(told).lower()
        return all(word in text for word in self.words.lower().split())


@require_safe
def page(request: SignedIn, cluster_id: int) -> HttpResponse:
    """Every finding, gravest first, 120 a page; `q`, `sheet` and `severity` show fewer."""
    cluster = cluster_for(request.user, cluster_id)
    book = open_workbook(revision_of(cluster))
    chosen = Filter(
        words=request.GET.get("q", "").strip()[:LONGEST],
        sheet=request.GET.get("sheet", ""),
        severity=request.GET.get("severity", ""),
    )
    context = frame_context(request.user, cluster, book, "findings")
    context |= _shown(cluster_id, book, chosen, request.GET.get("page", "1"))
    policy = current_policy()
    context |= {
        "table1": table1(book.standing, policy),
        "waived": [
            finding_view(cluster_id, book, item.finding, waiver=item.waiver)
            for item in book.standing.waived
        ],
        "unjudged": book.judgement.unjudged,
        "outdated": is_outdated(revision_of(cluster), policy),
    }
    return render(request, "worksheets/findings.html", context)


def _shown(cluster_id: int, book: Workbook, chosen: Filter, number: str) -> dict[str, Any]:
    fitting = [finding for finding in book.findings if chosen.fits(finding)]
    shown = [f for f in fitting if chosen.severity in ("", f.severity.value)]
    page = Paginator(shown, PER_PAGE).get_page(number)
    narrowed = {"q": chosen.words, "sheet": chosen.sheet}
    query = {name: value for name, value in narrowed.items() if value}
    return {
        "findings": [finding_view(cluster_id, book, finding) for finding in page],
        "page": page,
        "chosen": chosen,
        "counts": counts(fitting),
        "fitting": len(fitting),
        "sheets": [(slug, s.title) for slug, s in sheets().items() if slug in book.by_sheet],
        "query": urlencode(query),
        "page_query": urlencode({**query, "severity": chosen.severity}),
    }
