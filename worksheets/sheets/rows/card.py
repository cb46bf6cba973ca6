"""The adapter card worksheet."""

from __future__ import annotations

from worksheets.plan.rows.card import Card
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Card,
    title="Cards",
    singular="card",
    group=Group.HARDWARE,
    order=60,
    lead=(
        "Every real network and Fibre Channel card that the cluster leans on. All ports of a "
        "card fail with it, so its spare is always another card."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "A name for the card within its partition, such as its slot. Other partitions may "
            "use the same name.",
            hint="within its owner",
            example="C3",
            sources=("S3", "S6"),
            width=12,
        ),
        Column(
            "node",
            "In node",
            "The node that owns the card. Fill in this or the Virtual I/O Server, never both.",
            hint="or in a VIOS",
            example="mhoracle1",
            sources=("A1", "N6"),
        ),
        Column(
            "server",
            "In VIOS",
            "The Virtual I/O Server that owns the card and lends it out. It then serves every "
            "node of that frame that uses this server.",
            hint="or in a node",
            example="vioA1",
            sources=("V9",),
        ),
        Column(
            "kind",
            "Kind",
            "What it is. Integrated, SR-IOV and built-in Ethernet often sit on one common chip, "
            "and may rule out moving the running partition to another frame.",
            example="Ethernet card",
            sources=("A3", "A4"),
            width=20,
        ),
        Column(
            "slot",
            "Location code",
            "Where it is plugged in, as lscfg prints it, for whoever has to replace it. Codes "
            "that differ only in the last part (T1, T2) are ports of one card.",
            hint="lscfg",
            example="U78AB.001.WZSH5ZY-P1-C3",
            sources=("A3", "N5"),
            width=24,
        ),
    ),
    sources=("A1", "A3"),
)
