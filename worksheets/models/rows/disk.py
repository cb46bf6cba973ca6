from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.disk import DiskProtection, DiskRole


class Disk(WorksheetRow):
    name = columns.name()
    storage_unit = columns.reference("StorageUnit")
    protection = columns.choice(DiskProtection)
    size = columns.number()
    pvid = columns.text(32)
    lun = columns.text()
    volume_group = columns.reference("VolumeGroup")
    mirror_pool = columns.text()
    role = columns.choice(DiskRole)
    wwid = columns.text()
    udid = columns.text()
