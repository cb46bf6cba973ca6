from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.ip_label import LabelFunction


class IpLabel(WorksheetRow):
    name = columns.name()
    function = columns.choice(LabelFunction, LabelFunction.BOOT)
    address = columns.text(45)
    network = columns.reference("Network")
    node = columns.reference("Node")
    interface = columns.reference("Interface")
    site = columns.reference("Site")
    netmask = columns.text(15)
    prefix = columns.number(1, 128)
    source_ip = columns.flag()
    aliases = columns.text()
    dns_name = columns.text()
    users = columns.text()
