"""An adapter card in a node or in a Virtual I/O Server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Name, Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.virtual_io_server import VirtualIoServer

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class CardKind(Choice):
    ETHERNET = "ethernet", "Ethernet card"
    FIBRE_CHANNEL = "fibre_channel", "Fibre Channel card"
    BUILT_IN = "built_in", "built-in Ethernet"
    HEA = "hea", "IVE/HEA (integrated virtual Ethernet)"
    SRIOV = "sriov", "SR-IOV card"


class Card(Row, frozen=True):
    """A card: all its ports fail with it. It sits in a node or in a VIOS, not in both.

    `target_mode`: a Fibre Channel card that can take the SAN heartbeat.
    """

    name: Name
    node: Annotated[Text, To("node", owner=True)] = ""
    server: Annotated[Text, To("virtual_io_server", owner=True)] = ""
    kind: CardKind = CardKind.ETHERNET
    slot: Text = ""
    model: Text = ""
    firmware: Text = ""
    target_mode: bool | None = None

    def owner(self, plan: Plan) -> str:
        """Name of the partition that holds the card, or an empty text."""
        if self.node:
            return plan.title(Node, self.node)
        return plan.title(VirtualIoServer, self.server) if self.server else ""

    def title(self, plan: Plan) -> str:
        return f"{self.owner(plan)} {self.name}".strip()
