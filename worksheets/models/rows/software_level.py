from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.software_level import InstallMethod, InstallState


class SoftwareLevel(WorksheetRow):
    node = columns.reference("Node")
    product = columns.text()
    level = columns.text()
    fixes = columns.text()
    state = columns.choice(InstallState)
    method = columns.choice(InstallMethod)
    source = columns.text()
    checked = columns.flag()
    evidence = columns.text()
