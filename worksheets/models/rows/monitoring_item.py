from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.monitoring_item import Channel, WatchedBy


class MonitoringItem(WorksheetRow):
    name = columns.name()
    method = columns.choice(WatchedBy)
    source = columns.text()
    nodes = columns.references("Node")
    expected = columns.text()
    interval = columns.number()
    channel = columns.choice(Channel)
    alert_people = columns.references("Administrator")
    alert_teams = columns.references("SupportTeam")
