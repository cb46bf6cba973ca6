"""Dynamic node priority: the next node chosen by load or by a script."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.resource_group import Fallover, NodePriority, ResourceGroup
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.registry import Rule, rule

_SCRIPTED = (NodePriority.LEAST, NodePriority.MOST)


def _is_scripted(group: ResourceGroup) -> bool:
    return group.fallover is Fallover.FUDNP and group.node_priority in _SCRIPTED


@rule(
    "RG-DYNAMIC-SITES",
    "Dynamic node priority in a cluster with sites",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: dynamic node priority",),
    fix="Choose Fallover To Next Priority Node In The List.",
)
def rg_dynamic_sites(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA does not choose the node by load where sites are configured."""
    for group in design.plan.rows(ResourceGroup) if has_powerha_sites(design.plan) else ():
        if group.fallover is Fallover.FUDNP:
            yield rule.at(
                cell(group, "fallover"),
                title=f"{group.name} uses dynamic node priority in a cluster with sites",
            )


@rule(
    "RG-DYNAMIC-NODES",
    "Dynamic node priority with nothing to choose",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("PowerHA planning guide: dynamic node priority", "per IBM guides"),
    fix="List three nodes or more, or choose the next node in the list.",
)
def rg_dynamic_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """With two nodes only one is left after a failure, so there is nothing to compare."""
    for group in design.plan.rows(ResourceGroup):
        if group.fallover is Fallover.FUDNP and len(group.nodes) < 3:
            yield rule.at(
                cell(group, "fallover"),
                cell(group, "nodes"),
                title=f"{group.name} uses dynamic node priority and lists {len(group.nodes)} nodes",
            )


@rule(
    "RG-DYNAMIC-POLICY",
    "Dynamic node priority without its criterion",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: dynamic node priority",),
    fix="Choose what decides: memory, processor time, disks, or a script.",
)
def rg_dynamic_policy(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA has to know by what it shall rank the nodes."""
    for group in design.plan.rows(ResourceGroup):
        if group.fallover is Fallover.FUDNP and group.node_priority is None:
            yield rule.at(
                cell(group, "node_priority"),
                cell(group, "fallover"),
                title=f"{group.name} uses dynamic node priority and does not say by what",
            )


@rule(
    "RG-DYNAMIC-SCRIPT",
    "Node priority by a script that nobody named",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: dynamic node priority", "per IBM guides"),
    fix="Enter the path of the script and how long PowerHA waits for it.",
)
def rg_dynamic_script(design: Design, rule: Rule) -> Iterator[Finding]:
    """The lowest or highest value comes from a script of your own. PowerHA needs its path, the
    same on every node, and a time after which it decides without an answer."""
    for group in design.plan.rows(ResourceGroup):
        if not _is_scripted(group):
            continue
        if not group.node_priority_script:
            yield rule.at(
                cell(group, "node_priority_script"),
                cell(group, "node_priority"),
                title=f"{group.name} ranks nodes by a script that is not named",
            )
        if not group.node_priority_timeout:
            yield rule.at(
                cell(group, "node_priority_timeout"),
                cell(group, "node_priority"),
                title=f"{group.name} does not say how long to wait for the script that ranks nodes",
                severity=Severity.WARNING,
            )


@rule(
    "RG-SCRIPT-IDLE",
    "Script for the node priority that is not used",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("PowerHA planning guide: dynamic node priority",),
    fix="Clear script and timeout, or choose the lowest or highest value of the script.",
)
def rg_script_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """Only the two priorities that ask a script run one; the others go by what AIX measures."""
    for group in design.plan.rows(ResourceGroup):
        idle = [
            column
            for column in ("node_priority_script", "node_priority_timeout")
            if getattr(group, column)
        ]
        uses_priority = group.fallover is Fallover.FUDNP or group.node_priority is None
        if idle and uses_priority and not _is_scripted(group):
            yield rule.at(
                *(cell(group, column) for column in idle),
                cell(group, "node_priority"),
                title=f"{group.name} names a script for the node priority, but does not rank by it",
            )


@rule(
    "RG-PRIORITY-IDLE",
    "Node priority that is not used",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("PowerHA planning guide: dynamic node priority",),
    fix="Clear it, or choose Fallover Using Dynamic Node Priority.",
)
def rg_priority_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """A criterion for the node works only with the fallover policy that asks for it."""
    for group in design.plan.rows(ResourceGroup):
        chosen = group.node_priority not in (None, NodePriority.DEFAULT)
        if chosen and group.fallover is not Fallover.FUDNP:
            yield rule.at(
                cell(group, "node_priority"),
                cell(group, "fallover"),
                title=f"{group.name} names a node priority that its fallover policy does not use",
            )
