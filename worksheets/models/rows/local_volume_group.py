from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class LocalVolumeGroup(WorksheetRow):
    name = columns.name()
    node = columns.reference("Node")
    disks = columns.text()
    mirrored = columns.flag()
    size = columns.number()
    purpose = columns.text()
