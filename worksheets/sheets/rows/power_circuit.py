"""The power circuit worksheet."""

from __future__ import annotations

from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.sheets.needs import always, in_production, where
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=PowerCircuit,
    title="Power circuits",
    singular="power circuit",
    group=Group.HARDWARE,
    order=20,
    lead=(
        "Everything that can go dark on its own: one row per circuit. Nodes and shared storage "
        "need two of them, or an uninterruptible supply behind the one."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The label on the distribution board or on the rack's power strip. Two strips that "
            "hang on one breaker are one circuit.",
            hint="as on the board",
            example="P1",
            sources=("S2",),
            width=12,
        ),
        Column(
            "site",
            "Site",
            "Where the circuit comes from. It is lost together with that place.",
            example="north",
            sources=("S10",),
            needed=always,
            width=12,
        ),
        Column(
            "feed",
            "Feed",
            "What stands behind it: transformer, board, phase, generator. Write enough to see "
            "whether two circuits meet further up.",
            example="board A, transformer 1",
            sources=("S2", "R1"),
            needed=in_production,
            width=24,
        ),
        Column(
            "breaker",
            "Breaker",
            "The breaker and what it is rated for. It is what somebody has to find when a rack "
            "goes dark.",
            hint="number, rating",
            example="F12, 32 A",
            sources=("S2", "R1"),
            width=16,
        ),
        Column(
            "load",
            "Peak load",
            "What the circuit carries at peak, as a share of its rating, if its twin is gone and "
            "it carries everything alone. Above 100 the loss of one circuit trips the other.",
            hint="when carrying alone",
            unit="%",
            example="64",
            sources=("S2", "R3"),
            needed=in_production,
            width=6,
        ),
        Column(
            "ups",
            "UPS",
            "Yes when a UPS of sufficient size carries on what hangs on this circuit when the "
            "mains fail. Then the failure of the circuit stops nothing.",
            sources=("S2", "R1"),
            needed=always,
            width=6,
        ),
        Column(
            "ups_minutes",
            "UPS lasts",
            "How long the UPS carries the full load, as tested, not as sold. It must outlast the "
            "start of the generator, or an orderly shutdown.",
            hint="at full load",
            unit="min",
            example="20",
            sources=("S2", "R1"),
            needed=where("ups", True),
            width=6,
        ),
        Column(
            "generator",
            "Generator",
            "Yes when a generator, regularly tried under load, takes over from the UPS. Without "
            "one a long power failure ends the service when the batteries do.",
            sources=("S2", "R1"),
            needed=in_production,
            width=9,
        ),
    ),
    sources=("S2", "N3"),
    needed=always,
)
