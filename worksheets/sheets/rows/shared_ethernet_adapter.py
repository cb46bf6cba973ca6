"""The Shared Ethernet Adapter worksheet."""

from __future__ import annotations

from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.sheets.needs import always, in_production, when_virtual
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=SharedEthernetAdapter,
    title="Shared Ethernet Adapters",
    singular="Shared Ethernet Adapter",
    group=Group.NETWORK,
    order=30,
    lead=(
        "The bridges (SEA) that lead virtual Ethernet out of a frame. For failover put one on "
        "each of two Virtual I/O Servers. Leave the sheet empty where nodes own their cards."
    ),
    columns=(
        Column(
            "name",
            "Device",
            "The device name of the adapter on its Virtual I/O Server.",
            hint="entN on the VIOS",
            example="ent8",
            sources=("W6", "V7"),
            width=10,
        ),
        Column(
            "server",
            "VIOS",
            "The server that does the bridging. Its partner for failover sits on the other "
            "Virtual I/O Server of the same frame.",
            example="vioA1",
            sources=("V2", "V7"),
            needed=always,
        ),
        Column(
            "ports",
            "Ports",
            "The real ports that carry its traffic: two or more make an EtherChannel. Take them "
            "from different cards.",
            hint="of this VIOS",
            example="vioA1 ent0, vioA1 ent2",
            sources=("V9",),
            needed=always,
            width=24,
        ),
        Column(
            "backup_port",
            "Backup port",
            "The port that steps in when all others are gone. Aggregated ports often must share "
            "a card or a switch, so choose this one on another card and another switch.",
            hint="other card",
            example="vioA1 ent3",
            sources=("V9",),
            needed=in_production,
        ),
        Column(
            "mode",
            "Channel mode",
            "How the ports below share the work. Aggregating modes need the switch to agree and "
            "usually end on one switch or stack.",
            example="IEEE 802.3ad",
            sources=("V9", "W6"),
            needed=in_production,
            width=22,
        ),
        Column(
            "trunks",
            "Trunk adapters",
            "The virtual trunk adapters that it bridges, by device name. All of one adapter have "
            "the same priority.",
            hint="entN on the VIOS",
            example="ent4, ent5",
            sources=("V7",),
            needed=always,
            width=16,
        ),
        Column(
            "virtual_switch",
            "Virtual switch",
            "The virtual switch in the frame that the trunk adapters are on. Both adapters of a "
            "pair are on the same one, for failover.",
            hint="in the frame",
            example="ETHERNET0",
            sources=("V7",),
        ),
        Column(
            "ha_mode",
            "Failover mode",
            "Auto: the lower priority number bridges, the other waits. Sharing: both work, each "
            "for its own trunk adapters. Without either there is no failover.",
            hint="ha_mode",
            example="auto (failover)",
            sources=("V7", "V9"),
            needed=always,
            width=20,
        ),
        Column(
            "trunk_priority",
            "Trunk priority",
            "Which of the two adapters of a pair bridges first: 1 does, the higher number waits. "
            "Two with the same number on one VLAN make a loop that can bring the network down.",
            hint="1 works first",
            example="1",
            sources=("V7",),
            needed=always,
            width=6,
        ),
        Column(
            "default_vlan",
            "Default VLAN",
            "Where packets without a tag go (PVID). Nodes should not use this one, so that every "
            "packet of theirs carries its VLAN.",
            hint="PVID",
            example="1",
            sources=("V7",),
            width=8,
        ),
        Column(
            "vlans",
            "VLANs",
            "The numbers of the VLANs that it bridges. Both adapters of a pair carry the same.",
            hint="numbers",
            example="110, 120",
            sources=("V7",),
            needed=always,
            width=12,
        ),
        Column(
            "control_channel",
            "Control channel",
            "By what the two adapters of a pair hear each other: a virtual adapter on a VLAN of "
            "its own, or the reserved VLAN 4095 that newer levels use by themselves.",
            hint="device, VLAN",
            example="ent9, VLAN 4000",
            sources=("V7",),
            needed=in_production,
            width=18,
        ),
    ),
    sources=("V7", "V9"),
    needed=when_virtual,
)
