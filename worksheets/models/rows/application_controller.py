from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.application_controller import DataLocation, StartupMode


class ApplicationController(WorksheetRow):
    name = columns.name()
    application = columns.text()
    start_script = columns.text(256)
    stop_script = columns.text(256)
    startup_mode = columns.choice(StartupMode)
    location = columns.choice(DataLocation)
    asks_for_input = columns.flag()
    bound_to = columns.text()
    kills_by_name = columns.flag()
    ends_if_running = columns.flag()
    checks_environment = columns.flag()
    branches_by_host = columns.flag()
    checks_data = columns.flag()
    checks_prerequisites = columns.flag()
    raises_alerts = columns.flag()
    ends_children = columns.flag()
    frees_file_systems = columns.flag()
    forces_leftovers = columns.flag()
    returns_zero = columns.flag()
    logs_verbosely = columns.flag()
    documented_commands = columns.flag()
    start_time = columns.number()
    stop_time = columns.number()
    cpu_monitor = columns.flag()
    cpu_process = columns.text(256)
    cpu_interval = columns.number(1, 120)
