"""Single points of failure: networks, the devices on the way, heartbeat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.parts import Part, PartKind
from worksheets.failures.words import listed
from worksheets.plan.plan import Plan
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.rules.catalogue.spof.common import cells, groups, losses, lost
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.registry import Rule, rule


@rule(
    "SPOF-DEVICE",
    "Switch or router without a second one",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S4", "R7"),
    table1="S4",
    fix="Add a second device and spread the cables over both.",
)
def spof_device(design: Design, rule: Rule) -> Iterator[Finding]:
    """Users reach the service over hops, and each switch or router on the way is one more thing
    that can fail. All nodes on one switch lose the network together."""
    for loss in losses(design, PartKind.DEVICE):
        if not _is_fabric(design.plan, loss.part):
            served = [row for row in design.plan.rows(Network) if row.gateways == (loss.part.key,)]
            gateway = listed(row.name for row in served)
            yield lost(
                design,
                rule,
                loss,
                *cells(served, "gateways"),
                detail=f"It is the only gateway of {gateway}." if served else "",
                fix=f"Add a second gateway to {gateway}, or tolerate the hop by name."
                if served
                else f"Attach one port of each interface to another switch than {loss.part.name}.",
            )


@rule(
    "SPOF-FABRIC",
    "SAN switch without a second one",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S6", "V4"),
    table1="S6",
    fix="Run the paths over two fabrics.",
)
def spof_fabric(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two disk adapters on one SAN switch end in one box. Paths over two fabrics keep the disks in
    reach whichever switch fails or is upgraded."""
    for loss in losses(design, PartKind.DEVICE):
        if _is_fabric(design.plan, loss.part):
            ports = [row for row in design.plan.rows(Port) if row.attached_to == loss.part.key]
            keep = "keeps" if len(loss.groups) == 1 else "keep"
            yield lost(
                design,
                rule,
                loss,
                *cells(ports, "attached_to"),
                fix=f"Attach half of the ports that lead to {loss.part.name} to a second SAN "
                f"switch, so that {groups(design, loss)} {keep} a path.",
            )


def _is_fabric(plan: Plan, part: Part) -> bool:
    row = plan.get(NetworkDevice, part.key)
    return row is not None and row.kind is DeviceKind.SAN_SWITCH


@rule(
    "SPOF-NETWORK",
    "Nodes joined by one IP network only",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S4", "W1"),
    table1="S4",
    fix="Add a second IP network and give every node an interface on it.",
)
def spof_network(design: Design, rule: Rule) -> Iterator[Finding]:
    """With one network a node cannot tell a dead network from a dead neighbour. A second one keeps
    the nodes in touch and lets the cluster choose what to move."""
    plan = design.plan
    networks = [row for row in plan.rows(Network) if row.kind.carries_ip]
    if not networks:
        title = "No IP network is entered"
        yield rule.at(sheet(Network), title=title)
    elif len(networks) == 1:
        title = f"{networks[0].name} is the only IP network of the cluster"
        yield rule.at(cell(networks[0], "name"), title=title)
    else:
        joined = defaultdict[str, set[str]](set)
        known = {row.key for row in networks}
        for row in plan.rows(Interface):
            if row.network in known:
                joined[row.node].add(row.network)
        for node in plan.pick(Node, joined):
            if len(joined[node.key]) == 1:
                name = plan.title(Network, next(iter(joined[node.key])))
                title = f"{node.name} is joined to the others by {name} only"
                fix = f"Give {node.name} an interface on a second IP network."
                yield rule.at(cell(node, "name"), title=title, fix=fix)


@rule(
    "SPOF-NONIP",
    "No heartbeat outside TCP/IP",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S5", "W2", "W3"),
    table1="S5",
    fix="Enter the repository disk, or a sancomm network between the nodes.",
)
def spof_nonip(design: Design, rule: Rule) -> Iterator[Finding]:
    """When TCP/IP fails on a node its neighbours must still see that the node lives, or two nodes
    start the same group. A repository disk or SAN heartbeat carries that sign of life."""
    plan = design.plan
    repository = plan.pick(Disk, [row.disk for row in plan.rows(RepositoryDisk)])
    san = any(row.kind is NetworkKind.SANCOMM for row in plan.rows(Network))
    if not repository and not san:
        yield rule.at(
            sheet(RepositoryDisk),
            title="The nodes have no heartbeat outside TCP/IP: no repository disk, no sancomm",
        )
