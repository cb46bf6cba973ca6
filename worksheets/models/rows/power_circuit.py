from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class PowerCircuit(WorksheetRow):
    name = columns.name()
    site = columns.reference("Site")
    feed = columns.text()
    breaker = columns.text()
    load = columns.number(0, 100)
    ups = columns.flag()
    ups_minutes = columns.number()
    generator = columns.flag()
