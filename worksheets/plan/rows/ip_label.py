"""An IP label with its address: boot, persistent or service."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Address, HostNames, Name, Netmask, Text, To, Unique
from worksheets.plan.row import Row


class LabelFunction(Choice):
    BOOT = "boot", "boot"
    PERSISTENT = "persistent", "persistent"
    SERVICE = "service", "service"


class IpLabel(Row, frozen=True):
    """A boot label stands on an interface, a persistent one on a node, a service one floats.

    Netmask and prefix (bits) only where they differ from those of the network. `source_ip`:
    what the network's groups send out carries this service address.
    """

    name: Name
    function: LabelFunction = LabelFunction.BOOT
    address: Annotated[Address, Unique()] = ""
    network: Annotated[Text, To("network")] = ""
    node: Annotated[Text, To("node", owner=True)] = ""
    interface: Annotated[Text, To("interface", owner=True)] = ""
    site: Annotated[Text, To("site")] = ""
    netmask: Netmask = ""
    prefix: Annotated[int, Meta(ge=1, le=128)] | None = None
    source_ip: bool | None = None
    aliases: HostNames = ""
    dns_name: HostNames = ""
    users: Text = ""
