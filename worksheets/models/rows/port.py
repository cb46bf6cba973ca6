from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class Port(WorksheetRow):
    name = columns.name()
    card = columns.reference("Card")
    attached_to = columns.reference("NetworkDevice")
    switch_port = columns.text()
    cable = columns.text()
    speed = columns.number(1, 1000)
    location = columns.text()
    mac = columns.text(17)
    wwpn = columns.text(23)
