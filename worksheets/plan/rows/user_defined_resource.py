"""A resource of a type of one's own, with the scripts that handle it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import FilePath, LongText, Name, Text
from worksheets.plan.row import Row
from worksheets.plan.rows.application_monitor import FailureAction, MonitorMode


class AcquiredAfter(Choice):
    FIRST = "first", "nothing: first of all"
    WPAR = "wpar", "workload partitions"
    VOLUME_GROUP = "volume_group", "volume groups"
    FILE_SYSTEM = "file_system", "file systems"
    SERVICE_IP = "service_ip", "service IP labels"
    TAPE = "tape", "tapes"
    APPLICATION = "application", "applications"


class UserDefinedResource(Row, frozen=True):
    """`type` is the name of the resource type, `attributes` lines of name=value.

    Intervals in seconds.
    """

    name: Name
    type: Text = ""
    purpose: Text = ""
    acquired_after: AcquiredAfter | None = None
    attributes: LongText = ""
    start_method: FilePath = ""
    stop_method: FilePath = ""
    verification_method: FilePath = ""
    monitor_method: FilePath = ""
    monitor_mode: MonitorMode | None = None
    monitor_interval: Annotated[int, Meta(ge=1, le=1024)] | None = None
    hung_signal: Annotated[int, Meta(ge=1, le=63)] | None = None
    stabilization_interval: Annotated[int, Meta(ge=1, le=3600)] | None = None
    restart_count: Annotated[int, Meta(ge=0, le=100)] | None = None
    restart_interval: Annotated[int, Meta(ge=0, le=3600)] | None = None
    failure_action: FailureAction | None = None
    cleanup_method: FilePath = ""
    restart_method: FilePath = ""
    notify_method: FilePath = ""
