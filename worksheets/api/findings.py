"""Findings of a cluster, and the rules that make them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from rest_framework.exceptions import ParseError
from rest_framework.request import Request

from worksheets.api.base import ApiView, opened
from worksheets.models import Finding as StoredFinding
from worksheets.plan.rows import KINDS
from worksheets.queries.workbook import Workbook
from worksheets.rules.coverage.paper import lines_of
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.judge import ENGINE_RULE
from worksheets.rules.registry import catalogue
from worksheets.rules.waiver import Waiver
from worksheets.sheets.registry import sheets


class FindingsView(ApiView):
    """Findings as of the last write, gravest first; `worksheet`, `severity`, `rule` choose.

    Tolerated ones are among them, with their waiver.
    """

    def get(self, request: Request, cluster_id: int) -> HttpResponse:
        _, revision, book = opened(request, cluster_id)
        findings = _chosen(request, book)
        stored = StoredFinding.objects.filter(revision=revision)
        since = dict(stored.values_list("identity", "since"))
        waivers = {item.finding.identity: item.waiver for item in book.standing.waived}
        data = []
        for finding in findings:
            at = since.get(finding.identity)
            waiver = waivers.get(finding.identity)
            data.append(
                {
                    **_view(book, finding),
                    "since": at.isoformat() if at else None,
                    "waiver": _waiver(waiver) if waiver else None,
                }
            )
        return self.answer(request, {"count": len(data), "findings": data})


class RulesView(ApiView):
    """The catalogue of rules."""

    def get(self, request: Request) -> HttpResponse:
        rules = [
            {
                "id": rule.id,
                "title": rule.title,
                "severity": rule.severity.value,
                "why": rule.why,
                "fix": rule.fix,
                "sources": rule.sources,
                "outside_production": (
                    rule.outside_production.value if rule.outside_production else None
                ),
                "table1": rule.table1,
            }
            for rule in catalogue().values()
        ]
        return self.answer(request, {"rules": rules})


def _chosen(request: Request, book: Workbook) -> list[Finding]:
    """Raises ParseError for a worksheet, severity or rule that does not exist."""
    query = request.query_params
    allowed = {
        "worksheet": sheets().keys(),
        "severity": [severity.value for severity in Severity],
        "rule": {*catalogue(), ENGINE_RULE},
    }
    for name, words in allowed.items():
        if query.get(name) and query[name] not in words:
            raise ParseError(f"There is no {name} called {query[name][:64]!r}.")
    worksheet, severity, rule = (query.get(name, "") for name in allowed)
    return [
        finding
        for finding in book.judgement.findings
        if severity in ("", finding.severity.value)
        and rule in ("", finding.rule)
        and (not worksheet or any(place.sheet == worksheet for place in finding.places))
    ]


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "number": waiver.number,
        "owner": waiver.owner,
        "review_by": waiver.review_by.isoformat(),
        "signed_by": waiver.signed_by,
        "signed_at": waiver.signed_at.isoformat(),
    }


def _view(book: Workbook, finding: Finding) -> dict[str, Any]:
    return {
        "identity": finding.identity,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "title": finding.title,
        "detail": finding.detail,
        "fix": finding.fix,
        "places": [_place(book, place) for place in finding.places],
        "chain": finding.chain,
        "lines": [line.id for line in lines_of(finding.rule)],
    }


def _place(book: Workbook, place: Place) -> dict[str, str]:
    kind = KINDS[place.sheet]
    return {
        "worksheet": place.sheet,
        "key": place.key,
        "column": place.column,
        "title": book.plan.title(kind, place.key) if place.key else "",
    }
