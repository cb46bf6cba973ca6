"""The rack worksheet."""

from __future__ import annotations

from worksheets.plan.rows.rack import Rack
from worksheets.sheets.needs import always, in_production
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
            needed=always,
            width=12,
        ),
        Column(
            "place",
            "Place",
            "Hall, row and position, for whoever is sent there by telephone.",
            hint="hall, row, position",
            example="hall 2, row C, 14",
            sources=("N3", "R1"),
            needed=in_production,
            width=20,
        ),
        Column(
            "fire_section",
            "Fire section",
            "What burns, floods or is switched off together: the section of the building, as the "
            "fire plan names it. Redundant racks stand in different ones where there is a "
            "choice.",
            example="F2",
            sources=("S10", "N3"),
            needed=in_production,
            width=10,
        ),
        Column(
            "circuits",
            "Power circuits",
            "All circuits that reach the rack. They count for everything in it that names no "
            "circuits of its own.",
            hint="that reach the rack",
            example="P1, P2",
            sources=("S2", "N3"),
            needed=always,
            width=20,
        ),
    ),
    sources=("N3",),
    needed=always,
)
