from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.node import RootvgProtection
from worksheets.plan.rows.virtual_io_server import DiskService


class VirtualIoServer(WorksheetRow):
    name = columns.name()
    frame = columns.reference("Frame")
    address = columns.text(45)
    level = columns.text()
    disk_service = columns.choice(DiskService)
    rootvg = columns.choice(RootvgProtection)
    entitlement = columns.number()
    virtual_processors = columns.number()
    memory = columns.number()
