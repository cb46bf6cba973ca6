"""Rows of a plan by what they belong to, worked out once for all rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TypeVar
from weakref import WeakKeyDictionary

from worksheets.plan.row import Row
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.rules.claims import claims_of
from worksheets.rules.design import Design
from worksheets.rules.estate import Claim
from worksheets.rules.memory import remembered
from worksheets.rules.subnets import Subnet, host, prefix_for, subnet

R = TypeVar("R", bound=Row)
_KEY = attrgetter("key")


class Layout:
    """Indexes over a plan. Lists are in the order of keys, never in that of the sheet."""

    def __init__(self, design: Design) -> None:
        self.plan = design.plan
        self.memory = design.memory

    @staticmethod
    def in_order(rows: Iterable[R]) -> list[R]:
        """Rows of one kind by their keys, which says the same whatever the sheet's order."""
        return sorted(rows, key=_KEY)

    @remembered
    def claims(self) -> tuple[Claim, ...]:
        """What no other cluster may have."""
        return claims_of(self.plan)

    @remembered
    def nodes(self) -> Sequence[Node]:
        return self.in_order(self.plan.rows(Node))

    @remembered
    def groups(self) -> Sequence[ResourceGroup]:
        return self.in_order(self.plan.rows(ResourceGroup))

    @remembered
    def interfaces(self) -> dict[tuple[str, str], list[Interface]]:
        """Interfaces by node and network; rows that name only one of them are left out."""
        found: dict[tuple[str, str], list[Interface]] = defaultdict(list)
        for row in self.in_order(self.plan.rows(Interface)):
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
        for row in self.in_order(self.plan.rows(IpLabel)):
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
        for row in self.in_order(self.plan.rows(Disk)):
            if row.volume_group:
                found[row.volume_group].append(row)
        return found

    @remembered
    def volumes_of(self) -> dict[str, list[LogicalVolume]]:
        """Logical volumes by volume group."""
        found: dict[str, list[LogicalVolume]] = defaultdict(list)
        for row in self.in_order(self.plan.rows(LogicalVolume)):
            if row.volume_group:
                found[row.volume_group].append(row)
        return found

    @remembered
    def nodes_with_path(self) -> dict[str, set[str]]:
        """Nodes (keys) that have a path entered, by disk."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.plan.rows(DiskPath):
            if row.disk and row.node:
                found[row.disk].add(row.node)
        return found

    @remembered
    def monitors_of(self) -> dict[str, list[ApplicationMonitor]]:
        """Monitors by application controller."""
        found: dict[str, list[ApplicationMonitor]] = defaultdict(list)
        for row in self.in_order(self.plan.rows(ApplicationMonitor)):
            for controller in row.controllers:
                found[controller].append(row)
        return found


_LAYOUTS: WeakKeyDictionary[Design, Layout] = WeakKeyDictionary()


def layout_of(design: Design) -> Layout:
    """The layout of a design, made when the first rule asks for it."""
    layout = _LAYOUTS.get(design)
    if layout is None:
        layout = _LAYOUTS[design] = Layout(design)
    return layout
