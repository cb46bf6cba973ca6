from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class VirtualIoServer(WorksheetRow):
    name = columns.name()
    frame = columns.reference("Frame")
    level = columns.text()
