from __future__ import annotations

from django.db import models

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.application_file import FileKind, FileLocation


class ApplicationFile(WorksheetRow):
    path = models.CharField(max_length=256)
    application = columns.reference("Application")
    kind = columns.choice(FileKind)
    file_system = columns.reference("FileSystem")
    location = columns.choice(FileLocation)
    shared = columns.flag()
    kept_equal = columns.text()
