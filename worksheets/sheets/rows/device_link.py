"""The worksheet of links between network devices."""

from __future__ import annotations

from worksheets.plan.rows.device_link import DeviceLink
from worksheets.sheets.needs import always, in_production
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=DeviceLink,
    title="Links between devices",
    singular="link between devices",
    group=Group.NETWORK,
    order=15,
    lead=(
        "The cables and lines between switches, routers and sites, on the way from the nodes to "
        "their users. Two links that share a duct or a carrier are one."
    ),
    columns=(
        Column(
            "from_device",
            "From",
            "The device at the one end, the one nearer to the nodes.",
            hint="nearer to the nodes",
            example="sw1",
            sources=("R7",),
            needed=always,
        ),
        Column(
            "from_port",
            "Port there",
            "The port at that end, as the device names it, for whoever traces the link.",
            example="1/0/48",
            sources=("R1", "R7"),
            width=12,
        ),
        Column(
            "to_device",
            "To",
            "The device at the other end, the one nearer to the users.",
            hint="nearer to the users",
            example="rtr1",
            sources=("R7",),
            needed=always,
        ),
        Column(
            "to_port",
            "Port at the other end",
            "The port at the far end, as that device names it.",
            example="Gi0/1",
            sources=("R1", "R7"),
            width=12,
        ),
        Column(
            "cable",
            "Cable label",
            "The number on both ends of the cable or the name of the line; it tells several "
            "links between the same devices apart.",
            hint="or name of the line",
            example="L-0007",
            sources=("R7", "T2"),
            needed=in_production,
        ),
        Column(
            "medium",
            "Medium",
            "What it is made of. Single-mode fibre spans kilometres; a leased line depends on "
            "somebody else's equipment as well.",
            example="singlemode fibre",
            sources=("R7", "R8"),
            needed=in_production,
            width=16,
        ),
        Column(
            "length",
            "Length",
            "How long the link is. Between sites this is more than the distance on the map, and "
            "every kilometre adds five microseconds each way.",
            unit="m",
            example="120",
            sources=("R8", "R7"),
            width=8,
        ),
        Column(
            "speed",
            "Speed",
            "What the link carries. Mirroring between sites and backups share it with the users.",
            unit="Gbit/s",
            example="10",
            sources=("R7", "R8"),
            needed=in_production,
            width=7,
        ),
        Column(
            "route",
            "Way it runs",
            "Ducts, trays and buildings that it passes. Two links are redundant only where their "
            "ways never meet.",
            hint="ducts, buildings",
            example="duct north, building 4",
            sources=("R7", "S4"),
            needed=in_production,
            width=26,
        ),
        Column(
            "carrier",
            "Run by",
            "The carrier or group that repairs it, with the contract number. Two carriers often "
            "rent the same fibre; ask.",
            hint="carrier, contract",
            example="Nordlink, contract 7731",
            sources=("R7", "O4"),
            width=26,
        ),
    ),
    sources=("R7", "S4"),
    needed=in_production,
)
