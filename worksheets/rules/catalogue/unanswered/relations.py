"""Relations that are not made yet: rows that do not say what they belong to.

A relation that is missing constrains nothing in the failure analysis, so the analysis looks
better than the design is. Each gap is therefore reported at its row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from worksheets.plan.row import Row
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.registry import Check, Rule, rule


@dataclass(frozen=True)
class Gap:
    """A reference that a row should have.

    `misses`: what is said of the row, after its name. `among`: ask only once that worksheet has
    rows.
    """

    id: str
    kind: type[Row]
    column: str
    misses: str
    why: str
    fix: str
    sources: tuple[str, ...]
    severity: Severity = Severity.WARNING
    among: type[Row] | None = None


_TRACED = "Until then no failure of {} can be traced to it."

GAPS = (
    Gap(
        "NODE-NO-FRAME",
        Node,
        "frame",
        "stands in no frame",
        "A partition lives in a physical server. " + _TRACED.format("a frame, rack or circuit"),
        "Name the frame.",
        ("N3", "N4", "V1"),
    ),
    Gap(
        "VIOS-NO-FRAME",
        VirtualIoServer,
        "frame",
        "stands in no frame",
        "A Virtual I/O Server serves the partitions of its frame and falls with it. "
        + _TRACED.format("a frame, rack or circuit"),
        "Name the frame.",
        ("V1", "V2"),
    ),
    Gap(
        "FRAME-NO-RACK",
        Frame,
        "rack",
        "stands in no rack",
        "Two frames in one rack share its power and its fate. " + _TRACED.format("a rack or site"),
        "Name the rack.",
        ("N3", "S2"),
    ),
    Gap(
        "RACK-NO-SITE",
        Rack,
        "site",
        "stands on no site",
        "With sites entered, each rack belongs to one. " + _TRACED.format("a site"),
        "Name the site.",
        ("S10",),
        among=Site,
    ),
    Gap(
        "UNIT-NO-RACK",
        StorageUnit,
        "rack",
        "stands in no rack",
        "Storage has a place and a power supply like everything else. "
        + _TRACED.format("a rack or site"),
        "Name the rack.",
        ("S2", "S7"),
    ),
    Gap(
        "DEVICE-NO-RACK",
        NetworkDevice,
        "rack",
        "stands in no rack",
        "Two switches in one rack on one circuit are one switch when the power goes. "
        + _TRACED.format("a rack or site"),
        "Name the rack.",
        ("S4", "R7"),
        severity=Severity.ADVICE,
    ),
    Gap(
        "PORT-NO-CARD",
        Port,
        "card",
        "is on no card",
        "Ports of one card fail together. " + _TRACED.format("a card"),
        "Name the card.",
        ("A3",),
    ),
    Gap(
        "PORT-NO-CABLE",
        Port,
        "attached_to",
        "leads to no switch",
        "A cable ends at a switch or SAN switch. " + _TRACED.format("a switch"),
        "Name the device at the other end, or delete a port that is not used.",
        ("S4", "R7"),
        severity=Severity.ADVICE,
        among=NetworkDevice,
    ),
    Gap(
        "VIOS-SEA-OPEN",
        SharedEthernetAdapter,
        "server",
        "is on no Virtual I/O Server",
        "A Shared Ethernet Adapter is gone when its server is. "
        + _TRACED.format("a Virtual I/O Server"),
        "Name the Virtual I/O Server.",
        ("V2", "V7"),
    ),
    Gap(
        "NET-INTERFACE-NODE",
        Interface,
        "node",
        "is on no node",
        "An interface belongs to one node. " + _TRACED.format("a card or port"),
        "Name the node.",
        ("W4",),
    ),
    Gap(
        "NET-INTERFACE-NETWORK",
        Interface,
        "network",
        "is on no network",
        "PowerHA places service addresses on interfaces of the right network and compares them "
        "to tell a dead interface from a dead network.",
        "Name the network.",
        ("W4", "W1"),
    ),
    Gap(
        "DISK-NO-UNIT",
        Disk,
        "storage_unit",
        "is on no storage unit",
        "Two disks of one storage unit are no mirror against its loss. "
        + _TRACED.format("a storage unit"),
        "Name the storage unit.",
        ("S7",),
    ),
    Gap(
        "DISK-NO-PVID",
        Disk,
        "pvid",
        "has no PVID",
        "The same disk may be hdisk4 on one node and hdisk7 on the next; only the PVID proves "
        "that both are one.",
        "Enter the PVID once the disk is mapped.",
        ("PowerHA planning guide: shared disks",),
        severity=Severity.ADVICE,
    ),
    Gap(
        "LV-NO-GROUP",
        LogicalVolume,
        "volume_group",
        "is in no volume group",
        "A logical volume says how often the data of its volume group is mirrored.",
        "Name the volume group.",
        ("S7",),
    ),
    Gap(
        "FS-NO-VOLUME",
        FileSystem,
        "logical_volume",
        "lies on no logical volume",
        "A file system moves with the volume group of its logical volume.",
        "Name the logical volume.",
        ("PowerHA planning guide: shared file systems",),
    ),
    Gap(
        "PATH-NO-NODE",
        DiskPath,
        "node",
        "is a path of no node",
        "A path joins one node and one disk.",
        "Name the node.",
        ("S6",),
    ),
    Gap(
        "PATH-NO-DISK",
        DiskPath,
        "disk",
        "leads to no disk",
        "A path joins one node and one disk.",
        "Name the disk.",
        ("S6",),
    ),
    Gap(
        "PATH-NO-PORT",
        DiskPath,
        "ports",
        "uses no port",
        "A path runs over Fibre Channel ports. " + _TRACED.format("a card or SAN switch"),
        "Name the ports, of the node itself or of its Virtual I/O Servers.",
        ("S6", "V4"),
    ),
)


def _check(gap: Gap) -> Check:
    said = attrgetter(gap.column)

    def check(design: Design, rule: Rule) -> Iterator[Finding]:
        if gap.among is not None and not design.plan.rows(gap.among):
            return
        rows = design.plan.rows(gap.kind)
        # Nearly always no row has the gap, which is told soonest without looking at each.
        for row in rows if not all(map(said, rows)) else ():
            if not said(row):
                name = design.plan.title(gap.kind, row.key)
                yield rule.at(cell(row, gap.column), title=f"{name} {gap.misses}")

    check.__doc__ = gap.why
    return check


for _gap in GAPS:
    rule(
        _gap.id,
        f"{_gap.kind.slug.replace('_', ' ').capitalize()} that {_gap.misses}",
        severity=_gap.severity,
        outside_production=Severity.ADVICE,
        sources=_gap.sources,
        fix=_gap.fix,
    )(_check(_gap))
