"""The vocabulary of the failure graph: what can break, and what breaks with it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup


class PartKind(Enum):
    """Kinds of things in the graph, from the ground up.

    The kinds up to NODE fail by themselves; the others only break with what they stand on.
    `stage`: how far from the ground a kind stands when a failure is told as a chain.
    """

    SITE = "site", Site, 0
    CIRCUIT = "power circuit", PowerCircuit, 1
    RACK = "rack", Rack, 2
    FRAME = "frame", Frame, 3
    STORAGE = "storage unit", StorageUnit, 3
    DEVICE = "network device", NetworkDevice, 3
    SERVER = "Virtual I/O Server", VirtualIoServer, 4
    CARD = "card", Card, 5
    PORT = "port", Port, 6
    DISK = "disk", Disk, 8
    ROOTVG = "rootvg", Node, 8
    NODE = "node", Node, 9
    ADAPTER = "Shared Ethernet Adapter", SharedEthernetAdapter, 7
    INTERFACE = "interface", Interface, 9
    PATH = "path", DiskPath, 9
    NETWORK = "network", Network, 10
    VOLUME_GROUP = "volume group", VolumeGroup, 10

    # Each member exists once; Enum's own hash is slow, and there are thousands of look-ups.
    __hash__ = object.__hash__

    def __init__(self, words: str, row: type[Row], stage: int) -> None:
        self.words = words
        self.row = row
        self.stage = stage


class Thing(NamedTuple):
    """A row of the plan seen as a thing that works or is broken."""

    kind: PartKind
    key: str


class Part(NamedTuple):
    """A thing with the words for it; `sheet` and `key` lead to its row."""

    kind: PartKind
    sheet: str
    key: str
    name: str


def part(plan: Plan, thing: Thing) -> Part:
    """The thing with its name in this plan."""
    row = thing.kind.row
    name = plan.title(row, thing.key)
    if thing.kind is PartKind.ROOTVG:
        name = f"rootvg of {name}"
    return Part(thing.kind, row.slug, thing.key, name)
