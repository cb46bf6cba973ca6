"""A logical volume of a shared volume group."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, Name, Text, To
from worksheets.plan.row import Row


class LogicalVolumeType(Choice):
    JFS2 = "jfs2", "jfs2"
    JFS2_LOG = "jfs2log", "jfs2log"
    JFS = "jfs", "jfs"
    RAW = "raw", "raw"


class SeparateDisks(Choice):
    NO = "no", "no"
    YES = "yes", "yes"
    SUPERSTRICT = "superstrict", "superstrict"


class LogicalVolume(Row, frozen=True):
    """`copies`: LVM copies of each partition; `separate_disks`: no two copies on one disk."""

    name: Name
    volume_group: Annotated[Text, To("volume_group", owner=True)] = ""
    type: LogicalVolumeType = LogicalVolumeType.JFS2
    copies: Annotated[int, Meta(ge=1, le=3)] = 1
    separate_disks: SeparateDisks | None = None
    size: Count | None = None
