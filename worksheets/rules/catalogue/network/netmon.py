"""netmon.cf: how a node with one interface tells its own failure from the network's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.netmon_target import NetmonTarget
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.subnets import host


@rule(
    "NET-NETMON",
    "Single interface without netmon.cf targets",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("A2", "V8"),
    fix="Enter targets outside the cluster, such as routers, for this node.",
)
def net_netmon(design: Design, rule: Rule) -> Iterator[Finding]:
    """With one interface on a network, EtherChannel and virtual Ethernet included, a node
    cannot tell whether its interface or the network is dead. Targets in netmon.cf that it can
    ask settle the question."""
    plan, layout = design.plan, layout_of(design)
    covered = {(row.node, row.interface) for row in plan.rows(NetmonTarget) if row.target.strip()}
    carriers = {row.key for row in plan.rows(Network) if row.kind.carries_ip}
    for (node, network), interfaces in layout.interfaces.items():
        if len(interfaces) > 1 or network not in carriers:
            continue
        interface = interfaces[0]
        lines = {("", ""), (node, ""), ("", interface.key), (node, interface.key)}
        if not lines & covered:
            yield rule.at(
                cell(interface, "network"),
                sheet(NetmonTarget),
                title=f"{plan.title(type(interface), interface.key)} is the only interface on "
                f"{plan.title(Network, network)} and has no netmon.cf target",
            )


@rule(
    "NET-NETMON-INSIDE",
    "netmon.cf target inside the cluster",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("A2",),
    fix="Name routers or servers that do not belong to the cluster.",
)
def net_netmon_inside(design: Design, rule: Rule) -> Iterator[Finding]:
    """A target answers the question "is my own interface alive?" only if it stays reachable
    when the rest of the cluster is down."""
    plan = design.plan
    inside = {name.lower() for row in plan.rows(IpLabel) for name in (row.name, row.address)}
    inside |= {row.name.lower() for row in plan.rows(Node)}
    numbers = {host(row.address) for row in plan.rows(IpLabel) if row.address}
    for row in plan.rows(NetmonTarget):
        target = row.target.strip().lower()
        address = host(target)
        if target and (target in inside or (address is not None and address in numbers)):
            yield rule.at(
                cell(row, "target"),
                title=f"The target of {plan.title(NetmonTarget, row.key)} "
                "belongs to the cluster itself",
            )


@rule(
    "NET-NETMON-ONE",
    "Single netmon.cf target",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("A2",),
    fix="Enter a second target for this node, behind another device.",
)
def net_netmon_one(design: Design, rule: Rule) -> Iterator[Finding]:
    """While one target is all that a node asks, the restart of that router looks like the death
    of the node's own interface."""
    plan, layout = design.plan, layout_of(design)
    carriers = {row.key for row in plan.rows(Network) if row.kind.carries_ip}
    single = {
        node
        for (node, key), rows in layout.interfaces.items()
        if len(rows) == 1 and key in carriers
    }
    targets: dict[str, set[str]] = defaultdict(set)
    for row in plan.rows(NetmonTarget):
        if row.target.strip():
            targets[row.node].add(row.target.strip().lower())
    for node in layout.nodes:
        asked = targets[node.key] | targets[""]
        if node.key in single and len(asked) == 1:
            yield rule.at(
                cell(node),
                sheet(NetmonTarget),
                title=f"{node.name} asks one netmon.cf target only, {min(asked)}",
            )


@rule(
    "NET-NETMON-ELSEWHERE",
    "netmon.cf line for an interface of another node",
    severity=Severity.BLOCKER,
    sources=("A2",),
    fix="Name the interface of the node itself, or leave the node to follow the interface.",
)
def net_netmon_elsewhere(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each node reads its own netmon.cf and knows its own interfaces only."""
    plan = design.plan
    for row in plan.rows(NetmonTarget):
        interface = plan.get(Interface, row.interface)
        if interface is None or not row.node or not interface.node:
            continue
        if interface.node != row.node:
            yield rule.at(
                cell(row, "interface"),
                cell(row, "node"),
                title=f"The netmon.cf line of {plan.title(Node, row.node)} names "
                f"{plan.title(Interface, interface.key)}",
            )


@rule(
    "NET-NETMON-TESTED",
    "netmon.cf target that did not answer",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("A2",),
    fix="Ping the target from the interface itself; name another one if it stays silent.",
)
def net_netmon_tested(design: Design, rule: Rule) -> Iterator[Finding]:
    """A target behind a firewall that drops pings is as good as none."""
    for row in design.plan.rows(NetmonTarget):
        if row.tested is False:
            yield rule.at(
                cell(row, "tested"),
                title=f"The target of {design.plan.title(NetmonTarget, row.key)} was not seen "
                "to answer",
            )


@rule(
    "NET-NETMON-FAMILY",
    "netmon.cf target of a family that the node does not speak",
    severity=Severity.WARNING,
    sources=("A2", "W8"),
    fix="Name a target with an address of the family of the boot labels.",
)
def net_netmon_family(design: Design, rule: Rule) -> Iterator[Finding]:
    """An IPv4 interface never reaches an IPv6 target, so the check would call it dead for
    ever."""
    layout = layout_of(design)
    spoken: dict[str, set[int]] = defaultdict(set)
    for label in layout.labels[LabelFunction.BOOT]:
        node = layout.boot_node(label)
        if node and (address := host(label.address)) is not None:
            spoken[node].add(address.version)
            spoken[""].add(address.version)
    for row in design.plan.rows(NetmonTarget):
        address = host(row.target.strip())
        known = spoken.get(row.node)
        if known and address is not None and address.version not in known:
            yield rule.at(
                cell(row, "target"),
                title=f"The target {row.target.strip()} is an IPv{address.version} address, "
                "and the boot labels are not",
            )
