"""The rack worksheet."""

from __future__ import annotations

from worksheets.plan.rows.rack import Rack
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Rack,
    title="Racks",
    singular="rack",
    group=Group.HARDWARE,
    order=30,
    lead=(
        "The cabinets that hold frames, storage and switches. What shares a rack shares its "
        "power, its cooling and its accidents."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The number on the cabinet door, unique over all sites.",
            hint="as on the door",
            example="R12",
            sources=("N3",),
            width=12,
        ),
        Column(
            "site",
            "Site",
            "The place in which the rack stands; by this the site of every node and storage "
            "unit in it is known.",
            example="north",
            sources=("S10", "R8"),
            width=12,
        ),
        Column(
            "circuits",
            "Power circuits",
            "All circuits that reach the rack. They count for everything in it that names no "
            "circuits of its own.",
            hint="that reach the rack",
            example="P1, P2",
            sources=("S2", "N3"),
            width=20,
        ),
    ),
    sources=("N3",),
)
