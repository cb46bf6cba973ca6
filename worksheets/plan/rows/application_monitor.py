"""A monitor of one or more application controllers."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import FilePath, Name, Text, To
from worksheets.plan.row import Row


class MonitorType(Choice):
    PROCESS = "process", "process"
    CUSTOM = "custom", "custom"


class MonitorMode(Choice):
    LONG_RUNNING = "longrunning", "long-running"
    STARTUP = "startup", "startup"
    BOTH = "both", "both"


class FailureAction(Choice):
    NOTIFY = "notify", "notify"
    FALLOVER = "fallover", "fallover"


class ApplicationMonitor(Row, frozen=True):
    """Intervals in seconds."""

    name: Name
    controllers: tuple[Annotated[str, To("application_controller")], ...] = ()
    type: MonitorType = MonitorType.CUSTOM
    mode: MonitorMode | None = None
    processes: Text = ""
    process_owner: Text = ""
    instance_count: Annotated[int, Meta(ge=1, le=1024)] | None = None
    monitor_method: FilePath = ""
    monitor_interval: Annotated[int, Meta(ge=1, le=1024)] | None = None
    hung_signal: Annotated[int, Meta(ge=1, le=63)] | None = None
    stabilization_interval: Annotated[int, Meta(ge=1, le=3600)] | None = None
    restart_count: Annotated[int, Meta(ge=0, le=100)] | None = None
    restart_interval: Annotated[int, Meta(ge=0, le=3600)] | None = None
    failure_action: FailureAction | None = None
    notify_method: FilePath = ""
    cleanup_method: FilePath = ""
    restart_method: FilePath = ""
    tested: bool | None = None
