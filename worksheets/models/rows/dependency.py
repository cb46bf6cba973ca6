from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.dependency import DependencyKind, LocationPriority


class Dependency(WorksheetRow):
    kind = columns.choice(DependencyKind, DependencyKind.PARENT_CHILD)
    leader = columns.reference("ResourceGroup")
    groups = columns.references("ResourceGroup")
    priority = columns.choice(LocationPriority)
