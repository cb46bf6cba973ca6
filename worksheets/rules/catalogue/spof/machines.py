"""Single points of failure: nodes, frames, rootvg."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.parts import PartKind
from worksheets.failures.singles import Loss
from worksheets.failures.words import listed
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.catalogue.spof.common import (
    cells,
    groups,
    losses,
    lost,
    nodes_of,
)
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.registry import Rule, rule


@rule(
    "SPOF-NODE",
    "Node without a second one that can run its groups",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S1",),
    table1="S1",
    fix="Add a second node to the node list, with paths to the disks and interfaces on the "
    "networks of the group.",
)
def spof_node(design: Design, rule: Rule) -> Iterator[Finding]:
    """A cluster keeps an application up by moving it. Where no other node can run it, the failure
    of its node ends the service until that node is repaired."""
    found = list(losses(design, PartKind.NODE))
    for loss in found:
        rows = design.plan.pick(ResourceGroup, loss.groups)
        yield lost(
            design,
            rule,
            loss,
            *cells(rows, "nodes"),
            detail=_why_no_other(design, loss),
            fix=f"Add a second node to the list of {groups(design, loss)}, with paths to all "
            "disks and interfaces on all networks that are needed.",
        )
    nodes = design.plan.rows(Node)
    if len(nodes) == 1 and not found:
        yield rule.at(
            cell(nodes[0], "name"),
            title=f"{nodes[0].name} is the only node of the cluster",
        )


def _why_no_other(design: Design, loss: Loss) -> str:
    reasons: list[str] = []
    for group in design.plan.pick(ResourceGroup, loss.groups):
        others = [key for key in group.nodes if key != loss.part.key]
        if others:
            reasons += design.singles.lacks(group.key)
        elif group.nodes:
            reasons.append(f"{loss.part.name} is the only node in the list of {group.name}.")
    return " ".join(dict.fromkeys(reasons))


@rule(
    "SPOF-FRAME",
    "All nodes of a group in one frame",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("N4", "V1", "S1"),
    table1="S1",
    fix="Place the nodes of a group in different frames.",
)
def spof_frame(design: Design, rule: Rule) -> Iterator[Finding]:
    """Partitions of one physical server stop together. That is good enough for a test cluster; in
    production the nodes of a group belong in different frames, best some distance apart."""
    for loss in losses(design, PartKind.FRAME):
        inside = [node for node in nodes_of(design, loss) if node.frame == loss.part.key]
        detail = ""
        fix = f"Give {groups(design, loss)} a node in another frame than {loss.part.name}."
        if len(inside) > 1:
            which = listed(node.name for node in inside)
            detail = f"{which} are partitions of {loss.part.name} and stop together."
            fix = f"Move one of {which} to another frame, or add a node in another frame."
        yield lost(design, rule, loss, *cells(inside, "frame"), detail=detail, fix=fix)


@rule(
    "SPOF-ROOTVG",
    "rootvg on a single disk",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("N7", "V3", "S7"),
    table1="S7",
    fix="Mirror rootvg over two disks, or put it on a RAID LUN.",
)
def spof_rootvg(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node that loses the disk of its operating system stops, and often not cleanly. Mirroring
    rootvg or RAID under it costs one disk and saves that fallover."""
    found = {loss.part.key: loss for loss in losses(design, PartKind.ROOTVG)}
    for node in design.plan.rows(Node):
        if node.rootvg is not RootvgProtection.NONE:
            continue
        fix = f"Mirror rootvg of {node.name} over two disks, or put it on a RAID LUN."
        loss = found.get(node.key)
        if loss is not None:
            yield lost(design, rule, loss, fix=fix)
        else:
            yield rule.at(
                cell(node, "rootvg"),
                title=f"rootvg of {node.name} lies on one unprotected disk",
                detail=f"When that disk fails, {node.name} stops and its groups must move.",
                fix=fix,
                severity=Severity.WARNING,
            )


@rule(
    "GROUP-STRANDED",
    "Resource group that cannot run anywhere",
    severity=Severity.BLOCKER,
    sources=("S1", "A1", "V4"),
    fix="Give the group a node that reaches all its disks and is on all its networks.",
)
def group_stranded(design: Design, rule: Rule) -> Iterator[Finding]:
    """Even with every part working, no node of the list has all that the group needs as entered.
    Until that is so, no failure of a part can be judged for this group."""
    for stranded in design.singles.stranded:
        for row in design.plan.pick(ResourceGroup, (stranded.group,)):
            yield rule.at(
                cell(row, "nodes"),
                title=f"{row.name} cannot run on any node as entered",
                detail=" ".join(stranded.reasons),
            )
