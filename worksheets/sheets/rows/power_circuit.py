"""The power circuit worksheet."""

from __future__ import annotations

from worksheets.plan.rows.power_circuit import PowerCircuit
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
            width=12,
        ),
        Column(
            "feed",
            "Feed",
            "What stands behind it: transformer, board, phase, generator. Write enough to see "
            "whether two circuits meet further up.",
            example="board A, transformer 1",
            sources=("S2", "R1"),
            width=24,
        ),
        Column(
            "ups",
            "UPS",
            "Yes when a UPS of sufficient size carries on what hangs on this circuit when the "
            "mains fail. Then the failure of the circuit stops nothing.",
            sources=("S2", "R1"),
            width=6,
        ),
    ),
    sources=("S2", "N3"),
)
