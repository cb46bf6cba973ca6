"""IP labels: what each needs to be of use."""

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
from worksheets.rules.far_copies import nodes_with_glvm
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.subnets import host


@rule(
    "ADDR-OPEN",
    "Label without network or address",
    severity=Severity.WARNING,
    sources=("W8", "W10"),
    fix="Enter the network and the address; ask the network group for one where it is missing.",
)
def addr_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """A label is a name, an address and a network; only with all three can it be configured and
    checked."""
    for label in design.plan.rows(IpLabel):
        for column, what in (("network", "network"), ("address", "address")):
            if not getattr(label, column):
                yield rule.at(cell(label, column), title=f"The label {label.name} has no {what}")


@rule(
    "ADDR-BOOT-OPEN",
    "Boot label without interface",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: network interfaces",),
    fix="Name the interface that carries the address from the start of AIX.",
)
def addr_boot_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """A boot label stands on one interface of one node; heartbeats run from it."""
    for label in design.plan.rows(IpLabel):
        if label.function is LabelFunction.BOOT and not label.interface:
            yield rule.at(
                cell(label, "interface"), title=f"The boot label {label.name} is on no interface"
            )


@rule(
    "ADDR-BOOT-ELSEWHERE",
    "Boot label that contradicts its interface",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: network interfaces",),
    fix="Let label and interface name the same node and the same network.",
)
def addr_boot_elsewhere(design: Design, rule: Rule) -> Iterator[Finding]:
    """The interface says on which node and network the address is. If the label says something
    else, one of them is wrong."""
    plan = design.plan
    for label in plan.rows(IpLabel):
        interface = plan.get(Interface, label.interface)
        if interface is None or label.function is not LabelFunction.BOOT:
            continue
        for column, kind in (("network", Network), ("node", Node)):
            mine, its = getattr(label, column), getattr(interface, column)
            if mine and its and mine != its:
                yield rule.at(
                    cell(label, column),
                    cell(interface, column),
                    title=f"The boot label {label.name} names the {column} "
                    f"{plan.title(kind, mine)}, its interface {plan.title(kind, its)}",
                )


@rule(
    "ADDR-BOOT-TWICE",
    "Two boot labels on one interface",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: network interfaces",),
    fix="Keep one as boot label; make the other a persistent or service label.",
)
def addr_boot_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA monitors each interface by one boot address of a family; further addresses are
    aliases that it puts there itself."""
    plan = design.plan
    found: dict[tuple[str, int], list[IpLabel]] = defaultdict(list)
    for label in layout_of(design).labels[LabelFunction.BOOT]:
        address = host(label.address)
        if label.interface and address is not None:
            found[label.interface, address.version].append(label)
    for (interface, _), labels in found.items():
        if len(labels) > 1:
            yield rule.at(
                *(cell(label, "interface") for label in labels),
                title=f"{plan.title(Interface, interface)} has the boot labels "
                f"{listed(label.name for label in labels)}",
            )


@rule(
    "ADDR-NO-BOOT",
    "Interface without a boot label",
    severity=Severity.WARNING,
    sources=("W4", "PowerHA planning guide: network interfaces"),
    fix="Add the boot label of the interface.",
)
def addr_no_boot(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA knows an interface by its boot address; without one it neither watches it nor
    puts service addresses on it. A boot label that names no interface yet may be the one."""
    plan = design.plan
    carriers = {row.key for row in plan.rows(Network) if row.kind.carries_ip}
    boots = layout_of(design).labels[LabelFunction.BOOT]
    addressed = {label.interface for label in boots}
    waiting = {(label.network, label.node) for label in boots if not label.interface}
    for row in plan.rows(Interface):
        told = (row.network, row.node) in waiting or (row.network, "") in waiting
        if row.network in carriers and row.key not in addressed and not told:
            yield rule.at(
                cell(row),
                sheet(IpLabel, "interface"),
                title=f"{plan.title(Interface, row.key)} has no boot label",
            )


@rule(
    "ADDR-PERSISTENT-MISSING",
    "Node without a persistent label",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("W12",),
    fix="Plan one persistent label for each node on a network that administrators reach.",
)
def addr_persistent_missing(design: Design, rule: Rule) -> Iterator[Finding]:
    """Administrators and monitoring need an address that always leads to this node, wherever
    the service addresses are. Labels without a node and nodes that GLVM runs on have rules of
    their own."""
    plan = design.plan
    persistent = layout_of(design).labels[LabelFunction.PERSISTENT]
    having = {label.node for label in persistent}
    if "" in having or not plan.rows(IpLabel):
        return
    having |= nodes_with_glvm(design)
    for node in plan.rows(Node):
        if node.key not in having:
            yield rule.at(
                cell(node),
                sheet(IpLabel, "function"),
                title=f"{node.name} has no persistent label",
            )


@rule(
    "ADDR-PERSISTENT-OPEN",
    "Persistent label without node",
    severity=Severity.WARNING,
    sources=("W12", "PowerHA planning guide: persistent labels"),
    fix="Name the node that the label belongs to.",
)
def addr_persistent_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """A persistent label stays on one node for good, so it has to name that node."""
    for label in design.plan.rows(IpLabel):
        if label.function is LabelFunction.PERSISTENT and not label.node:
            yield rule.at(
                cell(label, "node"), title=f"The persistent label {label.name} names no node"
            )


@rule(
    "ADDR-PERSISTENT-TWICE",
    "Two persistent labels of a node on one network",
    severity=Severity.BLOCKER,
    sources=("W12", "PowerHA administration guide: persistent labels"),
    fix="Keep one of them, or move the other to another network.",
)
def addr_persistent_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA holds one persistent address per node and network."""
    plan = design.plan
    found: dict[tuple[str, str], list[IpLabel]] = defaultdict(list)
    for label in layout_of(design).labels[LabelFunction.PERSISTENT]:
        if label.node and label.network:
            found[label.node, label.network].append(label)
    for (node, network), labels in found.items():
        if len(labels) > 1:
            yield rule.at(
                *(cell(label, "node") for label in labels),
                title=f"{plan.title(Node, node)} has the persistent labels "
                f"{listed(label.name for label in labels)} on {plan.title(Network, network)}",
            )


@rule(
    "ADDR-SERVICE-BOUND",
    "Service label tied to a node",
    severity=Severity.WARNING,
    sources=("D1", "PowerHA planning guide: service IP labels"),
    fix="Leave node and interface empty; PowerHA chooses them as the group moves.",
)
def addr_service_bound(design: Design, rule: Rule) -> Iterator[Finding]:
    """A service address moves with its group as an alias on whichever interface is alive. One
    that belongs to a node or interface is not meant to move."""
    for label in design.plan.rows(IpLabel):
        if label.function is LabelFunction.SERVICE and (label.node or label.interface):
            column = "interface" if label.interface else "node"
            yield rule.at(
                cell(label, column), title=f"The service label {label.name} is tied to a {column}"
            )


@rule(
    "ADDR-NOT-IP",
    "Label on a network that is not IP",
    severity=Severity.BLOCKER,
    sources=("W3", "W8"),
    fix="Move the label to an ether or XD network.",
)
def addr_not_ip(design: Design, rule: Rule) -> Iterator[Finding]:
    """SAN heartbeat has no addresses; a label there can never be configured."""
    for label in design.plan.rows(IpLabel):
        network = design.plan.get(Network, label.network)
        if network is not None and not network.kind.carries_ip:
            yield rule.at(
                cell(label, "network"),
                title=f"The label {label.name} is on {network.name}, which is not an IP network",
            )


@rule(
    "ADDR-ONE-SITE",
    "Service address of one site only",
    severity=Severity.WARNING,
    sources=("S10", "PowerHA planning guide: site-specific service labels"),
    fix="Add a service label for the other site, or clear the site of this one.",
)
def addr_one_site(design: Design, rule: Rule) -> Iterator[Finding]:
    """A site-specific label comes up on its site only. A group that can also run on the other
    site needs an address there."""
    plan, layout = design.plan, layout_of(design)
    if not has_powerha_sites(plan):
        return
    for group in plan.rows(ResourceGroup):
        labels = plan.pick(IpLabel, group.service_labels)
        bound = {label.site for label in labels}
        bare = layout.sites_of(group.nodes) - bound if labels and "" not in bound else set()
        if bare:
            yield rule.at(
                cell(group, "service_labels"),
                title=f"{group.name} has no service address on "
                f"{listed(plan.title(Site, site) for site in bare)}",
            )
