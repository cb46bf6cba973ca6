"""The Shared Ethernet Adapter worksheet."""

from __future__ import annotations

from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
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
        ),
        Column(
            "ports",
            "Ports",
            "The real ports that carry its traffic: two or more make an EtherChannel. Take them "
            "from different cards.",
            hint="of this VIOS",
            example="vioA1 ent0, vioA1 ent2",
            sources=("V9",),
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
        ),
        Column(
            "trunk_priority",
            "Trunk priority",
            "Which of the two adapters of a pair bridges first: 1 does, the higher number waits. "
            "Two with the same number on one VLAN make a loop that can bring the network down.",
            hint="1 works first",
            example="1",
            sources=("V7",),
            width=6,
        ),
        Column(
            "vlans",
            "VLANs",
            "The numbers of the VLANs that it bridges. Both adapters of a pair carry the same.",
            hint="numbers",
            example="110, 120",
            sources=("V7",),
            width=12,
        ),
    ),
    sources=("V7", "V9"),
)
