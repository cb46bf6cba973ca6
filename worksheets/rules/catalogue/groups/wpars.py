"""Workload partitions: where they are and what kind they are."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.wpar import Wpar, WparType
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import level
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: workload partitions"


def with_group(design: Design) -> Iterator[tuple[Wpar, ResourceGroup]]:
    """Partitions with the group that runs in them."""
    for row in design.plan.rows(Wpar):
        group = design.plan.get(ResourceGroup, row.resource_group)
        if group is not None:
            yield row, group


def nodes_without(design: Design, row: Wpar, group: ResourceGroup) -> list[Node]:
    """Nodes of the group on which the partition is not defined; none while nobody said where
    it is."""
    keys = dict.fromkeys(key for key in group.nodes if row.nodes and key not in row.nodes)
    return list(design.plan.pick(Node, keys))


@rule(
    "WPAR-GROUP",
    "Workload partition without a resource group",
    severity=Severity.WARNING,
    sources=("X3", _GUIDE),
    fix="Name the resource group that runs in it, or delete the row.",
)
def wpar_group(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA starts and stops in a partition what belongs to its group. A partition of no group
    stays outside of all takeovers."""
    for row in design.plan.rows(Wpar):
        if not row.resource_group:
            yield rule.at(cell(row, "resource_group"), title=f"No group runs in {row.name}")


@rule(
    "WPAR-NAME",
    "Workload partition not named like its group",
    severity=Severity.BLOCKER,
    sources=("X3", _GUIDE),
    fix="Give the partition the name of the group.",
)
def wpar_name(design: Design, rule: Rule) -> Iterator[Finding]:
    """The common name is all that tells PowerHA which partition a group runs in. Several
    partitions of one group have a rule of their own."""
    several = layout_of(design).wpars_of
    for row, group in with_group(design):
        if row.name != group.name and len(several[group.key]) == 1:
            yield rule.at(
                cell(row, "name"),
                cell(group, "name"),
                title=f"{row.name} is the workload partition of {group.name}",
                detail="The two names must be equal, also in upper and lower case.",
            )


@rule(
    "WPAR-TWICE",
    "Two workload partitions of one group",
    severity=Severity.BLOCKER,
    sources=("X3", _GUIDE),
    fix="Keep one row and name in it all nodes on which the partition is defined.",
)
def wpar_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group runs in one partition, the same on every node."""
    for key, rows in layout_of(design).wpars_of.items():
        group = design.plan.get(ResourceGroup, key)
        if group is not None and len(rows) > 1:
            yield rule.at(
                *(cell(row, "resource_group") for row in rows),
                title=f"{group.name} has {len(rows)} workload partitions: "
                f"{listed(row.name for row in rows)}",
            )


@rule(
    "WPAR-NODES",
    "Node of the group without its workload partition",
    severity=Severity.WARNING,
    sources=("X3", _GUIDE),
    fix="Define the partition on the node, or take the node off the group's list.",
)
def wpar_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """On a node without the partition the group starts in the node itself, beside everything
    that the partition was to keep apart. Verification asks for it on every node that can have
    partitions."""
    for row, group in with_group(design):
        if not row.nodes:
            yield rule.at(
                cell(row, "nodes"),
                title=f"Nobody has said yet where {row.name} is defined",
                severity=Severity.ADVICE,
            )
        missing = nodes_without(design, row, group)
        if missing:
            yield rule.at(
                cell(row, "nodes"),
                cell(group, "nodes"),
                title=f"{row.name} is not defined on {listed(node.name for node in missing)}",
                detail=f"There {group.name} starts in the node itself.",
            )


@rule(
    "WPAR-NODE-IDLE",
    "Workload partition on a node that its group never uses",
    severity=Severity.ADVICE,
    sources=("X3", _GUIDE),
    fix="Add the node to the group's list, or remove the partition there.",
)
def wpar_node_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """The group never comes to this node, so the partition stands there for nothing."""
    for row, group in with_group(design):
        idle = design.plan.pick(Node, [key for key in row.nodes if key not in group.nodes])
        if idle:
            yield rule.at(
                cell(row, "nodes"),
                cell(group, "nodes"),
                title=f"{row.name} is defined on {listed(node.name for node in idle)}, where "
                f"{group.name} never runs",
            )


@rule(
    "WPAR-TYPE",
    "Versioned workload partition that shares /usr",
    severity=Severity.BLOCKER,
    sources=("X2", _GUIDE),
    fix="Make it a non-shared system partition.",
)
def wpar_type(design: Design, rule: Rule) -> Iterator[Finding]:
    """A versioned partition runs an older AIX than its node and so cannot use the node's /usr
    and /opt. PowerHA takes versioned ones only as non-shared system partitions."""
    for row in design.plan.rows(Wpar):
        if row.type is WparType.VERSIONED and row.shared_usr:
            yield rule.at(
                cell(row, "shared_usr"),
                cell(row, "type"),
                title=f"{row.name} is versioned and shares /usr of its node",
            )


@rule(
    "WPAR-LEVEL",
    "Versioned workload partition that is not older than its node",
    severity=Severity.WARNING,
    sources=("X2", "M7", _GUIDE),
    fix="Correct the level, or make it a system partition.",
)
def wpar_level(design: Design, rule: Rule) -> Iterator[Finding]:
    """Versioned partitions are there for an older AIX. One at the version of its node is a plain
    system partition, and a newer one cannot run there."""
    for row in design.plan.rows(Wpar):
        inside = level(row.aix_level)[:2]
        if row.type is not WparType.VERSIONED or not inside:
            continue
        found = [
            node
            for node in design.plan.pick(Node, dict.fromkeys(row.nodes))
            if () < level(node.aix_level)[:2] <= inside
        ]
        if found:
            yield rule.at(
                cell(row, "aix_level"),
                *(cell(node, "aix_level") for node in found),
                title=f"{row.name} runs AIX {row.aix_level}, which is not older than that of "
                f"{listed(node.name for node in found)}",
            )
