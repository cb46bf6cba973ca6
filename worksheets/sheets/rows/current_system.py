"""The worksheet of today's environment."""

from __future__ import annotations

from worksheets.plan.rows.current_system import CurrentSystem, Fate
from worksheets.sheets.needs import always, in_production, where
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=CurrentSystem,
    title="Today's environment",
    singular="part of today's environment",
    group=Group.NEEDS,
    order=30,
    lead=(
        "What the service runs on today, before anything is changed, and how each part is "
        "protected. Weaknesses that nobody wrote down are carried over."
    ),
    columns=(
        Column(
            "name",
            "What",
            "One thing that the service leans on: a machine, a disk array, a line, a procedure.",
            example="Order database server",
            sources=("R1",),
            width=24,
        ),
        Column(
            "kind",
            "Kind",
            "Which part of the environment it belongs to. A kind without any row was probably "
            "not looked at.",
            example="server or partition",
            sources=("R1",),
            width=22,
        ),
        Column(
            "location",
            "Where",
            "Building, room and rack, or the organisation that runs it.",
            example="Building 12, rack R1",
            sources=("R1",),
            needed=in_production,
            width=24,
        ),
        Column(
            "facts",
            "How it is today",
            "Model, level, size, age, load: what a reader needs in order to judge it.",
            example="8205-E6D of 2013, AIX 7.1, 71% busy at month's end",
            sources=("R1",),
            needed=in_production,
            width=30,
        ),
        Column(
            "protection",
            "Protected by",
            "What already guards it: UPS, mirroring, RAID, a spare, a backup, a contract. Write "
            "none if there is nothing.",
            example="RAID 5; mains only, no UPS",
            sources=("R1", "R3"),
            needed=always,
            width=30,
        ),
        Column(
            "weakness",
            "Weakness",
            "What can go wrong with it and what that stops. Think of failures, of maintenance "
            "and of people.",
            example="both network ports on one card; nobody else knows the restore",
            sources=("R3",),
            needed=in_production,
            width=30,
        ),
        Column(
            "last_failure",
            "Last failure",
            "When it last failed or was restored, and for how long. The past is the best "
            "estimate of a probability there is.",
            hint="when, how long",
            example="June 2025, 3 hours",
            sources=("R3", "R4"),
            width=24,
        ),
        Column(
            "fate",
            "In the new design",
            "What becomes of it. What is kept keeps its weaknesses, unless they are handled.",
            example="replace",
            sources=("R5", "R6"),
            needed=in_production,
            width=16,
        ),
        Column(
            "successor",
            "Replaced by",
            "What takes its place, by the name it has in these worksheets.",
            example="mhoracle1, mhoracle2",
            sources=("R1", "R5"),
            needed=where("fate", Fate.REPLACE),
            width=24,
        ),
    ),
    sources=("R1", "R3"),
    needed=in_production,
)
