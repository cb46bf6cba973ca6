"""An application with its start and stop scripts."""

from __future__ import annotations

from worksheets.plan.choice import Choice
from worksheets.plan.markers import FilePath, Name, Text
from worksheets.plan.row import Row


class StartupMode(Choice):
    BACKGROUND = "background", "background"
    FOREGROUND = "foreground", "foreground"


class DataLocation(Choice):
    SHARED = "shared", "on shared disks"
    COLLECTION = "collection", "local, kept equal by a file collection"
    LOCAL = "local", "local"


class ApplicationController(Row, frozen=True):
    """PowerHA's name for an application: what starts it and what stops it."""

    name: Name
    application: Text = ""
    start_script: FilePath = ""
    stop_script: FilePath = ""
    startup_mode: StartupMode | None = None
    location: DataLocation | None = None
    asks_for_input: bool | None = None
    bound_to: Text = ""
    kills_by_name: bool | None = None
