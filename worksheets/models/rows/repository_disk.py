from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.repository_disk import RepositoryState


class RepositoryDisk(WorksheetRow):
    disk = columns.reference("Disk")
    state = columns.choice(RepositoryState, RepositoryState.ACTIVE)
    site = columns.reference("Site")
    backup_order = columns.number(1, 6)
