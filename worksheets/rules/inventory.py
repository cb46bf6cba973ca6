"""What a plan has against each single point of failure, counted and put in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from worksheets.failures.words import listed
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.disk import Disk, DiskProtection
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import VolumeGroup


class Answer(NamedTuple):
    """`has`: what is there, in words, empty when nothing is entered. `lacks`: what must still be
    entered before the object can count as covered."""

    has: tuple[str, ...]
    lacks: tuple[str, ...] = ()


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _lacking(words: str, names: Iterable[str]) -> tuple[str, ...]:
    text = listed(names)
    return (f"{words} {text}",) if text else ()


def nodes(plan: Plan) -> Answer:
    """Nodes, and the frames they are spread over."""
    rows = plan.rows(Node)
    if not rows:
        return Answer(())
    frames = plan.pick(Frame, {row.frame for row in rows})
    words = _count(len(rows), "node")
    if frames:
        words += f" in {_count(len(frames), 'frame')}"
    groups = plan.rows(ResourceGroup)
    lacks = () if groups else ("no resource group entered",)
    return Answer((words,), lacks)


def power(plan: Plan) -> Answer:
    """Circuits, those with UPS, and the boxes without a circuit."""
    circuits = plan.rows(PowerCircuit)
    if not circuits:
        return Answer(())
    backed = [row.name for row in circuits if row.ups]
    words = f"{_count(len(circuits), 'circuit')} ({listed(row.name for row in circuits)})"
    if not backed:
        words += ", none with UPS"
    elif len(backed) == len(circuits):
        words += {1: ", with UPS", 2: ", both with UPS"}.get(len(backed), ", all with UPS")
    else:
        words += f", with UPS: {listed(backed)}"
    boxes: tuple[Frame | StorageUnit, ...] = (*plan.rows(Frame), *plan.rows(StorageUnit))
    fed = {row.key for row in plan.rows(Rack) if row.circuits}
    dark = [row.name for row in boxes if not row.circuits and row.rack not in fed]
    return Answer((words,), _lacking("no circuit entered for", dark))


def network_adapters(plan: Plan) -> Answer:
    """Network cards, the partitions they are in, and interfaces that stand on nothing."""
    cards = [row for row in plan.rows(Card) if row.kind is not CardKind.FIBRE_CHANNEL]
    shared = plan.rows(SharedEthernetAdapter)
    loose = [row for row in plan.rows(Port) if not row.card]
    if not cards and not shared and not loose:
        return Answer(())
    owners = {(row.node, row.server) for row in cards if row.node or row.server}
    has = [f"{_count(len(cards), 'network card')} in {_count(len(owners), 'partition')}"]
    if shared:
        servers = {row.server for row in shared}
        has.append(
            f"{_count(len(shared), 'Shared Ethernet Adapter')} on "
            f"{_count(len(servers), 'Virtual I/O Server')}"
        )
    bare = [
        plan.title(Interface, row.key)
        for row in plan.rows(Interface)
        if not (row.ports or row.backup_port or row.adapters)
    ]
    lacks = _lacking("no port or adapter entered for", bare)
    if not plan.rows(Interface):
        lacks = ("no interface entered",)
    return Answer(tuple(has), lacks)


def networks(plan: Plan) -> Answer:
    """IP networks, switches and routers."""
    rows = [row for row in plan.rows(Network) if row.kind.carries_ip]
    if not rows:
        return Answer(())
    words = f"{_count(len(rows), 'IP network')} ({listed(row.name for row in rows)})"
    devices = [r for r in plan.rows(NetworkDevice) if r.kind is not DeviceKind.SAN_SWITCH]
    if devices:
        words += f" over {listed(row.name for row in devices)}"
    lacks = () if plan.rows(Interface) else ("no interface entered",)
    return Answer((words,), lacks)


def heartbeat(plan: Plan) -> Answer:
    """Repository disks and SAN heartbeat."""
    has = []
    disks = plan.pick(Disk, [row.disk for row in plan.rows(RepositoryDisk)])
    if disks:
        has.append(f"repository on {listed(row.name for row in disks)}")
    san = [row.name for row in plan.rows(Network) if row.kind is NetworkKind.SANCOMM]
    if san:
        has.append(f"SAN heartbeat over {listed(san)}")
    return Answer(tuple(has))


def disk_adapters(plan: Plan) -> Answer:
    """Fibre Channel cards, SAN switches, and data disks that no path leads to."""
    cards = [row for row in plan.rows(Card) if row.kind is CardKind.FIBRE_CHANNEL]
    paths = [row for row in plan.rows(DiskPath) if row.ports]
    if not cards and not paths:
        return Answer(())
    owners = {(row.node, row.server) for row in cards if row.node or row.server}
    has = [f"{_count(len(cards), 'Fibre Channel card')} in {_count(len(owners), 'partition')}"]
    if paths:
        least = min(len(row.ports) for row in paths)
        most = max(len(row.ports) for row in paths)
        number = str(least) if least == most else f"{least} to {most}"
        has.append(f"{number} path{'s' if most > 1 else ''} from a node to a disk")
    switches = [r.name for r in plan.rows(NetworkDevice) if r.kind is DeviceKind.SAN_SWITCH]
    if switches:
        has.append(f"over {listed(switches)}")
    reached = {row.disk for row in paths}
    missing = [r.name for r in plan.rows(Disk) if r.volume_group and r.key not in reached]
    return Answer(tuple(has), _lacking("no path with ports entered to", missing))


def disks(plan: Plan) -> Answer:
    """Data disks by protection, mirrored volume groups, rootvg."""
    rows = [row for row in plan.rows(Disk) if row.volume_group]
    if not rows:
        return Answer(())
    bare = [row for row in rows if row.protection in (None, DiskProtection.NONE)]
    units = plan.pick(StorageUnit, {row.storage_unit for row in rows})
    words = f"{_count(len(rows), 'data disk')}"
    if units:
        words += f" in {_count(len(units), 'storage unit')}"
    words += f", {len(rows) - len(bare)} on RAID"
    groups = plan.pick(VolumeGroup, {row.volume_group for row in rows})
    single = {row.volume_group for row in plan.rows(LogicalVolume) if row.copies == 1}
    entered = {row.volume_group for row in plan.rows(LogicalVolume)}
    mirrored = sum(row.key in entered - single for row in groups)
    known = [node for node in plan.rows(Node) if node.rootvg is not None]
    safe = sum(node.rootvg is not RootvgProtection.NONE for node in known)
    has = (
        words,
        f"{mirrored} of {_count(len(groups), 'volume group')} mirrored by LVM",
        f"rootvg protected on {safe} of {_count(len(plan.rows(Node)), 'node')}",
    )
    unknown = [node.name for node in plan.rows(Node) if node.rootvg is None]
    return Answer(has, _lacking("rootvg protection not entered for", unknown))


def applications(plan: Plan) -> Answer:
    """Applications with a monitor, their groups with a takeover node."""
    rows = plan.rows(ApplicationController)
    if not rows:
        return Answer(())
    watched = {key for row in plan.rows(ApplicationMonitor) for key in row.controllers}
    groups = [row for row in plan.rows(ResourceGroup) if row.controllers]
    ready = sum(len(plan.pick(Node, row.nodes)) > 1 for row in groups)
    has = (
        f"{sum(row.key in watched for row in rows)} of {_count(len(rows), 'application')} "
        "monitored",
        f"{ready} of {_count(len(groups), 'group')} with a takeover node",
    )
    held = {key for row in groups for key in row.controllers}
    outside = [row.name for row in rows if row.key not in held]
    return Answer(has, _lacking("in no resource group:", outside))


def administrators(plan: Plan) -> Answer:
    """Administrators with a stand-in or a guide."""
    rows = plan.rows(Administrator)
    if not rows:
        return Answer(())
    backed = sum(bool(row.backup) and row.backup != row.key for row in rows)
    guided = sum(bool(row.operation_guide.strip()) for row in rows)
    words = f"{_count(len(rows), 'administrator')}, {backed} with a stand-in"
    return Answer((f"{words}, {guided} with an operation guide",))


def sites(plan: Plan) -> Answer:
    """Sites by name, and frames and storage units that stand on none."""
    rows = plan.rows(Site)
    if not rows:
        return Answer(())
    words = f"{_count(len(rows), 'site')} ({listed(row.name for row in rows)})"
    placed = {row.key for row in plan.rows(Rack) if row.site}
    boxes: tuple[Frame | StorageUnit, ...] = (*plan.rows(Frame), *plan.rows(StorageUnit))
    adrift = [row.name for row in boxes if row.rack not in placed]
    return Answer((words,), _lacking("no site known for", adrift))
