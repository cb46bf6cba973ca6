"""Takeover strategies of applications against the groups and nodes that carry them."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.application import Application, TakeoverStrategy
from worksheets.plan.rows.node import Node, UsualRole
from worksheets.plan.rows.resource_group import ResourceGroup, Startup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_STANDBY = (TakeoverStrategy.COLD_STANDBY, TakeoverStrategy.THIRD_PARTY)


def _with_groups(design: Design) -> Iterator[tuple[Application, ResourceGroup]]:
    """Applications with a strategy, and each group that runs one of their controllers."""
    layout = layout_of(design)
    for row in design.plan.rows(Application):
        if row.strategy is None:
            continue
        groups = {
            group.key: group
            for key in row.controllers
            for group in layout.groups_of_controller.get(key, ())
        }
        for group in layout.in_order(groups.values()):
            yield row, group


@rule(
    "SERVICE-CONCURRENT",
    "Concurrent application in a group of one node, or the reverse",
    severity=Severity.WARNING,
    sources=("N2", "PowerHA planning guide: resource groups"),
    fix="Correct the strategy of the application or the startup policy of the group.",
)
def service_concurrent(design: Design, rule: Rule) -> Iterator[Finding]:
    """An application that runs on all nodes at once needs a group that is online on all of them,
    and any other application is damaged by such a group."""
    for row, group in _with_groups(design):
        concurrent = row.strategy is TakeoverStrategy.CONCURRENT
        everywhere = group.startup is Startup.OAAN
        if concurrent is not everywhere:
            runs = "on all nodes" if everywhere else "on one node at a time"
            meant = row.strategy.label if row.strategy else ""
            yield rule.at(
                cell(row, "strategy"),
                cell(group, "startup"),
                title=f"{row.name} is planned for {meant}, but {group.name} runs {runs}",
                about=group.key,
            )


@rule(
    "SERVICE-STANDBY",
    "Strategy that needs a standby node, without one",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N2", "N10"),
    fix="Put a standby node on the group's list, or call the strategy what it is.",
)
def service_standby(design: Design, rule: Rule) -> Iterator[Finding]:
    """With a standby, the node that takes over has nothing else to do. If all nodes of the list
    are active, a takeover puts two loads on one of them. A list of one node has a rule of its
    own."""
    for row, group in _with_groups(design):
        nodes = design.plan.pick(Node, group.nodes)
        busy = len(nodes) > 1 and all(node.usual_role is UsualRole.ACTIVE for node in nodes)
        if row.strategy in _STANDBY and busy:
            yield rule.at(
                cell(row, "strategy"),
                cell(group, "nodes"),
                *(cell(node, "usual_role") for node in nodes),
                title=f"{row.name} counts on a standby node, but "
                f"{listed(node.name for node in nodes)} are all active",
                about=group.key,
            )


@rule(
    "SERVICE-MUTUAL",
    "Mutual takeover with a node that is home of nothing",
    severity=Severity.ADVICE,
    sources=("N2",),
    fix="Make the other node the home of a group, or call the strategy cold standby.",
)
def service_mutual(design: Design, rule: Rule) -> Iterator[Finding]:
    """Mutual takeover means that each node works and each stands in for the other. A node that
    no group begins with only waits, which is a standby and should be sized as one."""
    homes = {group.nodes[0] for group in layout_of(design).groups if group.nodes}
    for row, group in _with_groups(design):
        idle = [node for node in design.plan.pick(Node, group.nodes) if node.key not in homes]
        if row.strategy is TakeoverStrategy.MUTUAL_TAKEOVER and idle:
            yield rule.at(
                cell(row, "strategy"),
                *(cell(node) for node in idle),
                title=f"{row.name} is planned for mutual takeover, but no group starts on "
                f"{listed(node.name for node in idle)}",
                about=group.key,
            )
