"""Labels and where they can be: on the nodes of their network, on the sites of their group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.subnets import Subnet

_SITE_GUIDE = "PowerHA planning guide: site-specific service labels"


@rule(
    "ADDR-PERSISTENT-REACH",
    "Persistent label on a network that its node is not on",
    severity=Severity.BLOCKER,
    sources=("W12", "PowerHA planning guide: persistent labels"),
    fix="Give the node an interface on that network, or choose a network that it has.",
)
def addr_persistent_reach(design: Design, rule: Rule) -> Iterator[Finding]:
    """A persistent address is an alias on an interface of its node. Without an interface on the
    network there is nothing to put it on."""
    plan, layout = design.plan, layout_of(design)
    wired = {row.node for row in plan.rows(Interface) if row.node}
    for label in layout.labels[LabelFunction.PERSISTENT]:
        known = label.node in wired and label.network in layout.networks_in_use
        if known and (label.node, label.network) not in layout.interfaces:
            yield rule.at(
                cell(label, "network"),
                sheet(Interface, "network"),
                title=f"{label.name} belongs to {plan.title(Node, label.node)}, which has no "
                f"interface on {plan.title(Network, label.network)}",
            )


@rule(
    "ADDR-SITE-IGNORED",
    "Site of a label that PowerHA does not know",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(_SITE_GUIDE,),
    fix="Clear the site of the label, or plan a stretched or linked cluster.",
)
def addr_site_ignored(design: Design, rule: Rule) -> Iterator[Finding]:
    """A standard cluster has no sites, so a label that shall be used on one of them only comes up
    everywhere."""
    for label in () if has_powerha_sites(design.plan) else design.plan.rows(IpLabel):
        if label.site and label.function is LabelFunction.SERVICE:
            yield rule.at(
                cell(label, "site"),
                title=f"{label.name} is meant for {design.plan.title(Site, label.site)} only, "
                "but PowerHA knows no sites here",
            )


@rule(
    "ADDR-SITE-NOBODY",
    "Service address of a site that its group never reaches",
    severity=Severity.BLOCKER,
    sources=("S10", _SITE_GUIDE),
    fix="Correct the site of the label, or add nodes of that site to the group.",
)
def addr_site_nobody(design: Design, rule: Rule) -> Iterator[Finding]:
    """A label of one site comes up on the nodes there. If the group has none on that site, the
    address never comes up at all."""
    plan, layout = design.plan, layout_of(design)
    for group in plan.rows(ResourceGroup) if has_powerha_sites(plan) else ():
        located = all(node in layout.site_of_node for node in group.nodes)
        sites = layout.sites_of(group.nodes)
        for label in plan.pick(IpLabel, group.service_labels) if located and sites else ():
            if label.site and label.site not in sites:
                yield rule.at(
                    cell(group, "service_labels"),
                    cell(label, "site"),
                    title=f"{group.name} holds {label.name} of {plan.title(Site, label.site)}, "
                    "where none of its nodes stands",
                    about=label.key,
                )


@rule(
    "ADDR-SITE-SUBNET",
    "Service address that does not fit the subnets of both sites",
    severity=Severity.WARNING,
    sources=("S10", _SITE_GUIDE),
    fix="Plan one service label for each site, with its site entered, or one subnet for both.",
)
def addr_site_subnet(design: Design, rule: Rule) -> Iterator[Finding]:
    """Where the sites have subnets of their own, an address of one of them is not routed to the
    other. A label without a site is brought up there all the same and nobody reaches it."""
    plan, layout = design.plan, layout_of(design)
    if not has_powerha_sites(plan):
        return
    subnets: dict[tuple[str, str], set[Subnet]] = defaultdict(set)
    for boot in layout.labels[LabelFunction.BOOT]:
        site = layout.site_of_node.get(layout.boot_node(boot), "")
        if site and boot.key in layout.subnets:
            subnets[boot.network, site].add(layout.subnets[boot.key])
    for group in plan.rows(ResourceGroup):
        sites = sorted(layout.sites_of(group.nodes))
        for label in plan.pick(IpLabel, group.service_labels) if len(sites) > 1 else ():
            known = [subnets.get((label.network, site), set()) for site in sites]
            if label.site or not all(known) or set.intersection(*known):
                continue
            yield rule.at(
                cell(label, "site"),
                cell(group, "service_labels"),
                title=f"{label.name} moves between {listed(plan.title(Site, s) for s in sites)}, "
                f"which share no subnet of {plan.title(Network, label.network)}",
            )
