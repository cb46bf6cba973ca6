"""A cluster network, IP or not."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Name, Netmask, Text, To
from worksheets.plan.row import Row


class NetworkKind(Choice):
    ETHER = "ether", "ether"
    XD_DATA = "XD_data", "XD_data"
    XD_IP = "XD_ip", "XD_ip"
    SANCOMM = "sancomm", "sancomm (SAN heartbeat, not IP)"

    @property
    def carries_ip(self) -> bool:
        return self is not NetworkKind.SANCOMM


class Distribution(Choice):
    AC = "AC", "AC (anti-collocation)"
    NOALI = "NOALI", "NOALI (disable first alias)"
    C = "C", "C (collocation)"
    CPL = "CPL", "CPL (collocation with persistent)"
    CS = "CS", "CS (collocation with source)"
    ACPL = "ACPL", "ACPL (anti-collocation with persistent)"
    ACS = "ACS", "ACS (anti-collocation with source)"
    ACPLS = "ACPLS", "ACPLS (anti-collocation with persistent and source)"


class Network(Row, frozen=True):
    """A PowerHA network. Either a netmask (IPv4) or a prefix length (bits), not both.

    The SAN heartbeat is one kind, whether people say sancomm or sfwcomm (its device). Heartbeat
    through the repository disk is no network: the repository disk worksheet stands for it.

    `gateways`: routers that lead to the users; any one of them is enough.
    """

    name: Name
    kind: NetworkKind = NetworkKind.ETHER
    purpose: Text = ""
    vlan: Annotated[int, Meta(ge=1, le=4094)] | None = None
    netmask: Netmask = ""
    prefix: Annotated[int, Meta(ge=1, le=128)] | None = None
    mtu: Annotated[int, Meta(ge=576, le=65_535)] | None = None
    public: bool | None = None
    distribution: Distribution | None = None
    ipsec: bool | None = None
    gateways: tuple[Annotated[str, To("network_device")], ...] = ()
