"""Columns of a logical volume that mean something only without a file system on it."""

from __future__ import annotations

from worksheets.sheets.sheet import Column

LOGICAL_VOLUMES = "PowerHA planning guide: logical volumes"

RAW_COLUMNS = (
    Column(
        "serialize_io",
        "Serialized",
        "Whether overlapping requests wait for each other. Databases and file systems do "
        "that themselves; only a program on a raw volume may need it.",
        hint="raw only",
        sources=(LOGICAL_VOLUMES,),
        powerha="SERIALIZE_IO",
        width=8,
    ),
    Column(
        "zero_offset",
        "First block free",
        "Whether the first block of a raw volume is free for data (zero offset). It must be "
        "as the database found it when it was made, on a restored copy too.",
        hint="raw only",
        sources=(LOGICAL_VOLUMES, "D6"),
        powerha="FIRST_BLOCK_AVAILABLE",
        width=8,
    ),
    Column(
        "owner",
        "Owner",
        "The user that owns the raw device. Big and scalable groups keep it across a "
        "takeover, so the number of the user must be the same on all nodes.",
        hint="raw only",
        example="oracle",
        sources=("D6",),
        width=10,
    ),
    Column(
        "group",
        "Group",
        "The user group of the raw device; the same number on all nodes.",
        hint="raw only",
        example="dba",
        sources=("D6",),
        powerha="GROUP",
        width=10,
    ),
    Column(
        "permissions",
        "Permissions",
        "The access rights of the raw device as three octal digits.",
        hint="raw only",
        example="660",
        sources=("D6",),
        powerha="PERMISSIONS",
        width=9,
    ),
)
