"""The network interface worksheet."""

from __future__ import annotations

from worksheets.plan.rows.interface import Interface
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Interface,
    title="Interfaces",
    singular="interface",
    group=Group.NETWORK,
    order=40,
    lead=(
        "Where a node touches a network: one row per en interface, and what lies beneath it. "
        "Either two interfaces on different cards, or one that itself rests on two."
    ),
    columns=(
        Column(
            "name",
            "Interface",
            "The AIX interface that gets the address, not the port beneath it: en6, say, on "
            "EtherChannel ent6.",
            hint="enN",
            example="en0",
            sources=("PowerHA planning guide: network interfaces",),
            powerha="INTERFACE",
            width=10,
        ),
        Column(
            "node",
            "Node",
            "The node that has the interface. Each node needs one on every network on which its "
            "resource groups have a service address.",
            example="mhoracle1",
            sources=("A1",),
            powerha="NODE",
        ),
        Column(
            "network",
            "Network",
            "The PowerHA network it is on. All interfaces of a network must lie in the same "
            "physical network or VLAN, or failures are not detected.",
            example="net_ether_01",
            sources=("W4",),
            powerha="NETWORK",
        ),
        Column(
            "kind",
            "Kind",
            "Physical: one port of the node. EtherChannel: several ports of the node that act as "
            "one. Virtual: the traffic leaves the frame through Shared Ethernet Adapters.",
            example="EtherChannel",
            sources=("W6", "V7"),
            width=18,
        ),
        Column(
            "ports",
            "Ports",
            "The node's own ports beneath it: one, or the members of the EtherChannel. Empty "
            "for virtual Ethernet.",
            hint="of this node",
            example="mhoracle1 ent0, mhoracle1 ent2",
            sources=("A1", "A3"),
            width=30,
        ),
        Column(
            "backup_port",
            "Backup port",
            "The EtherChannel's backup adapter. It only helps on another card than the ports, "
            "with its cable in another switch.",
            hint="EtherChannel only",
            example="mhoracle1 ent2",
            sources=("A3", "W6"),
        ),
        Column(
            "mode",
            "EtherChannel mode",
            "How the members share the work. Aggregating modes need the switch to agree; network "
            "interface backup keeps one port idle, and is the only mode for virtual adapters.",
            hint="EtherChannel only",
            example="network interface backup",
            sources=("W6", "V7"),
            width=24,
        ),
        Column(
            "adapters",
            "SEA",
            "The Shared Ethernet Adapters that a virtual interface can leave by, on two Virtual "
            "I/O Servers. A second virtual adapter over the same server adds nothing.",
            hint="virtual only",
            example="vioA1 ent8, vioA2 ent8",
            sources=("V7", "V8"),
            width=24,
        ),
    ),
    sources=("W4", "W6"),
)
