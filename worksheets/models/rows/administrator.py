from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class Administrator(WorksheetRow):
    name = columns.name()
    role = columns.text()
    contact = columns.text()
    backup = columns.reference("Administrator")
    operation_guide = columns.text()
    trained = columns.flag()
    root_access = columns.flag()
