"""How much there is to test, and what burns or trips together."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.application_monitor import ApplicationMonitor, MonitorType
from worksheets.plan.rows.custom_event import CustomEvent
from worksheets.plan.rows.custom_method import CustomMethod
from worksheets.plan.rows.dependency import Dependency
from worksheets.plan.rows.fallback_timer import FallbackTimer
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.user_defined_resource import UserDefinedResource
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import BREAKER_LOAD, TESTABLE_CASES
from worksheets.rules.registry import Rule, rule


def cases_to_test(design: Design) -> dict[str, int]:
    """How many things somebody has to try before going live, by what they are."""
    plan = design.plan
    groups = plan.rows(ResourceGroup)
    scripts = sum(row.type is MonitorType.CUSTOM for row in plan.rows(ApplicationMonitor)) + sum(
        bool(group.node_priority_script) for group in groups
    )
    for kind in (CustomEvent, CustomMethod, UserDefinedResource):
        scripts += len(plan.rows(kind))
    sites = len(plan.rows(Site)) if has_powerha_sites(plan) else 0
    return {
        "moves of groups": sum(len(group.nodes) for group in groups),
        "dependencies": sum(len(row.groups) for row in plan.rows(Dependency)),
        "failures of nodes": len(plan.rows(Node)),
        "failures of sites": sites,
        "scripts": scripts,
        "timers": len(plan.rows(FallbackTimer)),
    }


@rule(
    "COMPLEX-TEST",
    "Cluster with more cases than anybody tests",
    severity=Severity.ADVICE,
    sources=("D9",),
    fix="Join groups that always move together, shorten node lists, or split the cluster.",
)
def complex_test(design: Design, rule: Rule) -> Iterator[Finding]:
    """What was never tried does not work when it is needed. Each move of a group to a node, each
    dependency, each failure of a node or site and each script of your own is a case to try before
    going live and after each larger change."""
    counted = {words: count for words, count in cases_to_test(design).items() if count}
    total = sum(counted.values())
    if total > TESTABLE_CASES:
        yield rule.at(
            sheet(ResourceGroup),
            title=f"There are {total} cases to test, more than {TESTABLE_CASES}",
            detail=f"{', '.join(f'{count} {words}' for words, count in counted.items())}.",
        )


@rule(
    "PLACE-FIRE",
    "All nodes in one fire section",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("N3", "S10"),
    fix="Put one frame into another fire section.",
)
def place_fire(design: Design, rule: Rule) -> Iterator[Finding]:
    """Racks of one fire section burn, or are flooded, together. Two racks side by side help
    against neither."""
    plan = design.plan
    racks = {
        frame.rack
        for node in plan.rows(Node)
        for frame in plan.pick(Frame, (node.frame,))
        if frame.rack
    }
    rows = plan.pick(Rack, sorted(racks))
    sections = {row.fire_section.strip().lower() for row in rows}
    if len(rows) > 1 and len(sections) == 1 and "" not in sections:
        yield rule.at(
            sheet(Rack, "fire_section"),
            *(cell(row, "fire_section") for row in rows),
            title=f"{listed(row.name for row in rows)} are in one fire section, "
            f"{rows[0].fire_section.strip()}",
        )


@rule(
    "POWER-LOAD",
    f"Power circuit loaded above {BREAKER_LOAD}%",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N3", "S2"),
    fix="Move boxes to another circuit, or have a stronger one laid.",
)
def power_load(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two circuits back each other up only if one carries the load of both. A breaker that is
    loaded near its rating trips at the moment when the other circuit fails."""
    for row in layout_of(design).ordered(PowerCircuit):
        if row.load is not None and row.load > BREAKER_LOAD:
            yield rule.at(
                cell(row, "load"), title=f"{row.name} is loaded to {row.load}% of its breaker"
            )
