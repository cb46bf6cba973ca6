"""Single points of failure that workload partitions bring along."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor, MonitorType
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.wpar import Wpar, WparStorage
from worksheets.rules.catalogue.groups.wpar_resources import inside
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: workload partitions"


def _over_nfs(design: Design) -> Iterator[Wpar]:
    return (row for row in design.plan.rows(Wpar) if row.storage is WparStorage.NFS)


def _server_label(design: Design, row: Wpar) -> IpLabel | None:
    """The service label of this cluster that serves the partition's file systems, if one does."""
    name = row.nfs_server.strip().split(".", 1)[0].casefold()
    for group in layout_of(design).groups:
        for label in design.plan.pick(IpLabel, group.service_labels):
            if name == label.name.split(".", 1)[0].casefold():
                return label
    return None


@rule(
    "SPOF-WPAR-SERVER",
    "Workload partition that hangs on one NFS server",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("X1", "S7"),
    table1="S7",
    fix="Serve it from a service address of a cluster, or note on the row what stands behind the "
    "server when it fails.",
)
def spof_wpar_server(design: Design, rule: Rule) -> Iterator[Finding]:
    """A partition whose file systems come over NFS stops with the server of these, on whichever
    node it runs. No takeover helps against that; the server itself must be highly available."""
    for row in _over_nfs(design):
        server = row.nfs_server.strip()
        if server and not row.notes.strip() and _server_label(design, row) is None:
            yield rule.at(
                cell(row, "nfs_server"),
                title=f"If the NFS server {server} fails, {row.name} fails on every node",
            )


@rule(
    "WPAR-NFS-OWN",
    "Workload partition that waits for itself",
    severity=Severity.BLOCKER,
    sources=("X1", _GUIDE),
    fix="Serve its file systems from another group.",
)
def wpar_nfs_own(design: Design, rule: Rule) -> Iterator[Finding]:
    """The service address of a group comes up inside its partition. File systems that the
    partition needs in order to start cannot come from there."""
    for row in _over_nfs(design):
        group = design.plan.get(ResourceGroup, row.resource_group)
        label = _server_label(design, row)
        if group is not None and label is not None and label.key in group.service_labels:
            yield rule.at(
                cell(row, "nfs_server"),
                cell(group, "service_labels"),
                title=f"{row.name} gets its file systems from {label.name}, its own address",
            )


def _joins_once(interface: Interface) -> bool:
    """Whether an interface is known to stand on one port or adapter."""
    ways = len(set(interface.ports) | ({interface.backup_port} - {""}))
    return ways + len(set(interface.adapters)) == 1


@rule(
    "SPOF-WPAR-NETWORK",
    "Workload partition that hangs on one way to its NFS server",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("X1", "S3"),
    table1="S3",
    fix="Give the node two ways into that network: an EtherChannel over two cards or two servers.",
)
def spof_wpar_network(design: Design, rule: Rule) -> Iterator[Finding]:
    """The network to the NFS server is as much part of the partition as its disks. A node with
    one port into it loses the partition with that port."""
    plan, layout = design.plan, layout_of(design)
    for row in _over_nfs(design):
        for node in plan.pick(Node, dict.fromkeys(row.nodes)):
            ways = layout.interfaces.get((node.key, row.nfs_network), ())
            if len(ways) == 1 and _joins_once(ways[0]):
                yield rule.at(
                    cell(row, "nfs_network"),
                    cell(ways[0]),
                    title=f"{node.name} reaches the NFS server of {row.name} over one port, "
                    f"{ways[0].name}",
                    about=node.key,
                )


@rule(
    "WPAR-NFS-REACH",
    "Node that cannot reach the NFS server of its workload partition",
    severity=Severity.BLOCKER,
    sources=("X1", _GUIDE),
    fix="Give the node an interface on that network, or choose another network.",
)
def wpar_nfs_reach(design: Design, rule: Rule) -> Iterator[Finding]:
    """The partition starts on a node only where the node can mount its file systems."""
    plan, layout = design.plan, layout_of(design)
    for row in _over_nfs(design):
        network = plan.get(Network, row.nfs_network)
        if network is None or network.key not in layout.networks_in_use:
            continue
        away = [
            node
            for node in plan.pick(Node, dict.fromkeys(row.nodes))
            if (node.key, network.key) not in layout.interfaces
        ]
        if away:
            yield rule.at(
                cell(row, "nfs_network"),
                *(cell(node, "name") for node in away),
                title=f"{listed(node.name for node in away)} cannot mount the file systems of "
                f"{row.name}: no interface on {network.name}",
            )


@rule(
    "SPOF-WPAR-APPLICATION",
    "Workload partition that nobody watches",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("X1", "S8", "O1"),
    table1="S8",
    fix="Add a custom monitor that asks the application by its service address.",
)
def spof_wpar_application(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA does not watch the partition itself, only the applications in it. Without a custom
    monitor neither the loss of the partition nor that of the application is noticed."""
    monitors = layout_of(design).monitors_of
    for group, row in inside(design):
        for controller in design.plan.pick(ApplicationController, dict.fromkeys(group.controllers)):
            kinds = {monitor.type for monitor in monitors.get(controller.key, ())}
            if MonitorType.CUSTOM not in kinds:
                yield rule.at(
                    cell(controller, "name"),
                    cell(row, "resource_group"),
                    sheet(ApplicationMonitor, "controllers"),
                    title=f"No custom monitor watches {controller.name} in {row.name}",
                )
