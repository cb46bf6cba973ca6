"""Addresses and their subnets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.subnets import Subnet, does_not_fit, host

# Subnets of one or two addresses have no ends to spare: all of them are hosts.
_ENDS_RESERVED = 3


@rule(
    "NET-MASK-BOTH",
    "Network with netmask and prefix length",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: networks",),
    fix="Keep the netmask for IPv4 or the prefix length, and clear the other.",
)
def net_mask_both(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA takes one of the two when a network is created and refuses both together."""
    for network in design.plan.rows(Network):
        if network.netmask and network.prefix is not None:
            yield rule.at(
                cell(network, "prefix"),
                cell(network, "netmask"),
                title=f"{network.name} has the netmask {network.netmask} "
                f"and the prefix length {network.prefix}",
            )


@rule(
    "NET-MASK-OPEN",
    "Network without a mask",
    severity=Severity.WARNING,
    sources=("W7", "W8"),
    fix="Enter the netmask, or the prefix length for IPv6.",
)
def net_mask_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """Without a mask nobody can tell which addresses share a subnet, and none of the address
    rules can be checked."""
    addressed = {label.network for label in design.plan.rows(IpLabel) if label.address}
    for network in design.plan.rows(Network):
        bare = not network.netmask and network.prefix is None
        if bare and network.kind.carries_ip and network.key in addressed:
            yield rule.at(
                cell(network, "netmask"),
                title=f"{network.name} has addresses but neither netmask nor prefix length",
            )


@rule(
    "ADDR-FAMILY",
    "Address that does not fit its network's mask",
    severity=Severity.BLOCKER,
    sources=("W8", "PowerHA planning guide: networks"),
    fix="Use an address of the network's family, or correct netmask and prefix length.",
)
def addr_family(design: Design, rule: Rule) -> Iterator[Finding]:
    """A netmask belongs to IPv4, a prefix length of more than 32 bits to IPv6. An address of
    the other family cannot be configured on that network."""
    for label in design.plan.rows(IpLabel):
        network = design.plan.get(Network, label.network)
        address = host(label.address)
        if network is None or address is None:
            continue
        if does_not_fit(network, address.version):
            mask = network.netmask or f"prefix length {network.prefix}"
            yield rule.at(
                cell(label, "address"),
                cell(network, "netmask" if network.netmask else "prefix"),
                title=f"{label.name} has the address {label.address}, "
                f"but {network.name} has {mask}",
            )


@rule(
    "ADDR-NOT-HOST",
    "Address that no interface can have",
    severity=Severity.BLOCKER,
    sources=("W8",),
    fix="Choose an address between the first and the last of the subnet.",
)
def addr_not_host(design: Design, rule: Rule) -> Iterator[Finding]:
    """The first address of an IPv4 subnet names the subnet itself, the last one is its
    broadcast address. In IPv6 the first one belongs to the routers of the subnet."""
    for label in design.plan.rows(IpLabel):
        subnet, address = layout_of(design).subnets.get(label.key), host(label.address)
        if subnet is None or address is None or subnet.last - subnet.first < _ENDS_RESERVED:
            continue
        if address.number == subnet.first:
            which = "name" if subnet.version == 4 else "router address"
        elif address.number == subnet.last and subnet.version == 4:
            which = "broadcast address"
        else:
            continue
        yield rule.at(
            cell(label, "address"),
            title=f"{label.address} of {label.name} is the {which} of the subnet {subnet}",
        )


@rule(
    "ADDR-BOOT-SUBNET",
    "Boot addresses of one node in one subnet",
    severity=Severity.BLOCKER,
    sources=("W7", "PowerHA planning guide: IP address takeover by aliases"),
    fix="Put each boot address of the node in a subnet of its own, all with the same mask.",
)
def addr_boot_subnet(design: Design, rule: Rule) -> Iterator[Finding]:
    """With two interfaces in one subnet AIX sends everything through one of them, so the
    failure of the other goes unnoticed."""
    plan, layout = design.plan, layout_of(design)
    found: dict[tuple[str, str, Subnet], list[IpLabel]] = defaultdict(list)
    for label in layout.labels[LabelFunction.BOOT]:
        node, subnet = layout.boot_node(label), layout.subnets.get(label.key)
        if node and subnet is not None:
            found[node, label.network, subnet].append(label)
    for (node, network, subnet), labels in found.items():
        if len({label.interface for label in labels}) > 1:
            yield rule.at(
                *(cell(label, "address") for label in labels),
                title=f"{plan.title(Node, node)} has {listed(label.name for label in labels)} "
                f"in one subnet, {subnet}",
                detail=f"The network is {plan.title(Network, network)}.",
            )


def _in_boot_subnet(design: Design, function: LabelFunction) -> Iterator[tuple[IpLabel, Subnet]]:
    """Labels in a boot subnet of a network on which a node has several interfaces."""
    layout = layout_of(design)
    for label in layout.labels[function]:
        subnet = layout.subnets.get(label.key)
        if (
            subnet is not None
            and label.network in layout.crowded_networks
            and subnet in layout.boot_subnets.get(label.network, ())
        ):
            yield label, subnet


@rule(
    "ADDR-SERVICE-SUBNET",
    "Service address in a boot subnet",
    severity=Severity.BLOCKER,
    sources=("W7", "W9", "PowerHA planning guide: IP address takeover by aliases"),
    fix="Choose a subnet that no boot address of this network uses.",
)
def addr_service_subnet(design: Design, rule: Rule) -> Iterator[Finding]:
    """Where nodes have several interfaces on a network, a service address in a boot subnet can
    end up behind an interface that no longer leads anywhere. With one EtherChannel per node
    boot and service addresses may share a subnet."""
    for label, subnet in _in_boot_subnet(design, LabelFunction.SERVICE):
        yield rule.at(
            cell(label, "address"),
            title=f"The service label {label.name} is in the boot subnet {subnet}",
        )


@rule(
    "ADDR-PERSISTENT-SUBNET",
    "Persistent address in a boot subnet",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("W9", "PowerHA planning guide: persistent labels", "per IBM guides"),
    fix="Choose another subnet; the one of the service addresses will do.",
)
def addr_persistent_subnet(design: Design, rule: Rule) -> Iterator[Finding]:
    """Where nodes have several interfaces on a network, the persistent address must stay out of
    their boot subnets for the same reason as a service address."""
    for label, subnet in _in_boot_subnet(design, LabelFunction.PERSISTENT):
        yield rule.at(
            cell(label, "address"),
            title=f"The persistent label {label.name} is in the boot subnet {subnet}",
        )


@rule(
    "ADDR-SUBNET-TWICE",
    "Two networks in one subnet",
    severity=Severity.WARNING,
    sources=("W7", "PowerHA planning guide: networks", "per IBM guides"),
    fix="Give each network subnets of its own, or make the two one network.",
)
def addr_subnet_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """Addresses of one subnet belong to one network. If two networks claim it, routes and the
    blame for a failure go to the wrong one."""
    plan = design.plan
    used = {
        (subnet.version, subnet.first, -subnet.last, label.network)
        for label in plan.rows(IpLabel)
        if (subnet := layout_of(design).subnets.get(label.key)) is not None
    }
    pairs: set[tuple[str, str]] = set()
    open_version, open_last, open_network = 0, 0, ""
    for version, first, minus_last, key in sorted(used):
        inside = version == open_version and first <= open_last
        if inside and key != open_network:
            pairs.add((min(key, open_network), max(key, open_network)))
        if not inside or -minus_last > open_last:
            open_version, open_last, open_network = version, -minus_last, key
    for one, other in pairs:
        yield rule.at(
            *(cell(row) for row in plan.pick(Network, (one, other))),
            title=f"{listed(plan.title(Network, key) for key in (one, other))} share a subnet",
            about=other,
        )
