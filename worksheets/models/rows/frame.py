from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class Frame(WorksheetRow):
    name = columns.name()
    rack = columns.reference("Rack")
    rack_unit = columns.text()
    circuits = columns.references("PowerCircuit")
    model = columns.text()
    serial = columns.text()
    hmcs = columns.references("Hmc")
    firmware = columns.text()
    processors_installed = columns.number()
    processors_active = columns.number()
    memory_installed = columns.number()
    memory_active = columns.number()
    service_contract = columns.text()
