from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.application_monitor import FailureAction, MonitorMode, MonitorType


class ApplicationMonitor(WorksheetRow):
    name = columns.name()
    controllers = columns.references("ApplicationController")
    type = columns.choice(MonitorType, MonitorType.CUSTOM)
    mode = columns.choice(MonitorMode)
    processes = columns.text()
    process_owner = columns.text()
    instance_count = columns.number(1, 1024)
    monitor_method = columns.text(256)
    monitor_interval = columns.number(1, 1024)
    hung_signal = columns.number(1, 63)
    stabilization_interval = columns.number(1, 3600)
    restart_count = columns.number(0, 100)
    restart_interval = columns.number(0, 3600)
    failure_action = columns.choice(FailureAction)
    notify_method = columns.text(256)
    cleanup_method = columns.text(256)
    restart_method = columns.text(256)
    tested = columns.flag()
