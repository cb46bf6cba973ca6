"""The shared disk worksheet."""

from __future__ import annotations

from worksheets.plan.rows.disk import Disk
from worksheets.sheets.needs import always, in_production
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Disk,
    title="Disks",
    singular="disk",
    group=Group.STORAGE,
    order=20,
    lead=(
        "The shared disks (LUNs): data, repository and their spares, one row each however many "
        "nodes see it. rootvg disks belong to the node worksheet."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "A name that is the same for everybody. The hdisk number is not: each node counts "
            "its own, and that is entered with the path.",
            hint="not the hdisk",
            example="data01",
            sources=("S7",),
        ),
        Column(
            "storage_unit",
            "Storage unit",
            "The box that the disk comes from. The copies of a mirror come from two boxes.",
            example="ds8k_1",
            sources=("S7", "R8"),
            needed=always,
        ),
        Column(
            "protection",
            "Protection",
            "How the box guards against a broken drive beneath this disk. Unprotected is "
            "bearable only where LVM mirrors it to another one.",
            hint="inside the box",
            example="RAID 5",
            sources=("S7",),
            needed=always,
            width=20,
        ),
        Column(
            "size",
            "Size",
            "The size of the LUN. Mirrored disks should be equal; a repository disk has at "
            "least 1 GiB.",
            unit="GiB",
            example="200",
            sources=("PowerHA planning guide: shared disks",),
            needed=always,
            width=7,
        ),
        Column(
            "role",
            "Role",
            "What it is for. A tie breaker holds nothing and decides which half of a split "
            "cluster lives on; it is neither a repository disk nor one with data.",
            example="data",
            sources=("PowerHA planning guide: shared disks", "W3"),
            needed=always,
            width=15,
        ),
        Column(
            "pvid",
            "PVID",
            "The identifier that AIX has written on the disk, from lspv. It is the same on all "
            "nodes, and so proves that they mean one disk. Leave it empty until the disk exists.",
            hint="lspv",
            example="00f6f5d0a1b2c3d4",
            sources=("PowerHA planning guide: shared disks",),
            powerha="PHYSICAL_VOLUMES",
            needed=in_production,
            width=18,
        ),
        Column(
            "lun",
            "LUN",
            "The number or serial by which the storage group knows it, so that they map and "
            "zone the right one.",
            hint="storage group's id",
            example="4010400C00000000",
            sources=("PowerHA planning guide: shared disks", "M6"),
            needed=in_production,
            width=18,
        ),
        Column(
            "wwid",
            "WWID",
            "The world wide identifier of the LUN. It is there before the first node sees the "
            "disk, so zoning and later checks can rest on it when there is no PVID yet.",
            hint="of the LUN",
            example="6005076307ffc5c10000000000001000",
            sources=("PowerHA planning guide: shared disks",),
            width=34,
        ),
        Column(
            "udid",
            "UDID",
            "The unique_id that AIX composes, from lsattr. Two hdisks with one UDID on a node "
            "are one disk seen twice, which means that the multipath driver does not know it.",
            hint="unique_id in lsattr",
            example="200B75KAX1110000721079003IBMfcp",
            sources=("PowerHA planning guide: shared disks", "V4"),
            width=34,
        ),
        Column(
            "volume_group",
            "Volume group",
            "The shared volume group that it is a member of. Empty for a repository disk: that "
            "one is never in a volume group of yours.",
            hint="empty: repository",
            example="oravg",
            sources=("S7", "PowerHA planning guide: shared volume groups"),
        ),
        Column(
            "mirror_pool",
            "Mirror pool",
            "A name for the disks that together hold one copy, one pool per site or per box. "
            "Without pools LVM may put both copies of something on the same side.",
            hint="one per copy",
            example="mp_north",
            sources=("R8", "PowerHA planning guide: cross-site LVM mirroring"),
            powerha="mirror_pool",
            width=12,
        ),
    ),
    sources=("S7", "V5"),
    needed=always,
)
