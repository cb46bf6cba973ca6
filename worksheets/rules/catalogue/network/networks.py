"""Networks: who is on them, how their failure is noticed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.cluster_options import ClusterType
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.network import Distribution, Network, NetworkKind
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import Layout, layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.subnets import Subnet


@rule(
    "NET-GROUP-REACH",
    "Node of a group that is not on the group's network",
    severity=Severity.BLOCKER,
    sources=("W1", "PowerHA planning guide: service IP labels"),
    fix="Give the node an interface on that network, or take it out of the group's list.",
)
def net_group_reach(design: Design, rule: Rule) -> Iterator[Finding]:
    """A service address can only move to a node with an interface on its network. On any other
    node of the list the group cannot start. Labels of one site need only the nodes there. A node
    without any interface, or with one that is on no network yet, has a rule of its own."""
    plan, layout = design.plan, layout_of(design)
    interfaces = plan.rows(Interface)
    wired = {row.node for row in interfaces} - {row.node for row in interfaces if not row.network}
    for group in plan.rows(ResourceGroup):
        missing: dict[str, set[str]] = defaultdict(set)
        for label in plan.pick(IpLabel, group.service_labels):
            if label.network not in layout.networks_in_use:
                continue
            for node in group.nodes:
                if (node, label.network) in layout.interfaces:
                    continue
                site = layout.site_of_node.get(node, "")
                if node in wired and not (label.site and site and site != label.site):
                    missing[label.network].add(node)
        for network, nodes in missing.items():
            names = listed(plan.title(Node, node) for node in nodes)
            yield rule.at(
                cell(group, "nodes"),
                sheet(Interface, "network"),
                title=f"{group.name} lists {names} without an interface on "
                f"{plan.title(Network, network)}",
                about=network,
            )


Reach = dict[str, set[Subnet | None]]


def _reach(design: Design, layout: Layout) -> dict[str, Reach]:
    """Subnets of each node by network; None where an interface has no boot address yet."""
    plan = design.plan
    kinds = {row.key: row.kind for row in plan.rows(Network)}
    addressed: dict[str, set[Subnet]] = defaultdict(set)
    for label in layout.labels[LabelFunction.BOOT]:
        if label.interface and label.key in layout.subnets:
            addressed[label.interface].add(layout.subnets[label.key])
    reach: dict[str, Reach] = defaultdict(lambda: defaultdict(set))
    for (node, network), interfaces in layout.interfaces.items():
        if network in kinds and kinds[network].carries_ip:
            for interface in interfaces:
                reach[node][network] |= addressed.get(interface.key) or {None}
    return reach


def _direct(one: Reach, other: Reach) -> bool:
    """Whether two nodes meet in a subnet; an address not entered yet may be in any."""
    for network in one.keys() & other.keys():
        mine, theirs = one[network], other[network]
        if None in mine or None in theirs or mine & theirs:
            return True
    return False


@rule(
    "NET-PAIR",
    "Nodes that share no direct network",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: cluster networks",),
    fix="Put both nodes on one network with boot addresses in a common subnet.",
)
def net_pair(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each node needs at least one network without a router in between to every other node.
    Between the sites of a linked cluster routers are allowed."""
    layout = layout_of(design)
    reach = _reach(design, layout)
    linked = design.plan.options.type is ClusterType.LINKED
    nodes = [node for node in layout.nodes if node.key in reach]
    for number, node in enumerate(nodes):
        apart = []
        for other in nodes[:number]:
            if _direct(reach[node.key], reach[other.key]):
                continue
            if not linked or len(layout.sites_of((node.key, other.key))) < 2:
                apart.append(other)
        if apart:
            yield rule.at(
                cell(node),
                *(cell(other) for other in apart),
                title=f"{node.name} shares no direct network with "
                f"{listed(other.name for other in apart)}",
            )


@rule(
    "NET-SAN-HEARTBEAT",
    "No heartbeat over the SAN",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("W2", "W3", "W5"),
    fix="Enter a sancomm network if the Fibre Channel cards support target mode.",
)
def net_san_heartbeat(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two ways besides IP guard better against a split brain than one. Next to the repository
    disk, target-mode Fibre Channel cards zoned together give a second one of another kind.
    Without either of them there is a single point of failure, which has a rule of its own."""
    networks = design.plan.rows(Network)
    other_way = any(row.disk for row in design.plan.rows(RepositoryDisk))
    san = any(row.kind is NetworkKind.SANCOMM for row in networks)
    if networks and other_way and not san:
        yield rule.at(
            sheet(Network, "kind"), title="No network besides IP: nothing is heard over the SAN"
        )


@rule(
    "NET-DISTRIBUTION",
    "Distribution by persistent labels that are missing",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("W12", "PowerHA planning guide: distribution preference", "per IBM guides"),
    fix="Give every node on the network a persistent label, or choose another preference.",
)
def net_distribution(design: Design, rule: Rule) -> Iterator[Finding]:
    """A preference that places service addresses beside or away from the persistent label does
    nothing on a node that has none."""
    plan, layout = design.plan, layout_of(design)
    persistent = {
        (row.node, row.network) for row in layout.labels[LabelFunction.PERSISTENT] if row.node
    }
    wanting = (Distribution.CPL, Distribution.ACPL, Distribution.ACPLS)
    for network in plan.rows(Network):
        if network.distribution not in wanting:
            continue
        on_it = {node for node, key in layout.interfaces if key == network.key}
        bare = [node for node in on_it if (node, network.key) not in persistent]
        if bare:
            names = listed(plan.title(Node, node) for node in bare)
            have = "has" if len(bare) == 1 else "have"
            yield rule.at(
                cell(network, "distribution"),
                sheet(IpLabel, "function"),
                title=f"{network.name} is distributed by persistent labels, "
                f"and {names} {have} none there",
            )


@rule(
    "NET-XD-SITES",
    "Network between sites in a cluster without sites",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R8", "PowerHA planning guide: networks"),
    fix="Make the network an ether network, or plan a stretched or linked cluster.",
)
def net_xd_sites(design: Design, rule: Rule) -> Iterator[Finding]:
    """XD networks carry data and heartbeat between two sites that PowerHA knows. A standard
    cluster has none."""
    if has_powerha_sites(design.plan) and len(design.plan.rows(Site)) > 1:
        return
    for network in design.plan.rows(Network):
        if network.kind in (NetworkKind.XD_DATA, NetworkKind.XD_IP):
            yield rule.at(
                cell(network, "kind"),
                title=f"{network.name} is of kind {network.kind.label}, "
                "but PowerHA knows no two sites here",
            )


@rule(
    "NET-EMPTY",
    "Network without interfaces",
    severity=Severity.ADVICE,
    sources=("W1", "PowerHA planning guide: networks"),
    fix="Enter the interfaces that are on it, or delete the network.",
)
def net_empty(design: Design, rule: Rule) -> Iterator[Finding]:
    """A network that no interface is on carries nothing. SAN heartbeat needs no interface."""
    used = {row.network for row in design.plan.rows(Interface)}
    for network in design.plan.rows(Network):
        if network.kind.carries_ip and network.key not in used:
            yield rule.at(
                cell(network),
                sheet(Interface, "network"),
                title=f"No interface is on {network.name}",
            )
