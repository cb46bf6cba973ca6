from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class ReplicatedPair(WorksheetRow):
    replication = columns.reference("Replication")
    primary = columns.reference("Disk")
    secondary = columns.reference("Disk")
    relationship = columns.text()
