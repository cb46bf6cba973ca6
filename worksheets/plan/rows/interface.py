"""A network interface of a node, as PowerHA sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Address, Name, Text, To
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


class HashMode(Choice):
    DEFAULT = "default", "default (address)"
    SRC_DST_PORT = "src_dst_port", "source and destination port"
    SRC_PORT = "src_port", "source port"
    DST_PORT = "dst_port", "destination port"


class Interface(Row, frozen=True):
    """`ports` for physical and EtherChannel, `adapters` (SEA) for virtual Ethernet.

    Any one port or adapter that works keeps the interface up. `device` is the adapter under it.
    `ping_address`: what an EtherChannel in backup mode asks to learn whether its path works.
    """

    name: Name
    node: Annotated[Text, To("node", owner=True)] = ""
    network: Annotated[Text, To("network")] = ""
    kind: InterfaceKind = InterfaceKind.PHYSICAL
    device: Text = ""
    location: Text = ""
    vlan: Annotated[int, Meta(ge=1, le=4094)] | None = None
    ports: tuple[Annotated[str, To("port")], ...] = ()
    backup_port: Annotated[Text, To("port")] = ""
    mode: ChannelMode | None = None
    hash_mode: HashMode | None = None
    ping_address: Address = ""
    adapters: tuple[Annotated[str, To("shared_ethernet_adapter")], ...] = ()
    virtual_switch: Text = ""
    mtu: Annotated[int, Meta(ge=576, le=65_535)] | None = None

    def title(self, plan: Plan) -> str:
        return f"{plan.title(Node, self.node) if self.node else ''} {self.name}".strip()
