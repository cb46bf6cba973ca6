"""A shared volume group."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import FilePath, Name, To
from worksheets.plan.row import Row


class VolumeGroupType(Choice):
    ORIGINAL = "original", "original"
    BIG = "big", "big"
    SCALABLE = "scalable", "scalable"


class MirrorPools(Choice):
    NO = "no", "no"
    YES = "yes", "yes"
    SUPER = "super", "super strict"


class PartitionSize(Choice):
    """Size of a physical partition in MiB."""

    MIB_1 = "1", "1 MiB"
    MIB_2 = "2", "2 MiB"
    MIB_4 = "4", "4 MiB"
    MIB_8 = "8", "8 MiB"
    MIB_16 = "16", "16 MiB"
    MIB_32 = "32", "32 MiB"
    MIB_64 = "64", "64 MiB"
    MIB_128 = "128", "128 MiB"
    MIB_256 = "256", "256 MiB"
    MIB_512 = "512", "512 MiB"
    MIB_1024 = "1024", "1024 MiB"


class TrackGroupSize(Choice):
    """The largest transfer that LVM hands to a disk, in KiB."""

    KIB_128 = "128", "128 KiB"
    KIB_256 = "256", "256 KiB"
    KIB_512 = "512", "512 KiB"
    KIB_1024 = "1024", "1024 KiB"


class MaximumPartitions(Choice):
    """Physical partitions that the group may have, in units of 1024."""

    K_32 = "32", "32 x 1024"
    K_64 = "64", "64 x 1024"
    K_128 = "128", "128 x 1024"
    K_256 = "256", "256 x 1024"
    K_512 = "512", "512 x 1024"
    K_768 = "768", "768 x 1024"
    K_1024 = "1024", "1024 x 1024"


class MaximumVolumes(Choice):
    """Logical volumes that the group may have."""

    UP_TO_256 = "256", "256"
    UP_TO_512 = "512", "512"
    UP_TO_1024 = "1024", "1024"
    UP_TO_2048 = "2048", "2048"
    UP_TO_4096 = "4096", "4096"


class HotSpare(Choice):
    """What becomes of a failed disk's partitions."""

    NONE = "false", "stay where they are"
    ONE = "one", "move to one spare"
    POOL = "pool", "move to the pool of spares"
    REMOVE = "remove", "spares removed"


class CriticalAction(Choice):
    """What PowerHA does when a critical volume group loses its disks."""

    NOTIFY = "notify", "notify only"
    HALT = "halt", "halt the node"
    FENCE = "fence", "fence the disks"
    STOP_GROUP = "stoprg", "stop the group"
    MOVE_GROUP = "moverg", "move the group"


class PreferredRead(Choice):
    ROUND_ROBIN = "roundrobin", "from all copies in turn"
    FAVOR_COPY = "favorcopy", "from the favoured copy"
    SITE_AFFINITY = "siteaffinity", "from the copy of the site"


class VolumeGroup(Row, frozen=True):
    """A volume group; its disks name it. `quorum`: more than half of the VGDAs must be there.

    `nodes` that know it; empty for those of its resource group. `auto_on`: AIX varies it on when
    a node starts. The two maxima belong to scalable groups, `failure_action` and `notify_method`
    to critical ones.
    """

    name: Name
    type: VolumeGroupType | None = None
    concurrent: bool | None = None
    quorum: bool | None = None
    mirror_pools: MirrorPools | None = None
    major_number: Annotated[int, Meta(ge=1, le=4095)] | None = None
    critical: bool | None = None
    nodes: tuple[Annotated[str, To("node")], ...] = ()
    pp_size: PartitionSize | None = None
    auto_on: bool | None = None
    cross_site: bool | None = None
    ltg_size: TrackGroupSize | None = None
    hot_spare: HotSpare | None = None
    max_partitions: MaximumPartitions | None = None
    max_volumes: MaximumVolumes | None = None
    failure_action: CriticalAction | None = None
    notify_method: FilePath = ""
    preferred_read: PreferredRead | None = None
    encryption: bool | None = None
