"""Location dependencies as sets: how many there may be, and whether there is room for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from worksheets.failures.words import listed
from worksheets.plan.rows.dependency import Dependency, DependencyKind, LocationPriority
from worksheets.plan.rows.fallback_timer import FallbackTimer
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: resource group dependencies"
_TOGETHER = {
    DependencyKind.SAME_NODE: "belong on one node",
    DependencyKind.SAME_SITE: "belong on one site",
}


def _rows(design: Design, kind: DependencyKind) -> list[Dependency]:
    return [row for row in layout_of(design).ordered(Dependency) if row.kind is kind]


def _apart(design: Design) -> dict[str, ResourceGroup]:
    """Groups that must be on different nodes, whatever their priority, by key."""
    keys = (key for row in _rows(design, DependencyKind.DIFFERENT_NODES) for key in row.groups)
    return {group.key: group for group in design.plan.pick(ResourceGroup, sorted(set(keys)))}


@rule(
    "DEP-SAME-TIMER",
    "Groups that move together with different fallback timers",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Give all members the same fallback timer, or none.",
)
def dep_same_timer(design: Design, rule: Rule) -> Iterator[Finding]:
    """Groups of one node or of one site fall back together, so they wait for the same hour."""
    plan = design.plan
    for kind, words in _TOGETHER.items():
        for row in _rows(design, kind):
            groups = plan.pick(ResourceGroup, dict.fromkeys(row.groups))
            timers = {group.fallback_timer for group in groups}
            if len(timers) > 1:
                names = listed(plan.title(FallbackTimer, key) if key else "none" for key in timers)
                yield rule.at(
                    cell(row, "groups"),
                    *(cell(group, "fallback_timer") for group in groups),
                    title=f"{listed(group.name for group in groups)} {words}, "
                    f"but wait for different timers: {names}",
                )


@rule(
    "DEP-DIFFERENT-SETS",
    "More than one set of groups on different nodes",
    severity=Severity.WARNING,
    sources=(_GUIDE, "per IBM guides"),
    fix="Put all groups of one priority into one row.",
)
def dep_different_sets(design: Design, rule: Rule) -> Iterator[Finding]:
    """A cluster has one set of groups that avoid each other, with one list for each priority.
    Two lists of one priority become one, and groups avoid each other that nobody meant to."""
    rows: dict[LocationPriority, list[Dependency]] = defaultdict(list)
    for row in _rows(design, DependencyKind.DIFFERENT_NODES):
        if row.priority is not None:
            rows[row.priority].append(row)
    for priority, several in rows.items():
        if len(several) > 1:
            yield rule.at(
                *(cell(row, "priority") for row in several),
                title=f"{len(several)} sets on different nodes have the priority {priority.label}",
                about=priority.value,
            )


def _nodes_of(groups: Sequence[ResourceGroup]) -> set[str]:
    return {node for group in groups for node in group.nodes}


@rule(
    "DEP-DIFFERENT-CROWD",
    "More groups that avoid each other than nodes for them",
    severity=Severity.WARNING,
    sources=(_GUIDE, "per IBM guides"),
    fix="Add nodes to their lists, or take groups out of the set.",
)
def dep_different_crowd(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each group of the set needs a node to itself. With more groups than nodes one of them stays
    offline even while everything works."""
    groups = list(_apart(design).values())
    nodes = _nodes_of(groups)
    if nodes and len(groups) > len(nodes):
        yield rule.at(
            cell(_rows(design, DependencyKind.DIFFERENT_NODES)[0], "groups"),
            *(cell(group, "nodes") for group in groups),
            title=f"{len(groups)} groups avoid each other on {len(nodes)} "
            f"{'node' if len(nodes) == 1 else 'nodes'}",
            detail=f"They are {listed(group.name for group in groups)}.",
        )


@rule(
    "DEP-DIFFERENT-EQUAL",
    "Groups of one priority that compete for a node",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=(_GUIDE, "per IBM guides"),
    fix="Give the group that matters more the higher priority.",
)
def dep_different_equal(design: Design, rule: Rule) -> Iterator[Finding]:
    """When a node is lost and the others are taken, a group of higher priority displaces one of
    lower priority. Groups of equal priority do not displace each other: which of them survives
    is left to chance."""
    plan = design.plan
    groups = list(_apart(design).values())
    if len(groups) < len(_nodes_of(groups)):
        return
    for row in _rows(design, DependencyKind.DIFFERENT_NODES):
        equal = plan.pick(ResourceGroup, dict.fromkeys(row.groups))
        if len(equal) > 1 and row.priority is not None:
            yield rule.at(
                cell(row, "priority"),
                cell(row, "groups"),
                title=f"{listed(group.name for group in equal)} have the same priority, "
                f"{row.priority.label}, and cannot displace each other",
            )


@rule(
    "DEP-SITE-NONE",
    "Groups of one site in a cluster without sites",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Choose another dependency, or plan a stretched or linked cluster.",
)
def dep_site_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA can keep groups on one site only where it knows sites."""
    if has_powerha_sites(design.plan):
        return
    for row in _rows(design, DependencyKind.SAME_SITE):
        names = listed(design.plan.title(ResourceGroup, key) for key in row.groups)
        yield rule.at(
            cell(row, "kind"),
            title=f"{names or 'Groups'} shall be on one site, but PowerHA knows no sites here",
        )


@rule(
    "DEP-SITE-CROWD",
    "Groups that avoid each other on a site with too few nodes",
    severity=Severity.WARNING,
    sources=(_GUIDE, "S10", "per IBM guides"),
    fix="Add nodes of that site to their lists, or take groups out of one of the dependencies.",
)
def dep_site_crowd(design: Design, rule: Rule) -> Iterator[Finding]:
    """Groups that are always on one site and never on one node need as many nodes there as there
    are groups. A site with fewer cannot take all of them over."""
    plan, layout, apart = design.plan, layout_of(design), _apart(design)
    for row in _rows(design, DependencyKind.SAME_SITE):
        both = [apart[key] for key in sorted(set(row.groups)) if key in apart]
        nodes: dict[str, set[str]] = defaultdict(set)
        for node in _nodes_of(both):
            if node in layout.site_of_node:
                nodes[layout.site_of_node[node]].add(node)
        for site, its_nodes in nodes.items():
            if len(both) > len(its_nodes):
                yield rule.at(
                    cell(row, "groups"),
                    *(cell(group, "nodes") for group in both),
                    title=f"{listed(group.name for group in both)} need a node each, and "
                    f"{plan.title(Site, site)} has {len(its_nodes)} for them",
                    about=site,
                )
