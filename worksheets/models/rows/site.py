from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class Site(WorksheetRow):
    name = columns.name()
    location = columns.text()
    contact = columns.text()
    priority = columns.number(1, 2)
    distance_km = columns.number()
    latency = columns.number()
    routes = columns.text()
