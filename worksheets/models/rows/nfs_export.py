from __future__ import annotations

from django.db import models

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.nfs_export import NfsVersion


class NfsExport(WorksheetRow):
    path = models.CharField(max_length=256)
    resource_group = columns.reference("ResourceGroup")
    file_system = columns.reference("FileSystem")
    nfs_version = columns.choice(NfsVersion)
    read_write_hosts = columns.text()
    read_only_hosts = columns.text()
    root_hosts = columns.text()
    options = columns.text()
    domain = columns.text()
    auto_stable_storage = columns.flag()
    stable_storage = columns.text(256)
