from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.hmc import ConsoleKind


class Hmc(WorksheetRow):
    name = columns.name()
    address = columns.text(45)
    kind = columns.choice(ConsoleKind, ConsoleKind.APPLIANCE)
    model = columns.text()
    level = columns.text()
    site = columns.reference("Site")
    sites = columns.references("Site")
    timeout = columns.number(0, 1440)
    retry_count = columns.number(0, 1000)
    retry_delay = columns.number(0, 3600)
    user = columns.text()
    keys_exchanged = columns.flag()
    resolves_nodes = columns.flag()
