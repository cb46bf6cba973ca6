from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.glvm_volume_group import CacheUnit, GlvmMode


class GlvmVolumeGroup(WorksheetRow):
    volume_group = columns.reference("VolumeGroup")
    mode = columns.choice(GlvmMode)
    first_disks = columns.references("Disk")
    second_disks = columns.references("Disk")
    networks = columns.references("Network")
    cache_size = columns.number()
    cache_unit = columns.choice(CacheUnit)
    cache_volumes = columns.text()
    high_water_mark = columns.number(0, 100)
    rpv_servers = columns.prose()
    rpv_clients = columns.prose()
