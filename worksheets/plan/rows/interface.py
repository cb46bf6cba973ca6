"""A network interface of a node, as PowerHA sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Name, Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.node import Node

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class InterfaceKind(Choice):
    PHYSICAL = "physical", "physical port"
    ETHERCHANNEL = "etherchannel", "EtherChannel"
    VIRTUAL = "virtual", "virtual Ethernet over SEA"


class ChannelMode(Choice):
    STANDARD = "standard", "standard"
    ROUND_ROBIN = "round_robin", "round robin"
    LACP = "8023ad", "IEEE 802.3ad"
    BACKUP = "netif_backup", "network interface backup"


class Interface(Row, frozen=True):
    """`ports` for physical and EtherChannel, `adapters` (SEA) for virtual Ethernet.

    Any one port or adapter that works keeps the interface up.
    """

    name: Name
    node: Annotated[Text, To("node", owner=True)] = ""
    network: Annotated[Text, To("network")] = ""
    kind: InterfaceKind = InterfaceKind.PHYSICAL
    ports: tuple[Annotated[str, To("port")], ...] = ()
    backup_port: Annotated[Text, To("port")] = ""
    mode: ChannelMode | None = None
    adapters: tuple[Annotated[str, To("shared_ethernet_adapter")], ...] = ()

    def title(self, plan: Plan) -> str:
        return f"{plan.title(Node, self.node) if self.node else ''} {self.name}".strip()
