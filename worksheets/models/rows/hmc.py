from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class Hmc(WorksheetRow):
    name = columns.name()
    address = columns.text()
