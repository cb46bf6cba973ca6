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
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.judge import ENGINE_RULE
from worksheets.rules.registry import catalogue
from worksheets.sheets.registry import sheets


class FindingsView(ApiView):
    """Findings as of the last write, gravest first; `worksheet`, `severity`, `rule` choose."""

    def get(self, request: Request, cluster_id: int) -> HttpResponse:
        _, revision, book = opened(request, cluster_id)
        findings = _chosen(request, book)
        stored = StoredFinding.objects.filter(revision=revision)
        since = dict(stored.values_list("identity", "since"))
        data = []
        for finding in findings:
            at = since.get(finding.identity)
            data.append({**_view(book, finding), "since": at.isoformat() if at else None})
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
    findings = book.by_sheet.get(worksheet, []) if worksheet else book.judgement.findings
    return [f for f in findings if severity in ("", f.severity.value) and rule in ("", f.rule)]


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
    }


def _place(book: Workbook, place: Place) -> dict[str, str]:
    kind = KINDS[place.sheet]
    return {
        "worksheet": place.sheet,
        "key": place.key,
        "column": place.column,
        "title": book.plan.title(kind, place.key) if place.key else "",
    }
