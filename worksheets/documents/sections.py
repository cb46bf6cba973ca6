"""The fixed places of the design document, by the names that the rest of the product uses."""

from __future__ import annotations

from worksheets.documents.chapter import Heading
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Group, Sheet

OVERVIEW = Heading("overview", "Overview")
DRAWING = Heading("drawing", "Drawing of the cluster")
SINGLE_POINTS = Heading("single-points", "Single points of failure")
FINDINGS = Heading("findings", "Findings")
WAIVERS = Heading("waivers", "Waivers")
CHECKLISTS = Heading("checklists", "Checklists")
RULES = Heading("rules", "Appendix: what was checked")


def of_group(group: Group) -> Heading:
    """The chapter of a group of worksheets."""
    return Heading(f"chapter-{group.name.lower()}", group.value)


def of_sheet(sheet: Sheet) -> Heading:
    """The section of a worksheet."""
    return Heading(f"sheet-{sheet.slug}", sheet.title)


def sections() -> dict[str, Heading]:
    """Every place that can be referred to, by its anchor.

    A worksheet that a cluster does not use is only named at the end of its chapter.
    """
    fixed = (OVERVIEW, DRAWING, SINGLE_POINTS, FINDINGS, WAIVERS, CHECKLISTS, RULES)
    every = (*fixed, *map(of_group, Group), *map(of_sheet, sheets().values()))
    return {heading.anchor: heading for heading in every}
