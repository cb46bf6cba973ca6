"""All findings of a cluster, and how Table 1 stands."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from worksheets.queries.access import cluster_for
from worksheets.queries.policy import current_policy, is_outdated
from worksheets.queries.workbook import open_workbook
from worksheets.rules.table1 import table1
from worksheets.web.requests import SignedIn
from worksheets.web.workspace import counts, finding_view, frame_context, revision_of

PER_PAGE = 120


@require_safe
def page(request: SignedIn, cluster_id: int) -> HttpResponse:
    """Every finding, gravest first, 120 a page; `severity` shows one severity only."""
    cluster = cluster_for(request.user, cluster_id)
    book = open_workbook(revision_of(cluster))
    findings = book.findings
    severity = request.GET.get("severity", "")
    shown = [f for f in findings if severity in ("", f.severity.value)]
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page", "1"))
    context = frame_context(request.user, cluster, book, "findings")
    policy = current_policy()
    context |= {
        "findings": [finding_view(cluster_id, book, finding) for finding in page],
        "page": page,
        "counts": counts(findings),
        "severity": severity,
        "table1": table1(book.standing, policy),
        "waived": [
            finding_view(cluster_id, book, item.finding, waiver=item.waiver)
            for item in book.standing.waived
        ],
        "unjudged": book.judgement.unjudged,
        "outdated": is_outdated(revision_of(cluster), policy),
    }
    return render(request, "worksheets/findings.html", context)
