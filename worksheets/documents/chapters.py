"""The chapters of the design document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, groupby

from worksheets.documents import sections as places
from worksheets.documents.chapter import Chapter, Heading, chapter
from worksheets.documents.checklists import printed_lists
from worksheets.documents.diagram import diagram_pages, diagram_width
from worksheets.documents.rules_chapter import rules_chapter
from worksheets.documents.sheet_tables import printed_sheet
from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.coverage.paper import lines_of, other_sources
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.policy import Policy
from worksheets.rules.table1 import table1
from worksheets.rules.waiver import Standing
from worksheets.sheets.registry import sheets

_PLURALS = {
    Severity.BLOCKER: "Blockers",
    Severity.WARNING: "Warnings",
    Severity.ADVICE: "Advice",
}
_SIZES = (
    ("Sites", Site),
    ("Frames", Frame),
    ("Virtual I/O Servers", VirtualIoServer),
    ("Nodes", Node),
    ("Networks", Network),
    ("Storage units", StorageUnit),
    ("Shared disks", Disk),
    ("Volume groups", VolumeGroup),
    ("Applications", ApplicationController),
    ("Resource groups", ResourceGroup),
)
# A drawing up to this width is legible upright; shapes are height by width of the free page.
_WIDEST_UPRIGHT = 800.0
_PORTRAIT_SHAPE = 1.15
_LANDSCAPE_SHAPE = 0.57


@dataclass(frozen=True)
class PrintedFinding:
    """A finding with where it points, in words.

    `lines`: the demands of the paper that its rule answers. `sources`: where else it comes from.
    """

    finding: Finding
    where: str
    lines: tuple[str, ...]
    sources: tuple[str, ...]


def design_chapters(standing: Standing, policy: Policy) -> list[Chapter]:
    """All chapters, from the overview to the list of rules."""
    numbers = count(1)
    return [
        _overview(next(numbers), standing),
        *_worksheets(numbers, standing.plan),
        _single_points(next(numbers), standing, policy),
        _findings(next(numbers), standing),
        _waivers(next(numbers), standing),
        _checklists(next(numbers), standing.plan),
        rules_chapter(next(numbers), standing.plan, policy),
    ]


def counts(standing: Standing) -> list[tuple[Severity, str, int]]:
    """Each severity with its word in the plural and the open findings, gravest first."""
    return [(level, _PLURALS[level], standing.count(level)) for level in Severity]


def _overview(number: int, standing: Standing) -> Chapter:
    plan = standing.plan
    landscape = diagram_width(plan) > _WIDEST_UPRIGHT
    context = {
        "options": plan.options,
        "sizes": [(title, len(plan.rows(kind))) for title, kind in _SIZES],
        "counts": counts(standing),
        "spofs": standing.spofs,
        "waived": len(standing.waived),
        "landscape": landscape,
        "drawings": diagram_pages(plan, _LANDSCAPE_SHAPE if landscape else _PORTRAIT_SHAPE),
    }
    return chapter("overview.html", number, places.OVERVIEW, context, (places.DRAWING,))


def _worksheets(numbers: Iterator[int], plan: Plan) -> Iterator[Chapter]:
    for group, members in groupby(sheets().values(), key=lambda sheet: sheet.group):
        every = [printed_sheet(plan, sheet) for sheet in members]
        printed = [sheet for sheet in every if not sheet.unused]
        unused = [sheet.title for sheet in every if sheet.unused]
        sections = tuple(Heading(sheet.anchor, sheet.title) for sheet in printed)
        yield chapter(
            "worksheets.html",
            next(numbers),
            places.of_group(group),
            {"sheets": printed, "unused": unused},
            sections if len(sections) > 1 else (),
        )


def _single_points(number: int, standing: Standing, policy: Policy) -> Chapter:
    rows = table1(standing, policy)
    return chapter(
        "single_points.html",
        number,
        places.SINGLE_POINTS,
        {"rows": rows, "eliminated": sum(row.eliminated for row in rows)},
    )


def _findings(number: int, standing: Standing) -> Chapter:
    levels = []
    for level, title, found in counts(standing):
        printed = [
            _printed(standing.plan, finding)
            for finding in standing.open
            if finding.severity is level
        ]
        levels.append((Heading(f"findings-{level.value}", title), level, found, printed))
    sections = tuple(heading for heading, _, found, _ in levels if found)
    context = {"levels": levels, "unjudged": standing.judgement.unjudged}
    return chapter("findings.html", number, places.FINDINGS, context, sections)


def _waivers(number: int, standing: Standing) -> Chapter:
    context = {
        "waived": [(item.waiver, _printed(standing.plan, item.finding)) for item in standing.waived]
    }
    return chapter("waivers.html", number, places.WAIVERS, context)


def _checklists(number: int, plan: Plan) -> Chapter:
    lists = printed_lists(plan)
    sections = tuple(item.heading for item in lists)
    return chapter("checklists.html", number, places.CHECKLISTS, {"lists": lists}, sections)


def _printed(plan: Plan, finding: Finding) -> PrintedFinding:
    where = dict.fromkeys(_where(plan, place) for place in finding.places)
    lines = tuple(line.id for line in lines_of(finding.rule))
    return PrintedFinding(finding, "; ".join(where), lines, other_sources(finding.rule))


def _where(plan: Plan, place: Place) -> str:
    sheet = sheets()[place.sheet]
    words = [sheet.title]
    if place.key:
        words.append(plan.title(KINDS[place.sheet], place.key))
    if place.column:
        words.append(sheet.column(place.column).label)
    return ", ".join(words)
