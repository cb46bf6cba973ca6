from __future__ import annotations

from django.db import models

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class FileSystem(WorksheetRow):
    mount_point = models.CharField(max_length=256)
    logical_volume = columns.reference("LogicalVolume")
    options = columns.text()
