from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.interface import ChannelMode, InterfaceKind


class Interface(WorksheetRow):
    name = columns.name()
    node = columns.reference("Node")
    network = columns.reference("Network")
    kind = columns.choice(InterfaceKind, InterfaceKind.PHYSICAL)
    ports = columns.references("Port")
    backup_port = columns.reference("Port")
    mode = columns.choice(ChannelMode)
    adapters = columns.references("SharedEthernetAdapter")
