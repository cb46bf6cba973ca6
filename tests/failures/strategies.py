"""Random small plans, dense in the relations that the failure analysis reads."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.disk import Disk, DiskProtection
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface, InterfaceKind
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.logical_volume import LogicalVolume, SeparateDisks
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup


class _Draw:
    """Draws keys for the cells of rows; several keys in any order, none twice."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def keys(self, prefix: str, least: int, most: int) -> list[str]:
        return [f"{prefix}{n}" for n in range(self.chance.randint(least, most))]

    def one(self, keys: list[str]) -> str:
        return self.chance.choice([*keys, ""])

    def some(self, keys: list[str], most: int = 2) -> tuple[str, ...]:
        return tuple(self.chance.sample(keys, min(len(keys), self.chance.randint(0, most))))

    def of(self, *values: object) -> object:
        return self.chance.choice(values)


def random_plan(seed: int) -> Plan:
    """A plan of up to 3 nodes, 3 groups and some 40 parts, with gaps and odd references."""
    d = _Draw(seed)
    rows: list[Row] = []
    keys = {
        "site": d.keys("s", 0, 2),
        "circuit": d.keys("p", 0, 2),
        "rack": d.keys("r", 0, 2),
        "frame": d.keys("f", 1, 2),
        "server": d.keys("v", 0, 2),
        "node": d.keys("n", 1, 3),
        "device": d.keys("d", 0, 3),
        "network": d.keys("w", 1, 2),
        "unit": d.keys("u", 0, 2),
        "volume_group": d.keys("g", 1, 2),
        "group": d.keys("rg", 1, 3),
    }
    rows += _hardware(d, keys)
    rows += _adapters(d, keys)
    rows += _storage(d, keys)
    rows += _groups(d, keys)
    return Plan(rows)


# A seed rather than a draw per cell: a hundred times as many plans in the same time.
plans = st.builds(random_plan, st.integers(0, 2**48))


def _hardware(d: _Draw, keys: dict[str, list[str]]) -> list[Row]:
    rows: list[Row] = [Site(key=key, name=key) for key in keys["site"]]
    rows += [
        PowerCircuit(key=key, name=key, site=d.one(keys["site"]), ups=d.of(None, False, True))
        for key in keys["circuit"]
    ]
    rows += [
        Rack(key=key, name=key, site=d.one(keys["site"]), circuits=d.some(keys["circuit"]))
        for key in keys["rack"]
    ]
    for kind, name in ((Frame, "frame"), (StorageUnit, "unit"), (NetworkDevice, "device")):
        rows += [
            kind(key=key, name=key, rack=d.one(keys["rack"]), circuits=d.some(keys["circuit"]))
            for key in keys[name]
        ]
    rows += [
        VirtualIoServer(key=key, name=key, frame=d.one(keys["frame"])) for key in keys["server"]
    ]
    rows += [
        Node(
            key=key,
            name=key,
            frame=d.one(keys["frame"]),
            rootvg=d.of(None, *RootvgProtection),
            rootvg_servers=d.some(keys["server"]),
        )
        for key in keys["node"]
    ]
    return rows


def _adapters(d: _Draw, keys: dict[str, list[str]]) -> list[Row]:
    cards = d.keys("c", 0, 4)
    ports = d.keys("o", 0, 6)
    shared = d.keys("e", 0, 2)
    keys["port"] = ports
    rows: list[Row] = []
    for key in cards:
        inside = d.of("node", "server", "")
        rows.append(
            Card(
                key=key,
                name=key,
                node=d.one(keys["node"]) if inside == "node" else "",
                server=d.one(keys["server"]) if inside == "server" else "",
            )
        )
    rows += [
        Port(key=key, name=key, card=d.one(cards), attached_to=d.one(keys["device"]))
        for key in ports
    ]
    rows += [
        SharedEthernetAdapter(
            key=key,
            name=key,
            server=d.one(keys["server"]),
            ports=d.some(ports),
            backup_port=d.one(ports),
        )
        for key in shared
    ]
    rows += [Network(key=key, name=key, gateways=d.some(keys["device"])) for key in keys["network"]]
    for key in d.keys("i", 0, 5):
        kind = d.of(*InterfaceKind)
        virtual = kind is InterfaceKind.VIRTUAL
        rows.append(
            Interface(
                key=key,
                name=key,
                kind=kind,
                node=d.one(keys["node"]),
                network=d.one(keys["network"]),
                ports=() if virtual else d.some(ports),
                backup_port="" if virtual else d.one(ports),
                adapters=d.some(shared) if virtual else (),
            )
        )
    return rows


def _storage(d: _Draw, keys: dict[str, list[str]]) -> list[Row]:
    disks = d.keys("k", 0, 5)
    rows: list[Row] = [
        VolumeGroup(key=key, name=key, quorum=d.of(None, False, True))
        for key in keys["volume_group"]
    ]
    rows += [
        Disk(
            key=key,
            name=key,
            storage_unit=d.one(keys["unit"]),
            protection=d.of(None, *DiskProtection),
            volume_group=d.one(keys["volume_group"]),
            mirror_pool=d.of("", "A", "B", "C"),
        )
        for key in disks
    ]
    rows += [
        LogicalVolume(
            key=key,
            name=key,
            volume_group=d.one(keys["volume_group"]),
            copies=d.of(1, 2, 3),
            separate_disks=d.of(None, *SeparateDisks),
        )
        for key in d.keys("l", 0, 3)
    ]
    rows += [
        DiskPath(key=key, node=d.one(keys["node"]), disk=d.one(disks), ports=d.some(keys["port"]))
        for key in d.keys("h", 0, 8)
    ]
    return rows


def _groups(d: _Draw, keys: dict[str, list[str]]) -> list[Row]:
    labels = d.keys("a", 0, 3)
    rows: list[Row] = [
        IpLabel(
            key=key,
            name=key,
            function=LabelFunction.SERVICE,
            network=d.one(keys["network"]),
            site=d.one(keys["site"]),
        )
        for key in labels
    ]
    rows += [
        ResourceGroup(
            key=key,
            name=key,
            nodes=d.some(keys["node"], most=3),
            service_labels=d.some(labels),
            volume_groups=d.some(keys["volume_group"]),
        )
        for key in keys["group"]
    ]
    for key in d.keys("x", 0, 2):
        kind = d.of(*DependencyKind)
        rows.append(
            Dependency(
                key=key,
                kind=kind,
                leader=d.one(keys["group"]) if kind.has_leader else "",
                groups=d.some(keys["group"], most=3),
            )
        )
    return rows
