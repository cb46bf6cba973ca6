from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class HostEntry(WorksheetRow):
    address = columns.text(45)
    names = columns.text()
    nodes = columns.references("Node")
    reason = columns.text()
