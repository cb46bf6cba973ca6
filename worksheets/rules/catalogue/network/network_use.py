"""How heartbeats and administrators use the networks: multicast and IPsec."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.cluster_options import ClusterOptions, HeartbeatType
from worksheets.plan.rows.ip_label import LabelFunction
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule


@rule(
    "HEARTBEAT-MULTICAST",
    "Heartbeat by multicast through devices that may not pass it",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: heartbeat", "W3"),
    fix="Let the network group switch multicast on for the cluster, or choose unicast.",
)
def heartbeat_multicast(design: Design, rule: Rule) -> Iterator[Finding]:
    """A switch that drops multicast makes every node look dead to the others, often only after it
    was restarted or upgraded."""
    plan = design.plan
    options = [row for row in plan.rows(ClusterOptions) if _by_multicast(row)]
    if not options:
        return
    devices = [
        device
        for device in layout_of(design).ordered(NetworkDevice)
        if device.kind is not DeviceKind.SAN_SWITCH
    ]
    dropping = [device for device in devices if device.passes_multicast is False]
    unknown = [device for device in devices if device.passes_multicast is None]
    for device in dropping:
        yield rule.at(
            cell(device, "passes_multicast"),
            *(cell(row, "heartbeat_type") for row in options),
            title=f"Heartbeat is by multicast, which {device.name} does not pass",
        )
    if unknown:
        yield rule.at(
            sheet(NetworkDevice, "passes_multicast"),
            *(cell(device, "passes_multicast") for device in unknown),
            title="Heartbeat is by multicast, and nobody has said whether it gets through "
            f"{listed(device.name for device in unknown)}",
            severity=Severity.ADVICE,
        )


def _by_multicast(row: ClusterOptions) -> bool:
    return row.heartbeat_type is HeartbeatType.MULTICAST


@rule(
    "NET-IPSEC",
    "Nobody has decided about IPsec between the nodes",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("W13",),
    fix="Plan a tunnel between the persistent labels, or say no where nobody else is on the "
    "network.",
)
def net_ipsec(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA's own messages and remote commands pass between the nodes. Where others share the
    network, a tunnel between persistent labels keeps them from being read or forged."""
    holders: dict[str, set[str]] = defaultdict(set)
    for label in layout_of(design).labels[LabelFunction.PERSISTENT]:
        if label.node:
            holders[label.network].add(label.node)
    open_rows = [
        row
        for row in layout_of(design).ordered(Network)
        if row.ipsec is None and len(holders.get(row.key, ())) > 1
    ]
    if open_rows:
        yield rule.at(
            sheet(Network, "ipsec"),
            *(cell(row, "ipsec") for row in open_rows),
            title="Whether persistent labels talk through IPsec is not decided for "
            f"{listed(row.name for row in open_rows)}",
        )


@rule(
    "NET-IPSEC-IDLE",
    "IPsec without persistent labels",
    severity=Severity.ADVICE,
    sources=("W13",),
    fix="Plan a persistent label for each node on the network, or answer no.",
)
def net_ipsec_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """The tunnel runs between addresses that stay with their nodes. On a network without persistent
    labels it has no ends."""
    having = {label.network for label in layout_of(design).labels[LabelFunction.PERSISTENT]}
    for row in design.plan.rows(Network):
        if row.ipsec and row.key not in having:
            yield rule.at(
                cell(row, "ipsec"),
                title=f"{row.name} has IPsec, but no persistent label is on it",
            )
