from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class Frame(WorksheetRow):
    name = columns.name()
    rack = columns.reference("Rack")
    circuits = columns.references("PowerCircuit")
    model = columns.text()
    serial = columns.text()
    hmcs = columns.references("Hmc")
