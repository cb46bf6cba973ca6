from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.volume_group import (
    CriticalAction,
    HotSpare,
    MaximumPartitions,
    MaximumVolumes,
    MirrorPools,
    PartitionSize,
    PreferredRead,
    TrackGroupSize,
    VolumeGroupType,
)


class VolumeGroup(WorksheetRow):
    name = columns.name()
    type = columns.choice(VolumeGroupType)
    concurrent = columns.flag()
    quorum = columns.flag()
    mirror_pools = columns.choice(MirrorPools)
    major_number = columns.number(1, 4095)
    critical = columns.flag()
    nodes = columns.references("Node")
    pp_size = columns.choice(PartitionSize)
    auto_on = columns.flag()
    cross_site = columns.flag()
    ltg_size = columns.choice(TrackGroupSize)
    hot_spare = columns.choice(HotSpare)
    max_partitions = columns.choice(MaximumPartitions)
    max_volumes = columns.choice(MaximumVolumes)
    failure_action = columns.choice(CriticalAction)
    notify_method = columns.text(256)
    preferred_read = columns.choice(PreferredRead)
    encryption = columns.flag()
