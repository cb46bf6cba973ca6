from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.replication import RecoveryAction, ReplicationMethod, ReplicationMode


class Replication(WorksheetRow):
    name = columns.name()
    method = columns.choice(ReplicationMethod)
    mode = columns.choice(ReplicationMode)
    relationship = columns.text()
    primary = columns.reference("StorageUnit")
    secondary = columns.reference("StorageUnit")
    recovery_action = columns.choice(RecoveryAction)
    lag = columns.number()
    links = columns.text()
    agent = columns.text()
    takeover_conditions = columns.prose()
