from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.remote_notification import NotificationKind


class RemoteNotification(WorksheetRow):
    name = columns.name()
    kind = columns.choice(NotificationKind)
    contacts = columns.text()
    people = columns.references("Administrator")
    events = columns.text(1000)
    message_file = columns.text(256)
    message = columns.prose()
    nodes = columns.references("Node")
    retry_count = columns.number()
    timeout = columns.number()
