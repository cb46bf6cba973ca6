from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.interface import ChannelMode
from worksheets.plan.rows.shared_ethernet_adapter import HaMode


class SharedEthernetAdapter(WorksheetRow):
    name = columns.name()
    server = columns.reference("VirtualIoServer")
    ports = columns.references("Port")
    backup_port = columns.reference("Port")
    mode = columns.choice(ChannelMode)
    trunks = columns.text()
    virtual_switch = columns.text()
    ha_mode = columns.choice(HaMode)
    trunk_priority = columns.number(1, 15)
    default_vlan = columns.number(1, 4094)
    vlans = columns.text()
    control_channel = columns.text()
