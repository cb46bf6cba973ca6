from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class CustomEvent(WorksheetRow):
    name = columns.name()
    description = columns.prose()
    script = columns.text(256)
    arguments = columns.text()
    log = columns.text(256)
    documented_only = columns.flag()
    file_collection = columns.reference("FileCollection")
    maintained_by = columns.reference("Administrator")
