"""The port worksheet."""

from __future__ import annotations

from worksheets.plan.rows.port import Port
from worksheets.sheets.needs import always, in_production
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Port,
    title="Ports",
    singular="port",
    group=Group.HARDWARE,
    order=70,
    lead=(
        "The sockets of the cards and the cables in them: one row per port that is used. "
        "Interfaces, Shared Ethernet Adapters and disk paths are built from these."
    ),
    columns=(
        Column(
            "name",
            "Device",
            "The device name of the port in AIX or in the Virtual I/O Server: entN for "
            "Ethernet, fcsN for Fibre Channel.",
            hint="entN, fcsN",
            example="ent0",
            sources=("S3", "S6"),
            width=10,
        ),
        Column(
            "card",
            "Card",
            "The card that the port is on. Two ports of one card do not back each other up.",
            example="mhoracle1 C3",
            sources=("A3",),
            needed=always,
            width=18,
        ),
        Column(
            "attached_to",
            "Cable goes to",
            "The switch, or SAN switch, at the other end of the cable. Ports that are to replace "
            "each other lead to different ones.",
            hint="switch",
            example="sw1",
            sources=("S4", "S6", "R7"),
            needed=always,
        ),
        Column(
            "switch_port",
            "Switch port",
            "The port of the switch that the cable ends in, as its label or its command line "
            "names it.",
            example="1/0/12",
            sources=("R1", "R7"),
            needed=in_production,
            width=12,
        ),
        Column(
            "cable",
            "Cable label",
            "The number on both ends of the cable. Whoever pulls a cable in a test must be sure "
            "of the right one.",
            hint="on both ends",
            example="C-0412",
            sources=("T2", "R1"),
            needed=in_production,
            width=12,
        ),
        Column(
            "speed",
            "Speed",
            "The speed at which the port works with the switch, agreed at both ends.",
            unit="Gbit/s",
            example="25",
            sources=("W4", "R1"),
            width=7,
        ),
        Column(
            "location",
            "Location code",
            "The port's own code as lscfg prints it; it ends in T1, T2 and so on. It tells ports "
            "of one card from ports of two.",
            hint="lscfg",
            example="U78D2.001.WZS01AB-P1-C3-T1",
            sources=("A3",),
            width=28,
        ),
        Column(
            "mac",
            "Hardware address",
            "The address burnt into an Ethernet port. The network group finds the port by it on "
            "the switch.",
            hint="Ethernet",
            example="40:f2:e9:1c:00:a4",
            sources=("R1", "PowerHA planning guide: network interfaces"),
            width=17,
        ),
        Column(
            "wwpn",
            "WWPN",
            "The worldwide name of a Fibre Channel port, for zoning. With NPIV a partition has a "
            "second one, used when it moves.",
            hint="Fibre Channel",
            example="10:00:00:10:9b:1c:00:04",
            sources=("W3", "S6"),
            width=23,
        ),
    ),
    sources=("A1", "S6"),
    needed=in_production,
)
