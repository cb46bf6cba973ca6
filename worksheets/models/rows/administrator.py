from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.administrator import PowerhaRole


class Administrator(WorksheetRow):
    name = columns.name()
    role = columns.text()
    contact = columns.text()
    email = columns.text()
    reaction_time = columns.number()
    remote_access = columns.text()
    backup = columns.reference("Administrator")
    operation_guide = columns.text()
    trained = columns.flag()
    last_trained = columns.text(10)
    root_access = columns.flag()
    powerha_role = columns.choice(PowerhaRole)
