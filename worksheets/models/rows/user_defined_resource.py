from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.application_monitor import FailureAction, MonitorMode
from worksheets.plan.rows.user_defined_resource import AcquiredAfter


class UserDefinedResource(WorksheetRow):
    name = columns.name()
    type = columns.text()
    purpose = columns.text()
    acquired_after = columns.choice(AcquiredAfter)
    attributes = columns.prose()
    start_method = columns.text(256)
    stop_method = columns.text(256)
    verification_method = columns.text(256)
    monitor_method = columns.text(256)
    monitor_mode = columns.choice(MonitorMode)
    monitor_interval = columns.number(1, 1024)
    hung_signal = columns.number(1, 63)
    stabilization_interval = columns.number(1, 3600)
    restart_count = columns.number(0, 100)
    restart_interval = columns.number(0, 3600)
    failure_action = columns.choice(FailureAction)
    cleanup_method = columns.text(256)
    restart_method = columns.text(256)
    notify_method = columns.text(256)
