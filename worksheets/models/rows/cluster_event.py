from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class ClusterEvent(WorksheetRow):
    event = columns.text(64)
    event_command = columns.text(256)
    notify_command = columns.text(256)
    pre_events = columns.references("CustomEvent")
    post_events = columns.references("CustomEvent")
    recovery_command = columns.text(256)
    recovery_counter = columns.number()
    time_until_warning = columns.number()
