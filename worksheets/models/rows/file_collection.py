from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class FileCollection(WorksheetRow):
    name = columns.name()
    description = columns.prose()
    files = columns.prose()
    sync_with_cluster = columns.flag()
    sync_when_changed = columns.flag()
    check_interval = columns.number()
    maintained_by = columns.reference("Administrator")
