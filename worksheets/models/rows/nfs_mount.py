from __future__ import annotations

from django.db import models

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class NfsMount(WorksheetRow):
    mount_point = models.CharField(max_length=256)
    resource_group = columns.reference("ResourceGroup")
    export = columns.reference("NfsExport")
    network = columns.reference("Network")
    options = columns.text()
