"""The network interface worksheet."""

from __future__ import annotations

from worksheets.plan.rows.interface import ChannelMode, Interface, InterfaceKind
from worksheets.sheets.needs import always, both, in_production, where
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
            needed=always,
        ),
        Column(
            "network",
            "Network",
            "The PowerHA network it is on. All interfaces of a network must lie in the same "
            "physical network or VLAN, or failures are not detected.",
            example="net_ether_01",
            sources=("W4",),
            powerha="NETWORK",
            needed=always,
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
            "device",
            "Adapter",
            "The AIX adapter beneath the interface: the port itself, the EtherChannel built from "
            "several, or the virtual adapter.",
            hint="entN",
            example="ent6",
            sources=("PowerHA planning guide: network interfaces", "W6"),
            needed=in_production,
            width=10,
        ),
        Column(
            "location",
            "Location code",
            "The location of a virtual adapter as lscfg prints it, with its slot number on the "
            "HMC. That of a real port stands with the port.",
            hint="virtual adapters",
            example="U9105.22A.785C120-V5-C2-T1",
            sources=("R1", "V7"),
            width=28,
        ),
        Column(
            "vlan",
            "VLAN",
            "The VLAN that the adapter is in, when it tags packets itself or is a virtual one. "
            "It must be bridged by every Shared Ethernet Adapter below.",
            hint="number",
            example="110",
            sources=("W4", "V7"),
            needed=where("kind", InterfaceKind.VIRTUAL),
            width=6,
        ),
        Column(
            "ports",
            "Ports",
            "The node's own ports beneath it: one, or the members of the EtherChannel. Empty "
            "for virtual Ethernet.",
            hint="of this node",
            example="mhoracle1 ent0, mhoracle1 ent2",
            sources=("A1", "A3"),
            needed=where("kind", InterfaceKind.PHYSICAL, InterfaceKind.ETHERCHANNEL),
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
            needed=where("kind", InterfaceKind.ETHERCHANNEL),
            width=24,
        ),
        Column(
            "hash_mode",
            "Spread by",
            "By what an aggregating EtherChannel chooses the port for a packet. By ports spreads "
            "many connections between few machines better.",
            hint="hash_mode",
            example="source and destination port",
            sources=("W6", "PowerHA planning guide: network interfaces"),
            width=24,
        ),
        Column(
            "ping_address",
            "Address to ping",
            "For network interface backup: an address outside that must answer, so that a dead "
            "switch behind a live link is noticed too.",
            hint="backup mode only",
            example="10.10.10.1",
            sources=("A2", "W6"),
            needed=both(in_production, where("mode", ChannelMode.BACKUP)),
            width=15,
        ),
        Column(
            "adapters",
            "SEA",
            "The Shared Ethernet Adapters that a virtual interface can leave by, on two Virtual "
            "I/O Servers. A second virtual adapter over the same server adds nothing.",
            hint="virtual only",
            example="vioA1 ent8, vioA2 ent8",
            sources=("V7", "V8"),
            needed=where("kind", InterfaceKind.VIRTUAL),
            width=24,
        ),
        Column(
            "virtual_switch",
            "Virtual switch",
            "The virtual switch that a virtual adapter is on: the one that the trunk adapters of "
            "its Shared Ethernet Adapters are on.",
            hint="virtual only",
            example="ETHERNET0",
            sources=("V7",),
        ),
        Column(
            "mtu",
            "MTU",
            "The largest packet of this interface, only if it differs from the network's; then "
            "say why.",
            hint="if not the network's",
            unit="bytes",
            example="1500",
            sources=("W4",),
            width=7,
        ),
    ),
    sources=("W4", "W6"),
    needed=always,
)
