"""An application with its start and stop scripts."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, FilePath, Name, Text
from worksheets.plan.row import Row


class StartupMode(Choice):
    BACKGROUND = "background", "background"
    FOREGROUND = "foreground", "foreground"


class DataLocation(Choice):
    SHARED = "shared", "on shared disks"
    COLLECTION = "collection", "local, kept equal by a file collection"
    LOCAL = "local", "local"


class ApplicationController(Row, frozen=True):
    """PowerHA's name for an application: what starts it and what stops it.

    From `ends_if_running` to `raises_alerts` what the start script does, from `ends_children` to
    `returns_zero` what the stop script does, then what both do. Times in seconds as measured,
    `cpu_interval` in minutes.
    """

    name: Name
    application: Text = ""
    start_script: FilePath = ""
    stop_script: FilePath = ""
    startup_mode: StartupMode | None = None
    location: DataLocation | None = None
    asks_for_input: bool | None = None
    bound_to: Text = ""
    kills_by_name: bool | None = None
    ends_if_running: bool | None = None
    checks_environment: bool | None = None
    branches_by_host: bool | None = None
    checks_data: bool | None = None
    checks_prerequisites: bool | None = None
    raises_alerts: bool | None = None
    ends_children: bool | None = None
    frees_file_systems: bool | None = None
    forces_leftovers: bool | None = None
    returns_zero: bool | None = None
    logs_verbosely: bool | None = None
    documented_commands: bool | None = None
    start_time: Count | None = None
    stop_time: Count | None = None
    cpu_monitor: bool | None = None
    cpu_process: FilePath = ""
    cpu_interval: Annotated[int, Meta(ge=1, le=120)] | None = None
