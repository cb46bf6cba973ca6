from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.network import Distribution, NetworkKind


class Network(WorksheetRow):
    name = columns.name()
    kind = columns.choice(NetworkKind, NetworkKind.ETHER)
    purpose = columns.text()
    vlan = columns.number(1, 4094)
    netmask = columns.text(15)
    prefix = columns.number(1, 128)
    mtu = columns.number(576, 65_535)
    public = columns.flag()
    distribution = columns.choice(Distribution)
    ipsec = columns.flag()
    gateways = columns.references("NetworkDevice")
