"""One port of an adapter card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.markers import MacAddress, Name, Text, To, Unique, Wwpn
from worksheets.plan.row import Row
from worksheets.plan.rows.card import Card

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class Port(Row, frozen=True):
    """A port by its AIX device name. `attached_to`: the switch at the other end of the cable.

    `speed` in Gbit/s. Ethernet ports have a `mac`, Fibre Channel ports a `wwpn`.
    """

    name: Name
    card: Annotated[Text, To("card", owner=True)] = ""
    attached_to: Annotated[Text, To("network_device")] = ""
    switch_port: Text = ""
    cable: Text = ""
    speed: Annotated[int, Meta(ge=1, le=1000)] | None = None
    location: Text = ""
    mac: Annotated[MacAddress, Unique()] = ""
    wwpn: Annotated[Wwpn, Unique()] = ""

    def title(self, plan: Plan) -> str:
        card = plan.get(Card, self.card)
        return f"{card.owner(plan)} {self.name}".strip() if card else self.name
