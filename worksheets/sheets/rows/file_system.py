"""The shared file system worksheet."""

from __future__ import annotations

from worksheets.plan.rows.file_system import FileSystem
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=FileSystem,
    title="File systems",
    singular="file system",
    group=Group.STORAGE,
    order=70,
    lead=(
        "The file systems that come and go with their volume group. Keep them side by side: one "
        "mounted inside another makes every takeover longer."
    ),
    columns=(
        Column(
            "mount_point",
            "Mount point",
            "Where it is mounted, the same on every node; the empty folder must exist on all of "
            "them. AIX must not mount it at start: PowerHA does.",
            example="/oracle/PRD/data",
            sources=("D3", "PowerHA planning guide: file systems"),
            powerha="file_system",
            width=24,
        ),
        Column(
            "logical_volume",
            "Logical volume",
            "What it lies on. By this its volume group and its resource group are known.",
            example="oradatalv",
            sources=("PowerHA planning guide: file systems",),
            powerha="LOGICAL_VOLUME",
        ),
        Column(
            "options",
            "Mount options",
            "Options other than the default, separated by commas; databases often ask for cio "
            "or noatime.",
            hint="empty: default",
            example="rw,noatime",
            sources=("PowerHA planning guide: file systems",),
            powerha="OPTIONS",
            width=16,
        ),
    ),
    sources=("D3",),
)
