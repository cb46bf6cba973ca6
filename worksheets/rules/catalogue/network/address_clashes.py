"""Addresses that are used twice, and such as no label can have."""

from __future__ import annotations

import ipaddress
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from worksheets.failures.words import listed
from worksheets.plan.row import Row
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.subnets import Host, Subnet, does_not_fit, host, prefix_for


@rule(
    "ADDR-TWICE",
    "Address used twice",
    severity=Severity.BLOCKER,
    sources=("W8", "PowerHA planning guide: networks"),
    fix="Give one of them another address.",
)
def addr_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two machines that answer for one address take each other's traffic. An IPv6 address stays
    the same however it is written, and a Virtual I/O Server may hold what a label wants."""
    found: dict[Host, list[Row]] = defaultdict(list)
    layout = layout_of(design)
    for row in layout.ordered(IpLabel):
        if (address := host(row.address)) is not None:
            found[address].append(row)
    for server in layout.ordered(VirtualIoServer):
        if (address := host(server.address)) is not None:
            found[address].append(server)
    for rows in found.values():
        if len(rows) > 1:
            names = listed(design.plan.title(type(row), row.key) for row in rows)
            yield rule.at(
                *(cell(row, "address") for row in rows),
                title=f"{names} have one address, {getattr(rows[0], 'address', '')}",
            )


@lru_cache(maxsize=8192)
def _special(text: str) -> str:
    """What an address is reserved for; empty for one that people may use."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return ""
    if address.is_loopback:
        return "a loopback address"
    if address.is_link_local:
        return "a link-local address"
    if address.version == 6 and address.ipv4_mapped is not None:
        return "an IPv4 address in IPv6 form"
    return ""


@rule(
    "ADDR-SPECIAL",
    "Address that does not lead to a node",
    severity=Severity.BLOCKER,
    sources=("W8", "PowerHA planning guide: IPv6 addresses"),
    fix="Choose an address from a subnet of the network.",
)
def addr_special(design: Design, rule: Rule) -> Iterator[Finding]:
    """Loopback addresses stay inside each node. Link-local ones hold on one wire only and AIX
    makes them itself, so neither can be a label of the cluster."""
    for label in design.plan.rows(IpLabel):
        if label.address and (what := _special(label.address)):
            yield rule.at(
                cell(label, "address"),
                title=f"{label.name} has the address {label.address}, {what}",
            )


@rule(
    "ADDR-FAMILY-BOOT",
    "Address of a family that no boot label has",
    severity=Severity.WARNING,
    sources=("W8", "PowerHA planning guide: IPv6 addresses", "per IBM guides"),
    fix="Add boot labels of this family to the network, or choose an address of the other.",
)
def addr_family_boot(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA puts a service or persistent address beside a boot address of its own family. On a
    network whose boot labels are all IPv4 there is no place for an IPv6 address, and the other
    way round."""
    plan, layout = design.plan, layout_of(design)
    families: dict[str, set[int]] = defaultdict(set)
    for label in layout.labels[LabelFunction.BOOT]:
        if label.network and (address := host(label.address)) is not None:
            families[label.network].add(address.version)
    for label in plan.rows(IpLabel):
        known, address = families.get(label.network), host(label.address)
        if not known or address is None or address.version in known:
            continue
        network = plan.get(Network, label.network)
        if network is not None and does_not_fit(network, address.version):
            continue
        yield rule.at(
            cell(label, "address"),
            cell(label, "network"),
            title=f"{label.name} has an IPv{address.version} address, and no boot label on "
            f"{plan.title(Network, label.network)} has one",
        )


@rule(
    "ADDR-MASK-DIFFERS",
    "Label with another mask than its network",
    severity=Severity.BLOCKER,
    sources=("W7", "PowerHA planning guide: networks", "per IBM guides"),
    fix="Clear the mask of the label, or move it to a network of that mask.",
)
def addr_mask_differs(design: Design, rule: Rule) -> Iterator[Finding]:
    """All addresses of a network have one mask. PowerHA does not take a mask for each alias."""
    for label in design.plan.rows(IpLabel):
        network, address = design.plan.get(Network, label.network), host(label.address)
        if network is None or not (label.netmask or label.prefix is not None):
            continue
        own = Network(key="own", name="own", netmask=label.netmask, prefix=label.prefix)
        version = address.version if address is not None else 4 if label.netmask else 6
        mine, its = prefix_for(own, version), prefix_for(network, version)
        if its is not None and mine != its:
            column = "netmask" if label.netmask else "prefix"
            yield rule.at(
                cell(label, column),
                cell(network, "netmask" if network.netmask else "prefix"),
                title=f"{label.name} has the mask {getattr(label, column)}, "
                f"{network.name} has {network.netmask or network.prefix}",
            )


def _room(subnet: Subnet) -> int:
    """Addresses of a subnet that hosts may have."""
    count = subnet.last - subnet.first + 1
    return count - 2 if subnet.version == 4 and subnet.prefix < 31 else count


@rule(
    "NET-MASK-NARROW",
    "Subnet too small for the nodes on it",
    severity=Severity.BLOCKER,
    sources=("W7", "W8"),
    fix="Choose a shorter mask; ask the network group for a larger subnet.",
)
def net_mask_narrow(design: Design, rule: Rule) -> Iterator[Finding]:
    """A mask of 32 bits, or of 128 in IPv6, leaves room for one address: no other node is in the
    subnet. A mask of 30 bits leaves room for two."""
    plan, layout = design.plan, layout_of(design)
    rooms: dict[str, int] = {}
    there = {(label.network, layout.subnets.get(label.key)) for label in plan.rows(IpLabel)}
    for key, subnet in there:
        if subnet is not None:
            rooms[key] = min(_room(subnet), rooms.get(key, _room(subnet)))
    counted: dict[str, set[str]] = defaultdict(set)
    for node, key in layout.interfaces:
        counted[key].add(node)
    for network in plan.rows(Network):
        room, nodes = rooms.get(network.key), len(counted[network.key])
        if room is not None and room < nodes:
            yield rule.at(
                cell(network, "netmask" if network.netmask else "prefix"),
                title=f"A subnet of {network.name} has room for {room} "
                f"{'address' if room == 1 else 'addresses'}, and {nodes} nodes are on it",
            )
