from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.operation_guide import Topic


class OperationGuide(WorksheetRow):
    name = columns.name()
    topic = columns.choice(Topic)
    resource_groups = columns.references("ResourceGroup")
    procedure = columns.prose()
    location = columns.text()
    duration = columns.number()
    written_by = columns.reference("Administrator")
    last_rehearsed = columns.text(10)
    rehearsed_by = columns.reference("Administrator")
