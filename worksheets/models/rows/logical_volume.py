from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.logical_volume import (
    DiskRange,
    DiskRegion,
    KeyProtection,
    LogicalVolumeType,
    Scheduling,
    SeparateDisks,
    StripeSize,
    WriteConsistency,
)


class LogicalVolume(WorksheetRow):
    name = columns.name()
    volume_group = columns.reference("VolumeGroup")
    type = columns.choice(LogicalVolumeType, LogicalVolumeType.JFS2)
    copies = columns.number(1, 3, default=1)
    separate_disks = columns.choice(SeparateDisks)
    size = columns.number()
    first_pool = columns.text()
    second_pool = columns.text()
    third_pool = columns.text()
    max_partitions = columns.number(1, 2_097_152)
    write_consistency = columns.choice(WriteConsistency)
    scheduling = columns.choice(Scheduling)
    disk_range = columns.choice(DiskRange)
    region = columns.choice(DiskRegion)
    stripe_size = columns.choice(StripeSize)
    relocate = columns.flag()
    bad_blocks = columns.flag()
    verify_writes = columns.flag()
    serialize_io = columns.flag()
    zero_offset = columns.flag()
    allocation_map = columns.text(256)
    owner = columns.text()
    group = columns.text()
    permissions = columns.text()
    label = columns.text()
    key_protection = columns.choice(KeyProtection)
