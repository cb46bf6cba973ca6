from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.network_device import DeviceKind


class NetworkDevice(WorksheetRow):
    name = columns.name()
    kind = columns.choice(DeviceKind, DeviceKind.SWITCH)
    rack = columns.reference("Rack")
    circuits = columns.references("PowerCircuit")
    fabric = columns.text()
    model = columns.text()
    level = columns.text()
    address = columns.text(45)
    fast_ports = columns.flag()
    passes_multicast = columns.flag()
    keeper = columns.text()
