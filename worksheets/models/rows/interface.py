from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.interface import ChannelMode, HashMode, InterfaceKind


class Interface(WorksheetRow):
    name = columns.name()
    node = columns.reference("Node")
    network = columns.reference("Network")
    kind = columns.choice(InterfaceKind, InterfaceKind.PHYSICAL)
    device = columns.text()
    location = columns.text()
    vlan = columns.number(1, 4094)
    ports = columns.references("Port")
    backup_port = columns.reference("Port")
    mode = columns.choice(ChannelMode)
    hash_mode = columns.choice(HashMode)
    ping_address = columns.text(45)
    adapters = columns.references("SharedEthernetAdapter")
    virtual_switch = columns.text()
    mtu = columns.number(576, 65_535)
