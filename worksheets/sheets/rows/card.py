"""The adapter card worksheet."""

from __future__ import annotations

from worksheets.plan.rows.card import Card, CardKind
from worksheets.sheets.needs import both, in_production, unless, where
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
            needed=unless("server"),
        ),
        Column(
            "server",
            "In VIOS",
            "The Virtual I/O Server that owns the card and lends it out. It then serves every "
            "node of that frame that uses this server.",
            hint="or in a node",
            example="vioA1",
            sources=("V9",),
            needed=unless("node"),
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
            needed=in_production,
            width=24,
        ),
        Column(
            "model",
            "Feature",
            "Feature code or card type, so that the spare part fits and the driver's support can "
            "be looked up.",
            hint="feature, CCIN",
            example="EN1A",
            sources=("U1", "N5"),
            needed=in_production,
            width=10,
        ),
        Column(
            "firmware",
            "Microcode",
            "The level of the card's own code as lsmcode prints it. Cards that replace each "
            "other have the same.",
            hint="lsmcode",
            example="00012000020025700009",
            sources=("U1", "M7"),
            width=22,
        ),
        Column(
            "target_mode",
            "Target mode",
            "For Fibre Channel: whether the card can answer as a target, is set to (tme), and "
            "its ports are zoned with those of the other nodes. SAN heartbeat needs all three.",
            hint="Fibre Channel only",
            sources=("W3", "W2"),
            needed=both(in_production, where("kind", CardKind.FIBRE_CHANNEL)),
            width=7,
        ),
    ),
    sources=("A1", "A3"),
    needed=in_production,
)
