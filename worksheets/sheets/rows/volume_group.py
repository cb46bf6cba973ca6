"""The shared volume group worksheet."""

from __future__ import annotations

from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=VolumeGroup,
    title="Volume groups",
    singular="volume group",
    group=Group.STORAGE,
    order=50,
    lead=(
        "The shared volume groups that move between nodes. Each belongs to one resource group; "
        "its disks are named on the disk worksheet."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "Its AIX name, free on all nodes that may take it.",
            example="oravg",
            sources=("PowerHA planning guide: shared volume groups",),
            powerha="volume_group",
        ),
        Column(
            "type",
            "Type",
            "Original has narrow limits. Big and scalable ones also remember who owns a raw "
            "logical volume, which otherwise is lost at takeover.",
            example="scalable",
            sources=("D6",),
            powerha="TYPE",
            width=9,
        ),
        Column(
            "concurrent",
            "Enhanced concurrent",
            "Yes: PowerHA can then switch it between nodes without waiting for disk "
            "reservations. Since version 7.1 every shared volume group must be so.",
            sources=("V6", "D1"),
            width=8,
        ),
        Column(
            "quorum",
            "Quorum",
            "With quorum the group goes offline when half of its disks or more are gone, which "
            "for a mirror over two boxes means with either box. Without it, it lives on as "
            "long as one copy does.",
            sources=("S7", "PowerHA planning guide: quorum"),
            powerha="QUORUM_NEEDED",
            width=6,
        ),
        Column(
            "mirror_pools",
            "Mirror pools",
            "How strictly LVM keeps copies in their pools. Super strict lets each pool hold a "
            "whole copy of everything, which mirroring between sites needs.",
            hint="strictness",
            example="super strict",
            sources=("R8", "PowerHA planning guide: cross-site LVM mirroring"),
            powerha="STRICT_MIRROR_POOLS",
            width=12,
        ),
        Column(
            "major_number",
            "Major number",
            "The device number, equal on all nodes. Needed when file systems of the group are "
            "exported by NFS, or clients lose them at takeover; lvlstmajor shows which are free.",
            hint="lvlstmajor",
            example="55",
            sources=("PowerHA planning guide: NFS",),
            powerha="MAJOR_NUMBER",
            width=7,
        ),
        Column(
            "critical",
            "Critical",
            "Yes when a node that loses access to it should give up at once rather than run on "
            "without its data.",
            sources=("N8", "PowerHA planning guide: critical volume groups"),
            powerha="CRITICAL",
            width=6,
        ),
    ),
    sources=("V6", "D6"),
)
