"""Generated plans: seeded, varied, believable; for benchmarks and property tests."""

from __future__ import annotations

from tests.generation.behaviour import behaviour, node_lists
from tests.generation.machines import machines
from tests.generation.paperwork import paperwork
from tests.generation.recipe import drawn
from tests.generation.running import running
from tests.generation.storage import fill, storage
from tests.generation.wiring import wiring
from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer

HARDWARE = (
    *(Site, PowerCircuit, Rack, Frame, VirtualIoServer, Node, Card, Port),
    *(NetworkDevice, SharedEthernetAdapter, Interface, StorageUnit, Disk, DiskPath),
)


def generate(
    seed: int,
    nodes: int,
    groups: int,
    *,
    virtual: bool | None = None,
    sites: int | None = None,
    parts: int | None = None,
) -> Plan:
    """A plan of 2 to 16 nodes and up to 64 resource groups; the same for the same arguments.

    The seed draws the style and how careful the design is: two plans in five are sound, the
    others lack some precautions and answers, a few of them most. `virtual` (through VIOS) and
    `sites` (0, 1 or 2) are drawn too unless given. `parts`: how many rows of `HARDWARE` there
    are at least, made up by shared disks when there is a group to hold them; about 30 per node
    and 24 per group unless given. Raises ValueError for sizes out of range.
    """
    recipe = drawn(seed, nodes, groups, virtual, sites, parts)
    built = machines(recipe)
    wired = wiring(recipe, built)
    lists = node_lists(recipe, built)
    stored = storage(recipe, built, wired, lists)
    present = sum(isinstance(row, HARDWARE) for row in (*built.rows, *wired.rows, *stored.rows))
    fill(recipe, wired, stored, recipe.parts - present)
    rows = [
        *running(recipe),
        *built.rows,
        *wired.rows,
        *stored.rows,
        *behaviour(recipe, wired, stored, lists),
    ]
    return Plan([*rows, *paperwork(recipe, rows)])
