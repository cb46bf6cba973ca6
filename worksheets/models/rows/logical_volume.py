from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.logical_volume import LogicalVolumeType, SeparateDisks


class LogicalVolume(WorksheetRow):
    name = columns.name()
    volume_group = columns.reference("VolumeGroup")
    type = columns.choice(LogicalVolumeType, LogicalVolumeType.JFS2)
    copies = columns.number(1, 3, default=1)
    separate_disks = columns.choice(SeparateDisks)
    size = columns.number()
