"""The failure semantics once more, written as plainly as possible, to judge the graph by.

No gates, no sharing, no bits: one set of broken parts, and questions answered by recursion over
the rows of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable

from worksheets.failures.parts import PartKind
from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.dependency import Dependency
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup

Broken = frozenset[tuple[PartKind, str]]

_ALWAYS_BREAKABLE = {
    Site: PartKind.SITE,
    Rack: PartKind.RACK,
    Frame: PartKind.FRAME,
    StorageUnit: PartKind.STORAGE,
    NetworkDevice: PartKind.DEVICE,
    VirtualIoServer: PartKind.SERVER,
    Card: PartKind.CARD,
    Port: PartKind.PORT,
    Node: PartKind.NODE,
}


def breakable(plan: Plan) -> list[tuple[PartKind, str]]:
    """Every part of a plan that can fail by itself."""
    parts = [
        (kind, row.key)
        for row_kind, kind in _ALWAYS_BREAKABLE.items()
        for row in plan.rows(row_kind)
    ]
    parts += [(PartKind.CIRCUIT, row.key) for row in plan.rows(PowerCircuit) if not row.ups]
    parts += [(PartKind.ROOTVG, row.key) for row in plan.rows(Node) if row.rootvg == "none"]
    parts += [
        (PartKind.DISK, row.key)
        for row in plan.rows(Disk)
        if row.protection is None or row.protection == "none"
    ]
    return parts


def can_run(plan: Plan, broken: Broken = frozenset()) -> set[str]:
    """Keys of the groups that have somewhere to run while these parts are broken."""
    world = _World(plan, broken)
    return {row.key for row in plan.rows(ResourceGroup) if world.group_runs(row.key)}


def single_losses(plan: Plan) -> dict[tuple[PartKind, str], frozenset[str]]:
    """Groups lost by each single part, for the parts that lose any."""
    before = can_run(plan)
    found = {}
    for item in breakable(plan):
        lost = before - can_run(plan, frozenset({item}))
        if lost:
            found[item] = frozenset(lost)
    return found


class _World:
    def __init__(self, plan: Plan, broken: Broken) -> None:
        self.plan = plan
        self.broken = broken

    def ok(self, kind: PartKind, key: str) -> bool:
        return (kind, key) not in self.broken

    def site(self, key: str) -> bool:
        return self.ok(PartKind.SITE, key)

    def circuit(self, row: PowerCircuit) -> bool:
        live = self.ok(PartKind.CIRCUIT, row.key) or bool(row.ups)
        return live and self.site(row.site)

    def rack(self, key: str) -> bool:
        row = self.plan.get(Rack, key)
        return row is None or (self.ok(PartKind.RACK, key) and self.site(row.site))

    def powered(self, row: Frame | StorageUnit | NetworkDevice) -> bool:
        circuits = self.plan.pick(PowerCircuit, row.circuits)
        rack = self.plan.get(Rack, row.rack)
        if not circuits and rack:
            circuits = self.plan.pick(PowerCircuit, rack.circuits)
        return not circuits or any(map(self.circuit, circuits))

    def box(self, kind: PartKind, row: Frame | StorageUnit | NetworkDevice | None) -> bool:
        return row is None or (self.ok(kind, row.key) and self.rack(row.rack) and self.powered(row))

    def frame(self, key: str) -> bool:
        return self.box(PartKind.FRAME, self.plan.get(Frame, key))

    def device(self, key: str) -> bool:
        return self.box(PartKind.DEVICE, self.plan.get(NetworkDevice, key))

    def unit(self, key: str) -> bool:
        return self.box(PartKind.STORAGE, self.plan.get(StorageUnit, key))

    def server(self, key: str) -> bool:
        row = self.plan.get(VirtualIoServer, key)
        return row is None or (self.ok(PartKind.SERVER, key) and self.frame(row.frame))

    def node(self, key: str) -> bool:
        row = self.plan.get(Node, key)
        if row is None:
            return True
        if not (self.ok(PartKind.NODE, key) and self.frame(row.frame)):
            return False
        if row.rootvg == "none" and not self.ok(PartKind.ROOTVG, key):
            return False
        return not row.rootvg_servers or any(map(self.server, row.rootvg_servers))

    def port(self, row: Port) -> bool:
        card = self.plan.get(Card, row.card)
        if card and not (
            self.ok(PartKind.CARD, card.key) and self.node(card.node) and self.server(card.server)
        ):
            return False
        return self.ok(PartKind.PORT, row.key) and self.device(row.attached_to)

    def shared_adapter(self, row: SharedEthernetAdapter) -> bool:
        ports = self.plan.pick(Port, (*row.ports, row.backup_port))
        return self.server(row.server) and (not ports or any(map(self.port, ports)))

    def interface(self, row: Interface) -> bool:
        legs = [self.port(port) for port in self.plan.pick(Port, (*row.ports, row.backup_port))]
        legs += [
            self.shared_adapter(a) for a in self.plan.pick(SharedEthernetAdapter, row.adapters)
        ]
        return not legs or any(legs)

    def serves(self, node: str, network: str) -> bool:
        row = self.plan.get(Network, network)
        if row is None:
            return True
        here = [item for item in self.plan.rows(Interface) if item.network == network]
        if here and not any(item.node == node and self.interface(item) for item in here):
            return False
        return not row.gateways or any(map(self.device, row.gateways))

    def disk(self, row: Disk) -> bool:
        bare = row.protection is None or row.protection == "none"
        return (self.ok(PartKind.DISK, row.key) or not bare) and self.unit(row.storage_unit)

    def reaches(self, node: str, disk: Disk) -> bool:
        if not self.disk(disk):
            return False
        paths = [path for path in self.plan.rows(DiskPath) if path.disk == disk.key and path.node]
        if not paths:
            return True
        return any(
            not path.ports or any(map(self.port, self.plan.pick(Port, path.ports)))
            for path in paths
            if path.node == node
        )

    def volume_group(self, node: str, key: str) -> bool:
        row = self.plan.get(VolumeGroup, key)
        disks = [disk for disk in self.plan.rows(Disk) if disk.volume_group == key]
        if row is None or not disks:
            return True
        good = {disk.key for disk in disks if self.reaches(node, disk)}
        if row.quorum and not _quorum(len(disks), len(good)):
            return False
        volumes = [item for item in self.plan.rows(LogicalVolume) if item.volume_group == key]
        if not volumes:
            return len(good) == len(disks)
        return all(_whole_copy(volume, disks, good) for volume in volumes)

    def group_on(self, key: str, node: str) -> bool:
        row = self.plan.get(ResourceGroup, key)
        if not self.node(node) or not all(self.volume_group(node, v) for v in row.volume_groups):
            return False
        labels = self.plan.pick(IpLabel, row.service_labels)
        site = self.site_of(node)
        usable = [label for label in labels if not (label.site and site and label.site != site)]
        if labels and not usable:
            return False
        return all(self.serves(node, label.network) for label in usable)

    def site_of(self, node: str) -> str:
        row = self.plan.get(Node, node)
        frame = self.plan.get(Frame, row.frame)
        rack = self.plan.get(Rack, frame.rack) if frame else None
        return rack.site if rack else ""

    def group_runs(self, key: str) -> bool:
        return all(self.alone(one) for one in (key, *self.parents(key)))

    def parents(self, key: str) -> set[str]:
        found = {key}
        while True:
            more = {
                row.leader
                for row in self.plan.rows(Dependency)
                if row.kind == "parent_child" and row.leader and found & set(row.groups)
            }
            if more <= found:
                return found - {key}
            found |= more

    def together(self, key: str) -> set[str]:
        found = {key}
        for _ in range(len(self.plan.rows(Dependency))):
            for row in self.plan.rows(Dependency):
                if row.kind == "same_node" and found & set(row.groups):
                    found |= set(row.groups)
        return found

    def alone(self, key: str) -> bool:
        lists = {one: self.plan.get(ResourceGroup, one).nodes for one in self.together(key)}
        if not lists[key]:
            return False
        lists = {one: nodes for one, nodes in lists.items() if nodes}
        return any(
            all(node in nodes and self.group_on(one, node) for one, nodes in lists.items())
            for node in lists[key]
        )


def _quorum(disks: int, good: int) -> bool:
    if disks <= 2:
        return good == disks
    return 2 * good > disks


def _whole_copy(volume: LogicalVolume, disks: list[Disk], good: Iterable[str]) -> bool:
    good = set(good)
    pools = {disk.mirror_pool for disk in disks}
    if volume.copies > 1 and len(pools) > 1 and "" not in pools:
        broken = {disk.mirror_pool for disk in disks if disk.key not in good}
        return len(broken) < min(volume.copies, len(pools))
    copies = 1 if volume.separate_disks == "no" else min(volume.copies, len(disks))
    return len(disks) - len(good) < copies
