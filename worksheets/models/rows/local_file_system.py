from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class LocalFileSystem(WorksheetRow):
    name = columns.name()
    local_volume_group = columns.reference("LocalVolumeGroup")
    copies = columns.number(1, 3, default=1)
    separate_disks = columns.flag()
    mount_point = columns.text(256)
    size = columns.number()
