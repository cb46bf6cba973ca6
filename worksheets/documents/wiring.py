"""Which networks and fabrics each card, adapter and storage unit hangs on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer

UNNAMED_FABRIC = "fabric:"


class Fabric(NamedTuple):
    """SAN switches that act as one; without a fabric name each switch is its own."""

    key: str
    name: str
    switches: tuple[NetworkDevice, ...]


class Wiring:
    """Cables of a plan, followed from card to bus. All collections keep the order of the rows."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._networks: dict[str, list[str]] = {}
        self._fabrics: dict[str, list[str]] = {}
        self._switches: dict[str, list[str]] = {}
        self._stores: dict[str, list[str]] = {}
        self._servers: dict[str, list[str]] = {}
        self._found: dict[str, Fabric] = {}
        for device in plan.rows(NetworkDevice):
            if device.kind is DeviceKind.SAN_SWITCH:
                self._join(device)
        for interface in plan.rows(Interface):
            self._follow_interface(interface)
        for path in plan.rows(DiskPath):
            self._follow_path(path)
        for port in plan.rows(Port):
            card = plan.get(Card, port.card)
            if card and card.kind is CardKind.FIBRE_CHANNEL and port.attached_to:
                _add(self._fabrics, card.key, self._fabric_of(port))

    @property
    def fabrics(self) -> tuple[Fabric, ...]:
        return tuple(self._found.values())

    def networks_of(self, card: str) -> tuple[str, ...]:
        """Keys of the networks that a card carries, also for partitions behind a VIOS."""
        return tuple(self._networks.get(card, ()))

    def fabrics_of(self, card: str) -> tuple[str, ...]:
        """Keys of the fabrics that a card is cabled to."""
        return tuple(self._fabrics.get(card, ()))

    def fabrics_to(self, unit: str) -> tuple[str, ...]:
        """Keys of the fabrics through which the disks of a storage unit are reached."""
        return tuple(self._stores.get(unit, ()))

    def switches(self, network: str) -> tuple[str, ...]:
        """Names of the devices at the other end of a network's cables."""
        return tuple(self._switches.get(network, ()))

    def servers(self, node: str) -> tuple[str, ...]:
        """Names of the Virtual I/O Servers through which a node reaches shared disks."""
        return tuple(self._servers.get(node, ()))

    def _follow_interface(self, interface: Interface) -> None:
        ports = [*interface.ports, interface.backup_port]
        for adapter in self._plan.pick(SharedEthernetAdapter, interface.adapters):
            ports += [*adapter.ports, adapter.backup_port]
        if self._plan.get(Network, interface.network) is None:
            return
        for port in self._plan.pick(Port, ports):
            _add(self._networks, port.card, interface.network)
            device = self._plan.get(NetworkDevice, port.attached_to)
            if device:
                _add(self._switches, interface.network, device.name)

    def _follow_path(self, path: DiskPath) -> None:
        disk = self._plan.get(Disk, path.disk)
        for port in self._plan.pick(Port, path.ports):
            card = self._plan.get(Card, port.card)
            fabric = self._fabric_of(port)
            if card:
                _add(self._fabrics, card.key, fabric)
                server = self._plan.get(VirtualIoServer, card.server)
                if server and self._plan.get(Node, path.node):
                    _add(self._servers, path.node, server.name)
            if disk:
                unit = self._plan.get(StorageUnit, disk.storage_unit)
                _add(self._stores, unit.key if unit else "", fabric)

    def _fabric_of(self, port: Port) -> str:
        device = self._plan.get(NetworkDevice, port.attached_to)
        if device:
            return self._join(device)
        self._found.setdefault(UNNAMED_FABRIC, Fabric(UNNAMED_FABRIC, "SAN", ()))
        return UNNAMED_FABRIC

    def _join(self, device: NetworkDevice) -> str:
        key = f"fabric:{device.fabric}" if device.fabric else device.key
        known = self._found.get(key) or Fabric(
            key, f"Fabric {device.fabric}" if device.fabric else device.name, ()
        )
        if device not in known.switches:
            known = known._replace(switches=(*known.switches, device))
        self._found[key] = known
        return key


def _add(lists: dict[str, list[str]], key: str, value: str) -> None:
    values = lists.setdefault(key, [])
    if value not in values:
        values.append(value)


def names(rows: Iterable[NetworkDevice]) -> str:
    """Names joined for a note."""
    return ", ".join(row.name for row in rows)
