"""A Virtual I/O Server partition."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Address, Count, Name, Text, To, Unique
from worksheets.plan.row import Row
from worksheets.plan.rows.node import RootvgProtection


class DiskService(Choice):
    NPIV = "npiv", "NPIV (virtual Fibre Channel)"
    VSCSI = "vscsi", "virtual SCSI"
    BOTH = "both", "NPIV and virtual SCSI"
    NONE = "none", "no disks, network only"


class VirtualIoServer(Row, frozen=True):
    """`entitlement` in hundredths of a processor, `memory` in GiB."""

    name: Name
    frame: Annotated[Text, To("frame", owner=True)] = ""
    address: Annotated[Address, Unique()] = ""
    level: Text = ""
    disk_service: DiskService | None = None
    rootvg: RootvgProtection | None = None
    entitlement: Count | None = None
    virtual_processors: Count | None = None
    memory: Count | None = None
