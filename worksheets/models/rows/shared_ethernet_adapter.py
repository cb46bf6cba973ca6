from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow


class SharedEthernetAdapter(WorksheetRow):
    name = columns.name()
    server = columns.reference("VirtualIoServer")
    ports = columns.references("Port")
    backup_port = columns.reference("Port")
    trunk_priority = columns.number(1, 15)
    vlans = columns.text()
