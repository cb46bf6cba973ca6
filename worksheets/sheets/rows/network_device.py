"""The network device worksheet."""

from __future__ import annotations

from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=NetworkDevice,
    title="Network devices",
    singular="network device",
    group=Group.NETWORK,
    order=10,
    lead=(
        "Switches, routers and firewalls between the nodes and their users, and the SAN switches "
        "between the nodes and their disks. Each one on the way counts."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The name that the network or SAN group uses. A stack of switches with one common "
            "brain is one device; enter it once.",
            example="sw1",
            sources=("S4", "R7"),
        ),
        Column(
            "kind",
            "Kind",
            "What it does. Ethernet switches and SAN switches are where port cables end; routers "
            "and firewalls are hops on the way to the users.",
            example="Ethernet switch",
            sources=("R7",),
            width=15,
        ),
        Column(
            "rack",
            "Rack",
            "The cabinet it stands in. A pair of switches in one rack is lost together with it.",
            example="R14",
            sources=("N3", "S4"),
            width=10,
        ),
        Column(
            "circuits",
            "Power circuits",
            "The circuits its power supplies are plugged into; many switches have only one "
            "supply. Empty means all circuits of its rack.",
            hint="empty: those of the rack",
            example="P2",
            sources=("S2",),
            width=20,
        ),
        Column(
            "fabric",
            "Fabric",
            "The SAN fabric or the network layer that it belongs to. Redundant paths run "
            "through two fabrics that share no device.",
            example="fabric A",
            sources=("S6", "R1"),
        ),
    ),
    sources=("R7",),
)
