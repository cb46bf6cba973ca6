"""The logical volume worksheet."""

from __future__ import annotations

from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=LogicalVolume,
    title="Logical volumes",
    singular="logical volume",
    group=Group.STORAGE,
    order=60,
    lead=(
        "How each shared volume group is divided, and how often its data is there. Do not "
        "forget the log volumes: they need as many copies as the data."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "Its AIX name, unique on every node that may have it online; lv00 and the like "
            "collide sooner or later.",
            example="oradatalv",
            sources=("PowerHA planning guide: logical volumes",),
            powerha="logical_volume",
        ),
        Column(
            "volume_group",
            "Volume group",
            "The volume group that it is part of and moves with.",
            example="oravg",
            sources=("PowerHA planning guide: logical volumes",),
            powerha="VOLUME_GROUP",
        ),
        Column(
            "type",
            "Type",
            "jfs2 for file systems, jfs2log for their log, raw for databases that do without a "
            "file system.",
            example="jfs2",
            sources=("D6", "PowerHA planning guide: logical volumes"),
            powerha="TYPE",
            width=8,
        ),
        Column(
            "copies",
            "Copies",
            "How often LVM writes everything: 1 trusts the storage unit, 2 survives the loss of "
            "one, 3 keeps a mirror even then.",
            hint="1 to 3",
            example="2",
            sources=("S7", "R8"),
            powerha="LPART_COPIES",
            width=6,
        ),
        Column(
            "separate_disks",
            "Separate disks",
            "Whether copies must lie on different disks. Two copies on one disk are lost "
            "together; superstrict also keeps each disk to one copy, as mirror pools ask.",
            hint="one copy per disk",
            example="superstrict",
            sources=("S7",),
            powerha="LPARTS_ON_SEPARATE_PVS",
            width=12,
        ),
        Column(
            "size",
            "Size",
            "The usable size, each copy counted once. The disks of the volume group must hold "
            "it as many times as there are copies.",
            unit="GiB",
            example="150",
            sources=("PowerHA planning guide: logical volumes",),
            width=7,
        ),
    ),
    sources=("S7",),
)
