"""The port worksheet."""

from __future__ import annotations

from worksheets.plan.rows.port import Port
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
        ),
    ),
    sources=("A1", "S6"),
)
