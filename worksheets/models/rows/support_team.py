from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.support_team import LooksAfter


class SupportTeam(WorksheetRow):
    name = columns.name()
    looks_after = columns.choice(LooksAfter)
    members = columns.references("Administrator")
    leader = columns.reference("Administrator")
    duty_hours = columns.text()
    telephone = columns.text()
    reaction_time = columns.number()
    escalation = columns.prose()
    contract = columns.text()
    signs_changes = columns.flag()
