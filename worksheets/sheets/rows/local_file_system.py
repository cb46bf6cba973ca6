"""The local file system worksheet."""

from __future__ import annotations

from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.sheets.needs import always
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: local volume groups"

SHEET = Sheet(
    row=LocalFileSystem,
    title="Local file systems",
    singular="local file system",
    group=Group.STORAGE,
    order=85,
    lead=(
        "The logical volumes of the local groups that matter to the cluster: local programs, "
        "logs, paging and dump space. Those that every AIX system has need no row."
    ),
    columns=(
        Column(
            "name",
            "Logical volume",
            "Its AIX name. It must not be that of a shared logical volume, or importvg renames "
            "one of them.",
            example="paging00",
            sources=(
                GUIDE,
                "PowerHA planning guide: logical volumes",
            ),
            width=14,
        ),
        Column(
            "local_volume_group",
            "Volume group",
            "The local volume group that it is part of, by node and name.",
            example="mhoracle1 rootvg",
            sources=(GUIDE,),
            needed=always,
            width=20,
        ),
        Column(
            "copies",
            "Copies",
            "How often LVM writes it. Paging space with one copy stops the node when its disk "
            "fails.",
            hint="1 to 3",
            example="2",
            sources=("N7", GUIDE),
            width=6,
        ),
        Column(
            "separate_disks",
            "Separate disks",
            "Whether its copies lie on different disks, without which the second copy protects "
            "nothing.",
            sources=("N7", "S7"),
            width=8,
        ),
        Column(
            "mount_point",
            "Mount point",
            "Where it is mounted. Empty for paging space, dump devices and logs; never inside a "
            "shared file system or above one.",
            hint="empty: not mounted",
            example="/var/ha/log",
            sources=("D3", GUIDE),
            width=20,
        ),
        Column(
            "size",
            "Size",
            "How large it is, on every node that may run the same work.",
            unit="GiB",
            example="8",
            sources=(GUIDE,),
            width=7,
        ),
    ),
    sources=(GUIDE,),
)
