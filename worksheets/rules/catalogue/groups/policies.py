"""Policies of resource groups: which go together. 13 of the 24 combinations are allowed."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import (
    Fallback,
    Fallover,
    ResourceGroup,
    Startup,
)
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.registry import Rule, rule


@rule(
    "RG-POLICY-ALL-NODES",
    "Concurrent group that falls over or back",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: resource group policies",),
    fix="Choose Bring Offline and Never Fallback, or another startup policy.",
)
def rg_policy_all_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group that runs on all nodes has nowhere to move to: it goes offline on the node that
    fails and never falls back."""
    for group in design.plan.rows(ResourceGroup):
        if group.startup is not Startup.OAAN:
            continue
        if group.fallover is not Fallover.BO:
            yield rule.at(
                cell(group, "fallover"),
                title=f"{group.name} is online on all nodes and has the fallover policy "
                f"{group.fallover.label}",
            )
        if group.fallback is not Fallback.NFB:
            yield rule.at(
                cell(group, "fallback"),
                title=f"{group.name} is online on all nodes and has the fallback policy "
                f"{group.fallback.label}",
            )


@rule(
    "RG-POLICY-DISTRIBUTION",
    "Distributed group with a policy that does not fit",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: resource group policies",),
    fix="Choose Never Fallback and a fallover to another node.",
)
def rg_policy_distribution(design: Design, rule: Rule) -> Iterator[Finding]:
    """Groups that are spread over the nodes have no home to fall back to, and PowerHA takes no
    Bring Offline for them."""
    for group in design.plan.rows(ResourceGroup):
        if group.startup is not Startup.OUDP:
            continue
        if group.fallback is not Fallback.NFB:
            yield rule.at(
                cell(group, "fallback"), title=f"{group.name} is distributed and falls back"
            )
        if group.fallover is Fallover.BO:
            yield rule.at(
                cell(group, "fallover"),
                title=f"{group.name} is distributed and would go offline on an error",
            )


@rule(
    "RG-POLICY-OFFLINE",
    "Group that goes offline and falls back",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: resource group policies", "per IBM guides"),
    fix="Choose Never Fallback, or a fallover to another node.",
)
def rg_policy_offline(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group that is brought offline on the failed node runs nowhere else, so there is nothing
    to fall back from."""
    moving = (Startup.OHN, Startup.OFAN)
    for group in design.plan.rows(ResourceGroup):
        offline = group.fallover is Fallover.BO and group.startup in moving
        if offline and group.fallback is not Fallback.NFB:
            yield rule.at(
                cell(group, "fallback"),
                cell(group, "fallover"),
                title=f"{group.name} is brought offline on an error and shall fall back",
            )


@rule(
    "RG-FALLBACK-NOW",
    "Fallback as soon as the node returns",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("T5", "PowerHA planning guide: resource group policies"),
    fix="Choose Never Fallback and move the group by hand, or plan a delayed fallback timer.",
)
def rg_fallback_now(design: Design, rule: Rule) -> Iterator[Finding]:
    """Without a timer a group moves back the moment its better node joins, which is a second
    interruption and often in working hours. Policies that exclude a fallback have rules of their
    own."""
    for group in design.plan.rows(ResourceGroup):
        if group.fallover is Fallover.BO or group.startup in (Startup.OUDP, Startup.OAAN):
            continue
        several = len(group.nodes) > 1 and group.fallback is Fallback.FBHPN
        if several and not group.fallback_timer and not group.notes.strip():
            yield rule.at(
                cell(group, "fallback"), title=f"{group.name} falls back as soon as it can"
            )


@rule(
    "RG-DISTRIBUTION-NODES",
    "More distributed groups than nodes",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("PowerHA planning guide: node distribution policy",),
    fix="Use the policy for as many groups as there are nodes, or add nodes.",
)
def rg_distribution_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """At startup PowerHA puts at most one distributed group on each node; the rest stays
    offline."""
    groups = design.plan.rows(ResourceGroup)
    count = sum(group.startup is Startup.OUDP for group in groups)
    nodes = len(design.plan.rows(Node))
    if count > nodes > 0:
        yield rule.at(
            sheet(ResourceGroup, "startup"),
            title=f"{count} groups are distributed over {nodes} nodes, one on each",
        )


@rule(
    "RG-SETTLING",
    "Settling time that nothing uses",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("PowerHA planning guide: resource group settling time",),
    fix="Clear it, or choose Online On First Available Node for the groups it is meant for.",
)
def rg_settling(design: Design, rule: Rule) -> Iterator[Finding]:
    """Only groups that start on the first available node wait for the settling time."""
    groups = design.plan.rows(ResourceGroup)
    used = any(group.startup is Startup.OFAN for group in groups)
    for row in design.plan.rows(ClusterOptions):
        if row.rg_settling_time and groups and not used:
            yield rule.at(
                cell(row, "rg_settling_time"),
                sheet(ResourceGroup, "startup"),
                title=f"No group waits for the settling time of {row.rg_settling_time} s",
            )
