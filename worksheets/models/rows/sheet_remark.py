from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class SheetRemark(WorksheetRow):
    worksheet = columns.text(64)
