from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.name_resolution import LookupOrder


class NameResolution(WorksheetRow):
    node = columns.reference("Node")
    order = columns.choice(LookupOrder)
    netsvc = columns.text()
    nsorder = columns.text()
    servers = columns.text()
    domain = columns.text()
    search = columns.text()
    hosts_keeper = columns.text()
