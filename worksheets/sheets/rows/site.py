"""The site worksheet."""

from __future__ import annotations

from worksheets.plan.rows.site import Site
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
            width=26,
        ),
        Column(
            "priority",
            "Priority",
            "Which site should go on when the two lose sight of each other and priority "
            "decides: 1 for the preferred one, 2 for the other. Leave it empty with one site.",
            hint="1 or 2",
            example="1",
            sources=("PowerHA planning guide: sites",),
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
            width=8,
        ),
    ),
    sources=("S10", "R8"),
)
