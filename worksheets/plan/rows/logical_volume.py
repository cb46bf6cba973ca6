"""A logical volume of a shared volume group."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, FilePath, Name, Text, To
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


class WriteConsistency(Choice):
    ACTIVE = "active", "active"
    PASSIVE = "passive", "passive"
    OFF = "off", "off"


class Scheduling(Choice):
    PARALLEL = "parallel", "parallel"
    SEQUENTIAL = "sequential", "sequential"
    PARALLEL_SEQUENTIAL = "parallel_sequential", "write parallel, read in order"
    PARALLEL_ROUND_ROBIN = "parallel_round_robin", "write parallel, read in turn"


class DiskRange(Choice):
    MINIMUM = "minimum", "few disks"
    MAXIMUM = "maximum", "many disks"


class DiskRegion(Choice):
    OUTER_MIDDLE = "outer_middle", "outer middle"
    OUTER_EDGE = "outer_edge", "outer edge"
    CENTER = "center", "center"
    INNER_MIDDLE = "inner_middle", "inner middle"
    INNER_EDGE = "inner_edge", "inner edge"


class StripeSize(Choice):
    KIB_4 = "4K", "4 KiB"
    KIB_8 = "8K", "8 KiB"
    KIB_16 = "16K", "16 KiB"
    KIB_32 = "32K", "32 KiB"
    KIB_64 = "64K", "64 KiB"
    KIB_128 = "128K", "128 KiB"
    KIB_256 = "256K", "256 KiB"
    KIB_512 = "512K", "512 KiB"
    MIB_1 = "1M", "1 MiB"
    MIB_2 = "2M", "2 MiB"
    MIB_4 = "4M", "4 MiB"
    MIB_8 = "8M", "8 MiB"
    MIB_16 = "16M", "16 MiB"
    MIB_32 = "32M", "32 MiB"
    MIB_64 = "64M", "64 MiB"
    MIB_128 = "128M", "128 MiB"


class KeyProtection(Choice):
    """Where the key of an encrypted logical volume lies."""

    KEY_SERVER = "keyserv", "key server"
    PLATFORM = "pks", "platform keystore"


class LogicalVolume(Row, frozen=True):
    """`copies`: LVM copies of each partition; `separate_disks`: no two copies on one disk.

    The pools are names of mirror pools of the volume group, one per copy. `max_partitions`: how
    many logical partitions it may grow to. `zero_offset`: the first block is free for data.
    """

    name: Name
    volume_group: Annotated[Text, To("volume_group", owner=True)] = ""
    type: LogicalVolumeType = LogicalVolumeType.JFS2
    copies: Annotated[int, Meta(ge=1, le=3)] = 1
    separate_disks: SeparateDisks | None = None
    size: Count | None = None
    first_pool: Text = ""
    second_pool: Text = ""
    third_pool: Text = ""
    max_partitions: Annotated[int, Meta(ge=1, le=2_097_152)] | None = None
    write_consistency: WriteConsistency | None = None
    scheduling: Scheduling | None = None
    disk_range: DiskRange | None = None
    region: DiskRegion | None = None
    stripe_size: StripeSize | None = None
    relocate: bool | None = None
    bad_blocks: bool | None = None
    verify_writes: bool | None = None
    serialize_io: bool | None = None
    zero_offset: bool | None = None
    allocation_map: FilePath = ""
    owner: Text = ""
    group: Text = ""
    permissions: Text = ""
    label: Text = ""
    key_protection: KeyProtection | None = None
