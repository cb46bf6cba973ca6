"""What surrounds every page of a cluster: head, worksheets on the left, findings on the right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from django.urls import reverse

from planner.accounts.access import Action, may
from planner.accounts.models import User
from worksheets.assistant.assumptions import assumptions
from worksheets.models import Cluster, Revision
from worksheets.plan.rows import KINDS
from worksheets.queries.presence import also_here
from worksheets.queries.workbook import Workbook
from worksheets.rules.coverage.line import Line
from worksheets.rules.coverage.paper import lines_of, other_sources
from worksheets.rules.finding import Finding, Severity
from worksheets.rules.registry import catalogue
from worksheets.rules.waiver import Waiver, may_be_waived
from worksheets.services.judging import Verdict
from worksheets.sheets.completeness import Completeness
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet
from worksheets.web.grid import SYMBOLS

SHOWN = 25


@dataclass(frozen=True)
class FindingView:
    """A finding with the links and words that the page adds.

    `lines`: the demands of the paper that its rule answers; `sources`: where else it comes from.
    `waiver`: the one by which it is tolerated.
    """

    finding: Finding
    symbol: str
    lines: tuple[Line, ...]
    sources: tuple[str, ...]
    why: str
    href: str
    where: str
    waiver: Waiver | None = None

    @property
    def level(self) -> str:
        return self.finding.severity.value

    @property
    def may_be_waived(self) -> bool:
        return self.waiver is None and may_be_waived(self.finding)


def finding_view(
    cluster_id: int,
    book: Workbook,
    finding: Finding,
    here: str = "",
    waiver: Waiver | None = None,
) -> FindingView:
    """A finding ready to show, with the address of its first cell, on the sheet `here` if any."""
    rule = catalogue().get(finding.rule)
    place = next((place for place in finding.places if place.sheet == here), finding.places[0])
    sheet = sheets()[place.sheet]
    href = reverse("worksheets:sheet", args=[cluster_id, place.sheet])
    where = sheet.title
    if place.key:
        href += f"#row-{place.key}" + (f":{place.column}" if place.column else "")
        where += f", {book.plan.title(KINDS[place.sheet], place.key)}"
    if place.column:
        where += f", {sheet.column(place.column).label}"
    return FindingView(
        finding,
        SYMBOLS[finding.severity.value],
        lines_of(finding.rule),
        other_sources(finding.rule),
        rule.why if rule else "",
        href,
        where,
        waiver,
    )


def frame_context(user: User, cluster: Cluster, book: Workbook, here: str) -> dict[str, Any]:
    """Head and left column of a cluster's pages; `here` is the slug of the page shown."""
    revision = cluster.current
    assert revision is not None
    return {
        "cluster": cluster,
        "revision": revision,
        "digest": book.digest,
        "here": here,
        "nav": _nav(cluster.pk, book, here),
        "assumed": any(assumptions(book.plan)),
        "may_edit": may(user, Action.EDIT, cluster.team_id),
        # Asked only where it is shown: the fragments that answer a save leave it out.
        "also_here": partial(also_here, user, cluster, book.plan),
    }


def findings_context(
    cluster_id: int, book: Workbook, sheet: Sheet, verdict: Verdict | None = None
) -> dict[str, Any]:
    """Right column: what the last save changed, findings of this sheet, then the others."""
    here = book.by_sheet.get(sheet.slug, [])
    shown = {finding.identity for finding in here}
    others = [f for f in book.findings if f.identity not in shown]
    return {
        "sheet": sheet,
        "here_findings": [finding_view(cluster_id, book, f, sheet.slug) for f in here[:SHOWN]],
        "here_counts": counts(here),
        "here_more": max(0, len(here) - SHOWN),
        "other_findings": [finding_view(cluster_id, book, f) for f in others[:SHOWN]],
        "other_counts": counts(others),
        "other_more": max(0, len(others) - SHOWN),
        "fixed": verdict.fixed if verdict else (),
        "new": verdict.new if verdict else (),
    }


def counts(findings: Iterable[Finding]) -> list[tuple[str, str, int]]:
    """(severity, symbol, number) of each severity that occurs, gravest first."""
    found = list(findings)
    numbers = [(level, sum(f.severity is level for f in found)) for level in Severity]
    return [(level.value, SYMBOLS[level.value], number) for level, number in numbers if number]


@dataclass(frozen=True)
class NavItem:
    """A worksheet in the left column. `unused`: it has no row, and this cluster needs none."""

    sheet: Sheet
    href: str
    rows: int
    counts: list[tuple[str, str, int]]
    done: Completeness
    here: bool

    @property
    def unused(self) -> bool:
        return not (self.rows or self.done.asked or self.counts or self.here)


def _nav(cluster_id: int, book: Workbook, here: str) -> list[dict[str, Any]]:
    items = [
        NavItem(
            sheet,
            reverse("worksheets:sheet", args=[cluster_id, slug]),
            len(book.plan.rows(sheet.row)),
            counts(book.by_sheet.get(slug, ()))[:1],
            book.completeness[slug],
            slug == here,
        )
        for slug, sheet in sheets().items()
    ]
    parts = []
    for group, found in groupby(items, key=lambda item: item.sheet.group):
        members = list(found)
        used = [item for item in members if not item.unused]
        unused = [item for item in members if item.unused]
        parts.append({"group": group, "used": used, "unused": unused})
    return parts


def revision_of(cluster: Cluster) -> Revision:
    """The current revision, which every cluster made by the services has."""
    assert cluster.current is not None
    return cluster.current
