"""An AIX partition that takes part in the cluster."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, Identifies, Identity, Name, Percent, Text, To
from worksheets.plan.row import Row


class RootvgProtection(Choice):
    NONE = "none", "one disk, unprotected"
    MIRRORED = "mirrored", "mirrored by LVM"
    RAID = "raid", "on a RAID LUN"


class UsualRole(Choice):
    ACTIVE = "active", "active"
    STANDBY = "standby", "standby"


class ProcessorMode(Choice):
    DEDICATED = "dedicated", "dedicated"
    CAPPED = "capped", "shared, capped"
    UNCAPPED = "uncapped", "shared, uncapped"


class Node(Row, frozen=True):
    """A cluster node.

    `rootvg_servers`: the Virtual I/O Servers that serve its rootvg; empty when it has own disks.
    I/O slots are counted for the partition; CPU peak is percent busy, memory GiB. `entitlement`
    is in hundredths of a processor. `memory_limit` and `processor_limit` (virtual ones, or cores
    when dedicated) are the most that the partition's profile allows.
    """

    name: Name
    frame: Annotated[Text, To("frame", owner=True)] = ""
    host_name: Text = ""
    partition: Text = ""
    usual_role: UsualRole | None = None
    rootvg: RootvgProtection | None = None
    rootvg_servers: tuple[Annotated[str, To("virtual_io_server")], ...] = ()
    io_slots_free: Count | None = None
    io_slots_needed: Count | None = None
    processor_mode: ProcessorMode | None = None
    entitlement: Count | None = None
    processors: Count | None = None
    processor_limit: Count | None = None
    cpu_peak: Percent | None = None
    memory: Count | None = None
    memory_limit: Count | None = None
    aix_level: Text = ""
    powerha_level: Text = ""
    start_on_boot: bool | None = None
    live_mobility: bool | None = None
    time_source: Text = ""
    communication_path: Annotated[Text, Identifies(Identity.ADDRESS)] = ""
