from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.current_system import Fate, SystemKind


class CurrentSystem(WorksheetRow):
    name = columns.name()
    kind = columns.choice(SystemKind, SystemKind.SERVER)
    location = columns.text()
    facts = columns.prose()
    protection = columns.text()
    weakness = columns.prose()
    last_failure = columns.text()
    fate = columns.choice(Fate)
    successor = columns.text()
