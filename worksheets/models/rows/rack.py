from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class Rack(WorksheetRow):
    name = columns.name()
    site = columns.reference("Site")
    place = columns.text()
    fire_section = columns.text()
    circuits = columns.references("PowerCircuit")
