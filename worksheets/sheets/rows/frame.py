"""The frame worksheet."""

from __future__ import annotations

from worksheets.plan.rows.frame import Frame
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Frame,
    title="Frames",
    singular="frame",
    group=Group.HARDWARE,
    order=40,
    lead=(
        "The physical servers in which the partitions live, called managed systems on the HMC. "
        "Production needs at least two."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The name of the managed system as the HMC lists it.",
            hint="as on the HMC",
            example="frameA",
            sources=("N4", "V1"),
        ),
        Column(
            "rack",
            "Rack",
            "The cabinet that the server is built into. Put the frames of one cluster into "
            "different racks.",
            example="R12",
            sources=("N3",),
            width=10,
        ),
        Column(
            "circuits",
            "Power circuits",
            "The circuits its power supplies are plugged into; the server runs while any one of "
            "them does. Leave it empty when it simply uses all circuits of its rack.",
            hint="empty: those of the rack",
            example="P1, P2",
            sources=("S2", "N3"),
            width=20,
        ),
        Column(
            "model",
            "Model",
            "Machine type and model. It tells which levels of firmware and AIX it can run, and "
            "whether two frames can stand in for each other.",
            hint="type-model",
            example="9117-MMD",
            sources=("U1", "R1"),
            width=12,
        ),
        Column(
            "serial",
            "Serial number",
            "The number on the front of the server. Two frames that turn out to have the same "
            "number are one frame.",
            example="10A2B3C",
            sources=("N4",),
            width=12,
        ),
        Column(
            "hmcs",
            "HMCs",
            "The consoles that manage this frame, by name; two are better than one. Needed "
            "for adding processors or memory at takeover, and for getting in when a node hangs.",
            example="hmc1, hmc2",
            sources=("P10", "N11"),
            width=16,
        ),
    ),
    sources=("N3", "N4"),
)
