"""The local volume group worksheet."""

from __future__ import annotations

from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.sheets.needs import always, in_production
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: local volume groups"

SHEET = Sheet(
    row=LocalVolumeGroup,
    title="Local volume groups",
    singular="local volume group",
    group=Group.STORAGE,
    order=80,
    lead=(
        "What stays on its node: rootvg and volume groups for paging, dump or local programs. "
        "Nothing that must survive the node belongs here."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "Its AIX name. rootvg has one row per node; a local group must not have the name of "
            "a shared one.",
            example="rootvg",
            sources=("N7", GUIDE),
            width=12,
        ),
        Column(
            "node",
            "Node",
            "The node that it belongs to and goes down with.",
            example="mhoracle1",
            sources=(GUIDE,),
            needed=always,
        ),
        Column(
            "disks",
            "Disks",
            "Its disks by their hdisk names on that node, and where they come from: internal, "
            "SAN, or which Virtual I/O Server.",
            example="hdisk0, hdisk1",
            sources=("N7", "V3"),
            needed=always,
            width=24,
        ),
        Column(
            "mirrored",
            "Mirrored",
            "Whether LVM keeps a second copy on another disk. For rootvg yes, unless the disk is "
            "a RAID LUN with several paths.",
            sources=("N7", "V3"),
            needed=always,
            width=8,
        ),
        Column(
            "size",
            "Size",
            "The usable size, each copy counted once. A node that takes over needs as much "
            "paging space as the work it takes.",
            unit="GiB",
            example="100",
            sources=(GUIDE, "N10"),
            width=7,
        ),
        Column(
            "purpose",
            "Purpose",
            "What lies there, and why it may be lost with the node or how it is kept equal on "
            "the others.",
            example="AIX and local programs",
            sources=("P3", GUIDE),
            width=26,
        ),
    ),
    sources=("N7", GUIDE),
    needed=in_production,
)
