from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.application import TakeoverStrategy


class Application(WorksheetRow):
    name = columns.name()
    purpose = columns.prose()
    owner = columns.text()
    vendor = columns.text()
    release = columns.text()
    controllers = columns.references("ApplicationController")
    strategy = columns.choice(TakeoverStrategy)
    licence = columns.prose()
    host_bindings = columns.prose()
    prompts = columns.flag()
    start_procedure = columns.prose()
    start_verification = columns.prose()
    takeover_caveats = columns.prose()
    recovery = columns.prose()
    stop_procedure = columns.prose()
    stop_verification = columns.prose()
    script_maintainer = columns.text()
