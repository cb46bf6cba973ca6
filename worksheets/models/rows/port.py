from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class Port(WorksheetRow):
    name = columns.name()
    card = columns.reference("Card")
    attached_to = columns.reference("NetworkDevice")
