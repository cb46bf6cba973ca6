"""Rows of a plan by what they belong to, worked out once for all rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar

from worksheets.plan.row import Row
from worksheets.plan.rows.application_controller import ApplicationController, StartupMode
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.nfs_export import NfsExport
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.plan.rows.wpar import Wpar
from worksheets.rules.capacity import Capacity
from worksheets.rules.claims import claims_of
from worksheets.rules.design import Design
from worksheets.rules.estate import Claim
from worksheets.rules.memory import remembered
from worksheets.rules.paths import paths_in, plain, upwards
from worksheets.rules.subnets import Subnet, host, prefix_for, subnet

R = TypeVar("R", bound=Row)
_KEY = attrgetter("key")


class Layout:
    """Indexes over a plan. Lists are in the order of keys, never in that of the sheet."""

    def __init__(self, design: Design) -> None:
        self.plan = design.plan
        self.memory = design.memory
        self._ordered: dict[type[Row], Any] = {}

    @staticmethod
    def in_order(rows: Iterable[R]) -> list[R]:
        """Rows of one kind by their keys, which says the same whatever the sheet's order."""
        return sorted(rows, key=_KEY)

    def ordered(self, kind: type[R]) -> Sequence[R]:
        """All rows of a worksheet by their keys."""
        rows: Sequence[R] | None = self._ordered.get(kind)
        if rows is None:
            rows = self.memory.recall(("ordered", kind), partial(self._in_order, kind))
            self.memory.keep(self._ordered, kind, rows)
        return rows

    def _in_order(self, kind: type[R]) -> Sequence[R]:
        return tuple(self.in_order(self.plan.rows(kind)))

    @remembered
    def claims(self) -> tuple[Claim, ...]:
        """What no other cluster may have."""
        return claims_of(self.plan)

    @remembered
    def nodes(self) -> Sequence[Node]:
        return self.ordered(Node)

    @remembered
    def groups(self) -> Sequence[ResourceGroup]:
        return self.ordered(ResourceGroup)

    @remembered
    def interfaces(self) -> dict[tuple[str, str], list[Interface]]:
        """Interfaces by node and network; rows that name only one of them are left out."""
        found: dict[tuple[str, str], list[Interface]] = defaultdict(list)
        for row in self.ordered(Interface):
            if row.node and row.network:
                found[row.node, row.network].append(row)
        return found

    @remembered
    def networks_in_use(self) -> frozenset[str]:
        """Networks on which some node has an interface."""
        return frozenset(network for _, network in self.interfaces)

    @remembered
    def crowded_networks(self) -> frozenset[str]:
        """Networks on which some node has several interfaces."""
        return frozenset(key[1] for key, rows in self.interfaces.items() if len(rows) > 1)

    @remembered
    def labels(self) -> dict[LabelFunction, list[IpLabel]]:
        """Labels by function."""
        found: dict[LabelFunction, list[IpLabel]] = {kind: [] for kind in LabelFunction}
        for row in self.ordered(IpLabel):
            found[row.function].append(row)
        return found

    @remembered
    def subnets(self) -> dict[str, Subnet]:
        """Subnet of each label (key) whose address and network say it."""
        found = {}
        for row in self.plan.rows(IpLabel):
            network = self.plan.get(Network, row.network)
            address = host(row.address) if network is not None else None
            if network is None or address is None:
                continue
            prefix = prefix_for(network, address.version)
            if prefix is not None:
                found[row.key] = subnet(address, prefix)
        return found

    def boot_node(self, label: IpLabel) -> str:
        """Key of the node that holds a boot label, or an empty text."""
        interface = self.plan.get(Interface, label.interface)
        return (interface.node if interface is not None else "") or label.node

    @remembered
    def boot_subnets(self) -> dict[str, set[Subnet]]:
        """Subnets of the boot labels by network."""
        found: dict[str, set[Subnet]] = defaultdict(set)
        for label in self.labels[LabelFunction.BOOT]:
            if label.key in self.subnets:
                found[label.network].add(self.subnets[label.key])
        return found

    @remembered
    def card_of(self) -> dict[str, Card]:
        """Card of each port (key) that has one."""
        found = {}
        for row in self.plan.rows(Port):
            card = self.plan.get(Card, row.card)
            if card is not None:
                found[row.key] = card
        return found

    def cards(self, ports: Iterable[str]) -> list[Card]:
        """Cards of these ports, each once, in the order of the ports."""
        found = {card.key: card for key in ports if (card := self.card_of.get(key)) is not None}
        return list(found.values())

    @remembered
    def node_of_port(self) -> dict[str, str]:
        """Node (key) that holds the card of each port that sits in a node."""
        return {port: card.node for port, card in self.card_of.items() if card.node}

    @remembered
    def server_of_port(self) -> dict[str, str]:
        """Virtual I/O Server (key) that holds the card of each port that sits in one."""
        return {port: card.server for port, card in self.card_of.items() if card.server}

    @remembered
    def other_than_fibre(self) -> frozenset[str]:
        """Ports of cards that are not Fibre Channel cards."""
        fibre = CardKind.FIBRE_CHANNEL
        return frozenset(port for port, card in self.card_of.items() if card.kind is not fibre)

    @remembered
    def site_of_rack(self) -> dict[str, str]:
        return {row.key: row.site for row in self.plan.rows(Rack) if row.site}

    @remembered
    def site_of_node(self) -> dict[str, str]:
        """Site (key) of each node whose frame and rack lead to one."""
        frames = {row.key: self.site_of_rack.get(row.rack, "") for row in self.plan.rows(Frame)}
        found = {row.key: frames.get(row.frame, "") for row in self.plan.rows(Node)}
        return {node: site for node, site in found.items() if site}

    def sites_of(self, nodes: Iterable[str]) -> set[str]:
        """Sites on which these nodes stand, as far as known."""
        return {self.site_of_node[node] for node in nodes if node in self.site_of_node}

    @remembered
    def site_of_disk(self) -> dict[str, str]:
        """Site (key) of each disk whose storage unit and rack lead to one."""
        units = {
            row.key: self.site_of_rack.get(row.rack, "") for row in self.plan.rows(StorageUnit)
        }
        found = {row.key: units.get(row.storage_unit, "") for row in self.plan.rows(Disk)}
        return {disk: site for disk, site in found.items() if site}

    @remembered
    def disks_of(self) -> dict[str, list[Disk]]:
        """Disks by volume group."""
        found: dict[str, list[Disk]] = defaultdict(list)
        for row in self.ordered(Disk):
            if row.volume_group:
                found[row.volume_group].append(row)
        return found

    @remembered
    def volumes_of(self) -> dict[str, list[LogicalVolume]]:
        """Logical volumes by volume group."""
        found: dict[str, list[LogicalVolume]] = defaultdict(list)
        for row in self.ordered(LogicalVolume):
            if row.volume_group:
                found[row.volume_group].append(row)
        return found

    @remembered
    def nodes_of_volume_group(self) -> dict[str, frozenset[str]]:
        """Nodes (keys) that know each volume group (key): its own list and its groups' nodes.

        Volume groups of which nobody said so are left out.
        """
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.plan.rows(VolumeGroup):
            if row.nodes:
                found[row.key].update(row.nodes)
        for group in self.plan.rows(ResourceGroup):
            for key in group.volume_groups if group.nodes else ():
                found[key].update(group.nodes)
        return {key: frozenset(nodes) for key, nodes in found.items()}

    @remembered
    def pools_of(self) -> dict[str, frozenset[str]]:
        """Mirror pools of the disks by volume group; without blanks around them."""
        return {
            group: frozenset(disk.mirror_pool.strip() for disk in disks) - {""}
            for group, disks in self.disks_of.items()
        }

    @remembered
    def sites_of_volume_group(self) -> dict[str, set[str]]:
        """Sites (keys) of the disks by volume group, as far as known."""
        site_of = self.site_of_disk
        if not site_of:
            return {}
        return {
            group: {site_of[disk.key] for disk in disks if disk.key in site_of}
            for group, disks in self.disks_of.items()
        }

    @remembered
    def mirrored(self) -> frozenset[str]:
        """Volume groups (keys) with a logical volume of several copies."""
        return frozenset(
            row.volume_group for row in self.plan.rows(LogicalVolume) if row.copies > 1
        )

    @remembered
    def held_volume_groups(self) -> list[tuple[ResourceGroup, VolumeGroup]]:
        """Resource groups with each of their volume groups, once."""
        return [
            (group, row)
            for group in self.plan.rows(ResourceGroup)
            for row in self.plan.pick(VolumeGroup, dict.fromkeys(group.volume_groups))
        ]

    @remembered
    def whole_paths(self) -> list[DiskPath]:
        """Disk paths that say both their node and their disk."""
        return [row for row in self.plan.rows(DiskPath) if row.node and row.disk]

    @remembered
    def ports_of_paths(self) -> set[tuple[str, tuple[str, ...]]]:
        """Nodes and ports of the disk paths: a few, however many disks there are."""
        return {(row.node, row.ports) for row in self.plan.rows(DiskPath)}

    @remembered
    def nodes_with_path(self) -> dict[str, set[str]]:
        """Nodes (keys) that have a path entered, by disk."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.whole_paths:
            found[row.disk].add(row.node)
        return found

    @remembered
    def volume_group_of(self) -> dict[str, str]:
        """Volume group (key) of each file system (key) whose logical volume leads to one."""
        volumes = {row.key: row.volume_group for row in self.plan.rows(LogicalVolume)}
        found = {row.key: volumes.get(row.logical_volume) for row in self.plan.rows(FileSystem)}
        return {key: group for key, group in found.items() if group}

    @remembered
    def file_systems_of(self) -> dict[str, list[FileSystem]]:
        """File systems by volume group."""
        found: dict[str, list[FileSystem]] = defaultdict(list)
        for row in self.ordered(FileSystem):
            if row.key in self.volume_group_of:
                found[self.volume_group_of[row.key]].append(row)
        return found

    @remembered
    def file_systems_at(self) -> dict[str, list[FileSystem]]:
        """File systems by mount point without doubled or trailing slashes."""
        found: dict[str, list[FileSystem]] = defaultdict(list)
        for row in self.ordered(FileSystem):
            found[plain(row.mount_point)].append(row)
        return found

    @remembered
    def exports_of(self) -> dict[str, list[NfsExport]]:
        """NFS exports by resource group."""
        found: dict[str, list[NfsExport]] = defaultdict(list)
        for row in self.ordered(NfsExport):
            if row.resource_group:
                found[row.resource_group].append(row)
        return found

    @remembered
    def mounts_of(self) -> dict[str, list[NfsMount]]:
        """NFS mounts by resource group."""
        found: dict[str, list[NfsMount]] = defaultdict(list)
        for row in self.ordered(NfsMount):
            if row.resource_group:
                found[row.resource_group].append(row)
        return found

    @remembered
    def wpars_of(self) -> dict[str, list[Wpar]]:
        """Workload partitions by resource group."""
        found: dict[str, list[Wpar]] = defaultdict(list)
        for row in self.ordered(Wpar):
            if row.resource_group:
                found[row.resource_group].append(row)
        return found

    @remembered
    def led(self) -> dict[DependencyKind, dict[tuple[str, str], Dependency]]:
        """By kind: pairs of leading and following group (keys) with a row that joins them."""
        found: dict[DependencyKind, dict[tuple[str, str], Dependency]]
        found = {kind: {} for kind in DependencyKind}
        for row in self.ordered(Dependency):
            for follower in row.groups if row.leader and row.kind.has_leader else ():
                if follower != row.leader:
                    found[row.kind].setdefault((row.leader, follower), row)
        return found

    @remembered
    def monitors_of(self) -> dict[str, list[ApplicationMonitor]]:
        """Monitors by application controller."""
        found: dict[str, list[ApplicationMonitor]] = defaultdict(list)
        for row in self.ordered(ApplicationMonitor):
            for controller in row.controllers:
                found[controller].append(row)
        return found

    @remembered
    def groups_of_controller(self) -> dict[str, list[ResourceGroup]]:
        """Resource groups by application controller."""
        found: dict[str, list[ResourceGroup]] = defaultdict(list)
        for row in self.groups:
            for controller in row.controllers:
                found[controller].append(row)
        return found

    @remembered
    def file_systems_of_group(self) -> dict[str, set[str]]:
        """File systems (keys) that each group mounts: those it names, or all it has."""
        held: dict[str, set[str]] = defaultdict(set)
        for row in self.plan.rows(FileSystem):
            volume = self.plan.get(LogicalVolume, row.logical_volume)
            if volume is not None and volume.volume_group:
                held[volume.volume_group].add(row.key)
        return {
            group.key: set(group.file_systems)
            or {key for name in group.volume_groups for key in held.get(name, ())}
            for group in self.groups
        }

    @remembered
    def _mounted(self) -> dict[str, FileSystem]:
        """Shared file systems by mount point; the last key wins where two have one."""
        rows = self.ordered(FileSystem)
        return {row.mount_point.rstrip("/"): row for row in rows}

    def shared_file_system(self, path: str) -> FileSystem | None:
        """The shared file system that holds a path; one mounted at the root does not count."""
        return next((self._mounted[at] for at in upwards(path) if at in self._mounted), None)

    @remembered
    def collections_of(self) -> dict[str, list[FileCollection]]:
        """File collections by path of a file."""
        found: dict[str, list[FileCollection]] = defaultdict(list)
        for row in self.ordered(FileCollection):
            for path in dict.fromkeys(paths_in(row.files)):
                found[path].append(row)
        return found

    @remembered
    def collected(self) -> frozenset[str]:
        """Files of the file collections and all directories above them."""
        return frozenset(at for path in self.collections_of for at in upwards(path))

    @remembered
    def provisioning_of(self) -> dict[str, list[Provisioning]]:
        """Rows of processors and memory to add, by application controller."""
        found: dict[str, list[Provisioning]] = defaultdict(list)
        for row in self.ordered(Provisioning):
            if row.controller:
                found[row.controller].append(row)
        return found

    @remembered
    def groups_that_grow(self) -> frozenset[str]:
        """Groups (keys) whose controllers have processors and memory to add."""
        return frozenset(
            group.key
            for group in self.groups
            if not self.provisioning_of.keys().isdisjoint(group.controllers)
        )

    @remembered
    def start_seconds(self) -> dict[str, int]:
        """How long the start of each group (key) holds up its event, as far as measured: start
        scripts in the foreground, and the HMC while it adds processors and memory."""
        found: dict[str, int] = defaultdict(int)
        for group in self.groups:
            for row in self.plan.pick(ApplicationController, group.controllers):
                if row.startup_mode is StartupMode.FOREGROUND:
                    found[group.key] += row.start_time or 0
                found[group.key] += sum(
                    added.delay or 0 for added in self.provisioning_of.get(row.key, ())
                )
        return found

    @remembered
    def capacity(self) -> Capacity:
        """What the groups need and what comes to each node."""
        return Capacity(self)


def layout_of(design: Design) -> Layout:
    """The layout of a design, made when the first rule asks for it."""
    layout: Layout | None = design.made.get(Layout)
    if layout is None:
        layout = design.made[Layout] = Layout(design)
    return layout
