from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class Requirement(WorksheetRow):
    name = columns.name()
    purpose = columns.prose()
    users = columns.text()
    groups = columns.references("ResourceGroup")
    availability = columns.text()
    service_hours = columns.text()
    outage = columns.number()
    longer_outage = columns.number(0, 100)
    planned_outage = columns.number()
    rto = columns.number()
    rpo = columns.number()
    capacity = columns.number(0, 100)
    site_loss = columns.flag()
    cost = columns.number(0, 1_000_000_000)
    currency = columns.text()
    obligations = columns.text()
    decided_by = columns.text()
