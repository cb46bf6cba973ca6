from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.maintenance_task import Frequency, TaskKind


class MaintenanceTask(WorksheetRow):
    name = columns.name()
    kind = columns.choice(TaskKind)
    frequency = columns.choice(Frequency)
    last_done = columns.text(10)
    next_due = columns.text(10)
    responsible = columns.reference("Administrator")
    team = columns.reference("SupportTeam")
    procedure = columns.prose()
    duration = columns.number()
    disruptive = columns.flag()
    record = columns.text()
