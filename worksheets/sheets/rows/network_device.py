"""The network device worksheet."""

from __future__ import annotations

from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.sheets.needs import always, both, in_production, where
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
            needed=always,
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
            needed=where("kind", DeviceKind.SAN_SWITCH),
        ),
        Column(
            "model",
            "Model",
            "Maker and model, so that its limits and known faults can be looked up.",
            example="Nexus 93180YC-FX",
            sources=("U1", "R1"),
            needed=in_production,
            width=20,
        ),
        Column(
            "level",
            "Software level",
            "The level of its operating system or firmware. Devices that back each other up run "
            "the same one, and are updated one after the other.",
            example="10.2(5)M",
            sources=("U1", "D2"),
        ),
        Column(
            "address",
            "Address",
            "The address at which its keepers log in to it.",
            hint="administration",
            example="10.10.40.31",
            sources=("R1", "R7"),
            width=15,
        ),
        Column(
            "fast_ports",
            "Fast node ports",
            "Whether ports to the nodes forward at once after a link comes up, instead of "
            "waiting for the spanning tree. Half a minute of silence looks like a dead network.",
            hint="no spanning tree wait",
            sources=("A5", "W4"),
            needed=both(in_production, where("kind", DeviceKind.SWITCH)),
            width=7,
        ),
        Column(
            "passes_multicast",
            "Passes multicast",
            "Whether it lets multicast through between all nodes. Only heartbeat by multicast "
            "needs that.",
            sources=("PowerHA planning guide: heartbeat",),
            width=9,
        ),
        Column(
            "keeper",
            "Looked after by",
            "The group that runs it, with a way to reach them. They must know which cluster "
            "hangs on it before they restart it.",
            hint="group, contact",
            example="Network group, ext. 2200",
            sources=("M6", "O4"),
            needed=in_production,
            width=26,
        ),
    ),
    sources=("R7",),
    needed=in_production,
)
