"""A switch, router or SAN switch on the way."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Address, Name, Text, To, Unique
from worksheets.plan.row import Row


class DeviceKind(Choice):
    SWITCH = "switch", "Ethernet switch"
    ROUTER = "router", "router"
    FIREWALL = "firewall", "firewall"
    SAN_SWITCH = "san_switch", "SAN switch"


class NetworkDevice(Row, frozen=True):
    """A device between cluster and users or between cluster and storage.

    `fast_ports`: ports to the nodes forward at once, without waiting for the spanning tree.
    """

    name: Name
    kind: DeviceKind = DeviceKind.SWITCH
    rack: Annotated[Text, To("rack")] = ""
    circuits: tuple[Annotated[str, To("power_circuit")], ...] = ()
    fabric: Text = ""
    model: Text = ""
    level: Text = ""
    address: Annotated[Address, Unique()] = ""
    fast_ports: bool | None = None
    passes_multicast: bool | None = None
    keeper: Text = ""
