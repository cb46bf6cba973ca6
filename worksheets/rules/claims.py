"""What a plan lays claim to that another cluster must not have as well."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter
from typing import NamedTuple

from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.cluster_options import ClusterOptions, HeartbeatType
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.interface import Interface, InterfaceKind
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.estate import Claim, Kind, Thing
from worksheets.rules.subnets import address_text, host, prefix_for, subnet

# Longer values are told apart by their digest, so that an index can hold them.
LONGEST = 200
_PUNCTUATION = re.compile(r"[\W_]+")
# Boxes that serve several clusters, each planned in all of them.
_BOXES: tuple[type[Hmc] | type[NetworkDevice] | type[VirtualIoServer], ...] = (
    Hmc,
    NetworkDevice,
    VirtualIoServer,
)


class Claimant(NamedTuple):
    """One way to make claims, of kinds of its own, and the columns that it reads by worksheet."""

    claims: Callable[[Plan], Iterator[Claim]]
    reads: Mapping[type[Row], tuple[str, ...]]


def claims_of(plan: Plan, claimants: Iterable[Claimant] | None = None) -> tuple[Claim, ...]:
    """All claims of a plan, or those that some claimants make; a cell once for each thing."""
    chosen = CLAIMANTS if claimants is None else claimants
    return tuple(claim for claimant in chosen for claim in claimant.claims(plan))


def affected(before: Plan, after: Plan) -> tuple[Claimant, ...]:
    """The claimants that may make other claims of one plan than of the other."""
    return tuple(
        claimant
        for claimant in CLAIMANTS
        if any(_differ(before, after, kind, columns) for kind, columns in claimant.reads.items())
    )


def _differ(before: Plan, after: Plan, kind: type[Row], columns: tuple[str, ...]) -> bool:
    if before.shares(after, kind):
        return False
    cells = attrgetter("key", *columns)
    return [cells(row) for row in before.rows(kind)] != [cells(row) for row in after.rows(kind)]


def folded(text: str) -> str:
    """A name without regard to capitals and blanks around it."""
    return " ".join(text.casefold().split())


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """An identifier without regard to capitals, hyphens, colons and blanks."""
    return _PUNCTUATION.sub("", text.casefold())


def _claim(kind: Kind, value: str, row: Row, column: str, words: str, **more: bool) -> Claim:
    if len(value) > LONGEST:
        value = f"sha256 {sha256(value.encode()).hexdigest()}"
    return Claim(Thing(kind, value), row.slug, row.key, column, words, **more)


def _addresses(plan: Plan) -> Iterator[Claim]:
    columns: list[tuple[Row, str, bool]] = [
        (label, "address", False) for label in plan.rows(IpLabel)
    ]
    columns += [(node, "communication_path", False) for node in plan.rows(Node)]
    columns += [(row, "address", True) for kind in _BOXES for row in plan.rows(kind)]
    for row, column, shared in columns:
        text = address_text(getattr(row, column).strip())
        if text:
            yield _claim(Kind.ADDRESS, text, row, column, f"address {text}", shared=shared)


def _names(plan: Plan) -> Iterator[Claim]:
    for label in plan.rows(IpLabel):
        names = [("name", folded(label.name))]
        names += [("aliases", name) for name in set(folded(label.aliases).split())]
        names += [("dns_name", name) for name in set(folded(label.dns_name).split())]
        for column, name in names:
            yield _claim(Kind.LABEL, name, label, column, f"label {name}")
    for node in plan.rows(Node):
        for column in ("name", "host_name"):
            name = folded(getattr(node, column))
            if name:
                yield _claim(Kind.NODE, name, node, column, f"node {name}")


def _partitions(plan: Plan) -> Iterator[Claim]:
    for node in plan.rows(Node):
        frame = plan.get(Frame, node.frame)
        name = folded(node.partition)
        serial = plain(frame.serial) if frame is not None else ""
        if name and serial and frame is not None:
            words = f"partition {name} in the frame with serial number {frame.serial.strip()}"
            yield _claim(Kind.PARTITION, f"{serial} {name}", node, "partition", words)


def _ports(plan: Plan) -> Iterator[Claim]:
    """Ports of nodes; those of Virtual I/O Servers carry several clusters."""
    for port in plan.rows(Port):
        card = plan.get(Card, port.card)
        if card is None or not card.node:
            continue
        for column, what in (("wwpn", "port name"), ("mac", "hardware address")):
            value = plain(getattr(port, column))
            if value:
                words = f"{what} {getattr(port, column).strip()}"
                yield _claim(Kind.PORT, value, port, column, words)


def _disks(plan: Plan) -> Iterator[Claim]:
    for disk in plan.rows(Disk):
        for column, kind in (("pvid", Kind.PVID), ("wwid", Kind.WWID), ("udid", Kind.UDID)):
            value = plain(getattr(disk, column))
            if kind is Kind.PVID and len(value) == 32 and value.endswith("0" * 16):
                value = value[:16]
            if value:
                words = f"disk with the {kind.upper()} {getattr(disk, column).strip()}"
                yield _claim(kind, value, disk, column, words)
        unit = plan.get(StorageUnit, disk.storage_unit)
        number = plain(disk.lun)
        if number and unit is not None:
            words = f"LUN {disk.lun.strip()} of {unit.name}"
            yield _claim(Kind.LUN, f"{_box(unit)} {number}", disk, "lun", words)


def _volume_groups(plan: Plan) -> Iterator[Claim]:
    """A name and a number in each storage unit that holds disks of the group."""
    units: dict[str, dict[str, StorageUnit]] = defaultdict(dict)
    for disk in plan.rows(Disk):
        unit = plan.get(StorageUnit, disk.storage_unit)
        if unit is not None and disk.volume_group:
            units[disk.volume_group].setdefault(_box(unit), unit)
    for group in plan.rows(VolumeGroup):
        for box, unit in units[group.key].items():
            # AIX tells names of volume groups apart by their capitals.
            name = group.name.strip()
            words = f"volume group {name} on {unit.name}"
            yield _claim(Kind.VOLUME_GROUP, f"{box} {name}", group, "name", words)
            number = group.major_number
            if number is not None:
                words = f"major number {number} on {unit.name}"
                yield _claim(Kind.MAJOR_NUMBER, f"{box} {number}", group, "major_number", words)


def _boot_subnets(plan: Plan) -> Iterator[Claim]:
    """Subnets of virtual boot interfaces in the frame of their node."""
    for label in plan.rows(IpLabel):
        interface = plan.get(Interface, label.interface)
        if label.function is not LabelFunction.BOOT or interface is None:
            continue
        node = plan.get(Node, interface.node)
        frame = plan.get(Frame, node.frame) if node is not None else None
        network = plan.get(Network, interface.network) or plan.get(Network, label.network)
        address = host(label.address)
        if interface.kind is not InterfaceKind.VIRTUAL or frame is None or network is None:
            continue
        prefix = prefix_for(network, address.version) if address is not None else None
        if address is not None and prefix is not None:
            text = str(subnet(address, prefix))
            words = f"boot subnet {text} in the frame {frame.name}"
            yield _claim(Kind.BOOT_SUBNET, f"{_box(frame)} {text}", label, "address", words)


def _cluster(plan: Plan) -> Iterator[Claim]:
    for options in plan.rows(ClusterOptions):
        yield _claim(Kind.CLUSTER, options.name, options, "name", f"cluster {options.name}")
        if options.mirrors:
            words = f"cluster {options.mirrors} as the one to equal"
            yield _claim(Kind.MIRRORS, options.mirrors, options, "mirrors", words)
        text = address_text(options.cluster_ip)
        if text and options.heartbeat_type is HeartbeatType.MULTICAST:
            words = f"multicast address {text}"
            yield _claim(Kind.MULTICAST, text, options, "cluster_ip", words)


def _box(row: Frame | StorageUnit) -> str:
    """What tells a box from all others: its serial number, else what people call it."""
    serial = plain(row.serial)
    return f"serial:{serial}" if serial else f"name:{folded(row.name)}"


_OF_BOX = ("name", "serial")
CLAIMANTS = (
    Claimant(
        _addresses,
        {
            IpLabel: ("address",),
            Node: ("communication_path",),
            **dict.fromkeys(_BOXES, ("address",)),
        },
    ),
    Claimant(_names, {IpLabel: ("name", "aliases", "dns_name"), Node: ("name", "host_name")}),
    Claimant(_partitions, {Node: ("frame", "partition"), Frame: ("serial",)}),
    Claimant(_ports, {Port: ("card", "wwpn", "mac"), Card: ("node",)}),
    Claimant(
        _disks,
        {Disk: ("pvid", "wwid", "udid", "storage_unit", "lun"), StorageUnit: _OF_BOX},
    ),
    Claimant(
        _volume_groups,
        {
            VolumeGroup: ("name", "major_number"),
            Disk: ("storage_unit", "volume_group"),
            StorageUnit: _OF_BOX,
        },
    ),
    Claimant(
        _boot_subnets,
        {
            IpLabel: ("function", "address", "interface", "network"),
            Interface: ("node", "network", "kind"),
            Node: ("frame",),
            Frame: _OF_BOX,
            Network: ("netmask", "prefix"),
        },
    ),
    Claimant(_cluster, {ClusterOptions: ("name", "mirrors", "heartbeat_type", "cluster_ip")}),
)
