from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class NetmonTarget(WorksheetRow):
    node = columns.reference("Node")
    interface = columns.reference("Interface")
    target = columns.text()
    device = columns.text()
    tested = columns.flag()
