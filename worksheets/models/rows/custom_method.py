from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.custom_method import MethodType


class CustomMethod(WorksheetRow):
    name = columns.name()
    type = columns.choice(MethodType)
    script = columns.text(256)
    description = columns.prose()
    nightly = columns.flag()
    file_collection = columns.reference("FileCollection")
    maintained_by = columns.reference("Administrator")
