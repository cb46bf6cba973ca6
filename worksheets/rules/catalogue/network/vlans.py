"""VLANs and packet sizes: what networks, interfaces and Shared Ethernet Adapters say of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_NUMBER = re.compile(r"[0-9]{1,4}\Z")
_SIDES: tuple[tuple[str, str], ...] = (("vlan", "VLAN"), ("mtu", "packet size (MTU)"))


@rule(
    "NET-INTERFACE-DIFFERS",
    "Interface that differs from its network",
    severity=Severity.WARNING,
    sources=("W4", "W7", "PowerHA planning guide: networks"),
    fix="Correct the interface or the network, whichever is wrong.",
)
def net_interface_differs(design: Design, rule: Rule) -> Iterator[Finding]:
    """All interfaces of a network are in one VLAN, or they do not hear each other, and have one
    packet size, or large packets get lost after a takeover."""
    plan = design.plan
    for row in plan.rows(Interface):
        network = plan.get(Network, row.network)
        for column, word in _SIDES if network is not None else ():
            mine, its = getattr(row, column), getattr(network, column)
            if network is not None and None not in (mine, its) and mine != its:
                yield rule.at(
                    cell(row, column),
                    cell(network, column),
                    title=f"{plan.title(Interface, row.key)} has the {word} {mine}, "
                    f"{network.name} has {its}",
                )


@rule(
    "NET-VLAN-TWICE",
    "Two networks in one VLAN",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("W1", "S4"),
    fix="Use another VLAN on other switches, or make the two one network.",
)
def net_vlan_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two networks are to tell the failure of a network from that of a node. In one VLAN both
    fail together, and the cluster takes the failure for that of a node."""
    found: dict[int, list[Network]] = defaultdict(list)
    for network in layout_of(design).ordered(Network):
        if network.vlan is not None and network.kind.carries_ip:
            found[network.vlan].append(network)
    for vlan, networks in found.items():
        if len(networks) > 1:
            yield rule.at(
                *(cell(network, "vlan") for network in networks),
                title=f"{listed(network.name for network in networks)} are in one VLAN, {vlan}",
            )


def _carried(adapter: SharedEthernetAdapter) -> set[int] | None:
    """VLANs that an adapter bridges; None where they are not entered, or not as numbers."""
    words = adapter.vlans.replace(",", " ").split()
    if not words or not all(_NUMBER.match(word) for word in words):
        return None
    own = {adapter.default_vlan} if adapter.default_vlan is not None else set()
    return own | {int(word) for word in words}


@rule(
    "VIOS-VLAN-MISSING",
    "Shared Ethernet Adapter that does not carry the VLAN of its network",
    severity=Severity.BLOCKER,
    sources=("V7",),
    fix="Add the VLAN to the adapter, or correct the VLAN of the network.",
)
def vios_vlan_missing(design: Design, rule: Rule) -> Iterator[Finding]:
    """A virtual interface reaches only the VLANs that the adapter below it bridges. After a
    failover to an adapter without the VLAN the node is cut off."""
    plan = design.plan
    missing: dict[tuple[str, int], list[Interface]] = defaultdict(list)
    for row in layout_of(design).ordered(Interface):
        network = plan.get(Network, row.network)
        vlan = row.vlan if row.vlan is not None or network is None else network.vlan
        if vlan is None:
            continue
        for adapter in plan.pick(SharedEthernetAdapter, row.adapters):
            carried = _carried(adapter)
            if carried is not None and vlan not in carried:
                missing[adapter.key, vlan].append(row)
    for (key, vlan), rows in missing.items():
        for adapter in plan.pick(SharedEthernetAdapter, (key,)):
            yield rule.at(
                cell(adapter, "vlans"),
                *(cell(row, "adapters") for row in rows),
                title=f"{plan.title(SharedEthernetAdapter, key)} does not carry VLAN {vlan} of "
                f"{listed(plan.title(Interface, row.key) for row in rows)}",
                about=str(vlan),
            )
