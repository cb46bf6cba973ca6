"""netmon.cf: how a node with one interface tells its own failure from the network's."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.ip_label import IpLabel
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
