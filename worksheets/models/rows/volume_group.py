from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroupType


class VolumeGroup(WorksheetRow):
    name = columns.name()
    type = columns.choice(VolumeGroupType)
    concurrent = columns.flag()
    quorum = columns.flag()
    mirror_pools = columns.choice(MirrorPools)
    major_number = columns.number(1, 4095)
    critical = columns.flag()
