from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class PowerCircuit(WorksheetRow):
    name = columns.name()
    site = columns.reference("Site")
    feed = columns.text()
    ups = columns.flag()
