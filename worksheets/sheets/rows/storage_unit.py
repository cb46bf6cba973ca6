"""The storage unit worksheet."""

from __future__ import annotations

from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.sheets.needs import always, in_production
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=StorageUnit,
    title="Storage units",
    singular="storage unit",
    group=Group.STORAGE,
    order=10,
    lead=(
        "The disk subsystems that hold the shared disks. However good RAID is inside the box, "
        "the box is one box: two of them, mirrored, also survive its loss."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The name by which the storage group knows the box.",
            example="ds8k_1",
            sources=("S7",),
        ),
        Column(
            "rack",
            "Rack",
            "Where it stands. This also fixes the site of its disks, on which cross-site "
            "mirroring depends.",
            example="R14",
            sources=("N3", "R8"),
            needed=always,
            width=10,
        ),
        Column(
            "circuits",
            "Power circuits",
            "The circuits that feed it. Shared storage needs two as much as the nodes do. "
            "Leave it empty for all those of its rack.",
            hint="empty: those of the rack",
            example="P1, P2",
            sources=("S2",),
            width=20,
        ),
        Column(
            "model",
            "Model",
            "Make and model. It decides which multipath driver is right and whether the box can "
            "replicate to the other site.",
            example="DS8870",
            sources=("R8", "U1"),
            needed=in_production,
        ),
        Column(
            "serial",
            "Serial number",
            "What the vendor and replication know the box by. With it, whoever stands in the "
            "machine room at night pulls the right cable.",
            example="75KAX11",
            sources=("R8", "M6"),
            needed=in_production,
            width=12,
        ),
        Column(
            "firmware",
            "Firmware",
            "The level of its microcode. Multipath driver, AIX and replication each name the "
            "levels that they work with.",
            hint="microcode level",
            example="88.50.184.0",
            sources=("U1", "M7"),
            width=14,
        ),
        Column(
            "management",
            "Managed through",
            "Host name or address of its management console, also the one that replication "
            "commands go to. It must answer while the other site is down.",
            hint="console or agent",
            example="ds8k1-hmc",
            sources=("M6", "PowerHA planning guide: storage replication"),
            powerha="storage_agent",
            width=16,
        ),
    ),
    sources=("S7", "R8"),
    needed=always,
)
