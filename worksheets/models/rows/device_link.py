from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.device_link import Medium


class DeviceLink(WorksheetRow):
    from_device = columns.reference("NetworkDevice")
    from_port = columns.text()
    to_device = columns.reference("NetworkDevice")
    to_port = columns.text()
    cable = columns.text()
    medium = columns.choice(Medium)
    length = columns.number()
    speed = columns.number(1, 1000)
    route = columns.text()
    carrier = columns.text()
