"""A shared volume group."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Name
from worksheets.plan.row import Row


class VolumeGroupType(Choice):
    ORIGINAL = "original", "original"
    BIG = "big", "big"
    SCALABLE = "scalable", "scalable"


class MirrorPools(Choice):
    NO = "no", "no"
    YES = "yes", "yes"
    SUPER = "super", "super strict"


class VolumeGroup(Row, frozen=True):
    """A volume group; its disks name it. `quorum`: more than half of the VGDAs must be there."""

    name: Name
    type: VolumeGroupType | None = None
    concurrent: bool | None = None
    quorum: bool | None = None
    mirror_pools: MirrorPools | None = None
    major_number: Annotated[int, Meta(ge=1, le=4095)] | None = None
    critical: bool | None = None
