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
