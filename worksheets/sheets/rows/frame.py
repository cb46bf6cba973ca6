"""The frame worksheet."""

from __future__ import annotations

from worksheets.plan.rows.frame import Frame
from worksheets.sheets.needs import always, in_production
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
            needed=always,
            width=10,
        ),
        Column(
            "rack_unit",
            "Rack unit",
            "The height units it fills, so that the right box is pulled.",
            hint="height units",
            example="U10-U13",
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
            needed=in_production,
            width=12,
        ),
        Column(
            "serial",
            "Serial number",
            "The number on the front of the server. Two frames that turn out to have the same "
            "number are one frame.",
            example="10A2B3C",
            sources=("N4",),
            needed=in_production,
            width=12,
        ),
        Column(
            "hmcs",
            "HMCs",
            "The consoles that manage this frame, by name; two are better than one. Needed "
            "for adding processors or memory at takeover, and for getting in when a node hangs.",
            example="hmc1, hmc2",
            sources=("P10", "N11"),
            needed=in_production,
            width=16,
        ),
        Column(
            "firmware",
            "Firmware",
            "The system firmware level as lsmcode or the HMC shows it. Frames that stand in for "
            "each other run the same one, checked against the AIX level.",
            hint="lsmcode",
            example="FW1050.20",
            sources=("U1", "M7"),
            needed=in_production,
            width=12,
        ),
        Column(
            "processors_installed",
            "Cores installed",
            "How many processor cores are built in, whether they may be used or not.",
            unit="cores",
            example="24",
            sources=("N11", "P10"),
            width=9,
        ),
        Column(
            "processors_active",
            "Cores active",
            "How many cores are activated. Only these, or those for which a key is entered "
            "beforehand, can be given to a partition at takeover.",
            unit="cores",
            example="20",
            sources=("N11", "P10"),
            needed=in_production,
            width=7,
        ),
        Column(
            "memory_installed",
            "Memory installed",
            "How much memory is built in, whether it may be used or not.",
            unit="GiB",
            example="1024",
            sources=("N11", "P10"),
            width=9,
        ),
        Column(
            "memory_active",
            "Memory active",
            "How much memory is activated. A takeover that counts on more than this fails when "
            "it is needed.",
            unit="GiB",
            example="768",
            sources=("N11", "P10"),
            needed=in_production,
            width=7,
        ),
        Column(
            "service_contract",
            "Service contract",
            "Under which contract it is repaired and how soon somebody comes. While one frame is "
            "down the service has no spare.",
            hint="hours, response",
            example="24x7, 4 hours on site",
            sources=("R3", "D2"),
            needed=in_production,
            width=24,
        ),
    ),
    sources=("N3", "N4"),
    needed=always,
)
