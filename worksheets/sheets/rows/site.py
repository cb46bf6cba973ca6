"""The site worksheet."""

from __future__ import annotations

from worksheets.plan.rows.site import Site
from worksheets.sheets.needs import always, in_production, with_sites
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Site,
    title="Sites",
    singular="site",
    group=Group.HARDWARE,
    order=10,
    lead=(
        "The places that hold the racks. One place is itself a single point of failure; "
        "PowerHA knows at most two."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "A short name of the place. In a stretched or linked cluster it is also the name of "
            "the PowerHA site.",
            example="north",
            sources=("S10", "PowerHA planning guide: sites"),
            powerha="site",
            width=12,
        ),
        Column(
            "location",
            "Location",
            "Building, room or address, so that somebody can go there at night and two sites "
            "are seen not to share a building.",
            example="Data centre North, hall 2",
            sources=("S10", "R1"),
            needed=always,
            width=26,
        ),
        Column(
            "contact",
            "On-site contact",
            "Who opens the door and does what hands must do there, by day and by night, with a "
            "telephone number. At three in the morning nobody looks it up.",
            hint="doors and hands",
            example="Facility desk, +46 8 000 0110",
            sources=("O4", "S9"),
            needed=in_production,
            width=32,
        ),
        Column(
            "priority",
            "Priority",
            "Which site should go on when the two lose sight of each other and priority "
            "decides: 1 for the preferred one, 2 for the other. Leave it empty with one site.",
            hint="1 or 2",
            example="1",
            sources=("PowerHA planning guide: sites",),
            needed=with_sites,
            width=8,
        ),
        Column(
            "distance_km",
            "Distance",
            "How far it is to the other site along the cable. Up to about 2 km the sites can "
            "share a SAN and mirror by LVM; to about 100 km the storage can replicate; beyond, "
            "GLVM does it over IP.",
            unit="km",
            example="2",
            sources=("R8",),
            needed=with_sites,
            width=8,
        ),
        Column(
            "latency",
            "Latency",
            "How long a packet takes to the other site and back, measured in the busy hour, in "
            "microseconds (1,000 to the millisecond). Synchronous mirroring adds it to every "
            "write.",
            hint="there and back",
            unit="µs",
            example="40",
            sources=("R8", "A5"),
            needed=with_sites,
            width=8,
        ),
        Column(
            "routes",
            "Lines to other site",
            "The lines to the other site, whose they are and which way they run. Two lines in "
            "one duct are cut by one digger.",
            hint="owner and way",
            example="two dark fibres, north and south",
            sources=("R7", "R8"),
            needed=with_sites,
            width=34,
        ),
    ),
    sources=("S10", "R8"),
    needed=always,
)
