from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.node import ProcessorMode, RootvgProtection, UsualRole


class Node(WorksheetRow):
    name = columns.name()
    host_name = columns.text()
    partition = columns.text()
    frame = columns.reference("Frame")
    usual_role = columns.choice(UsualRole)
    rootvg = columns.choice(RootvgProtection)
    rootvg_servers = columns.references("VirtualIoServer")
    io_slots_free = columns.number()
    io_slots_needed = columns.number()
    processor_mode = columns.choice(ProcessorMode)
    entitlement = columns.number()
    processors = columns.number()
    processor_limit = columns.number()
    cpu_peak = columns.number(0, 100)
    memory = columns.number()
    memory_limit = columns.number()
    aix_level = columns.text()
    powerha_level = columns.text()
    communication_path = columns.text()
    start_on_boot = columns.flag()
    live_mobility = columns.flag()
    time_source = columns.text()
