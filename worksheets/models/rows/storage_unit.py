from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class StorageUnit(WorksheetRow):
    name = columns.name()
    rack = columns.reference("Rack")
    circuits = columns.references("PowerCircuit")
    model = columns.text()
    serial = columns.text()
    firmware = columns.text()
    management = columns.text()
