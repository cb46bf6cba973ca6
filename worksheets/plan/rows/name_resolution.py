"""How one node turns names into addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Addresses, HostNames, Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.node import Node

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class LookupOrder(Choice):
    LOCAL = "local", "/etc/hosts only"
    LOCAL_FIRST = "local_bind", "/etc/hosts, then DNS"
    DNS_FIRST = "bind_local", "DNS, then /etc/hosts"
    DNS = "bind", "DNS only"


class NameResolution(Row, frozen=True):
    """`order` in plain words; `netsvc` and `nsorder` as they stand in the files of the node."""

    node: Annotated[Text, To("node", owner=True)] = ""
    order: LookupOrder | None = None
    netsvc: Text = ""
    nsorder: Text = ""
    servers: Addresses = ""
    domain: HostNames = ""
    search: HostNames = ""
    hosts_keeper: Text = ""

    def title(self, plan: Plan) -> str:
        return plan.title(Node, self.node) if self.node else self.key
