"""The logical volume worksheet."""

from __future__ import annotations

from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.sheets.needs import always, in_production, when_planned
from worksheets.sheets.raw_volumes import RAW_COLUMNS
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: logical volumes"

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
            sources=(GUIDE,),
            powerha="logical_volume",
        ),
        Column(
            "volume_group",
            "Volume group",
            "The volume group that it is part of and moves with.",
            example="oravg",
            sources=(GUIDE,),
            powerha="VOLUME_GROUP",
            needed=always,
        ),
        Column(
            "type",
            "Type",
            "jfs2 for file systems, jfs2log for their log, raw for databases that do without a "
            "file system.",
            example="jfs2",
            sources=("D6", GUIDE),
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
            needed=always,
            width=12,
        ),
        Column(
            "first_pool",
            "Pool of copy 1",
            "The mirror pool that holds the first copy: disks of one box or of one site. Copies "
            "in different pools can never be lost together.",
            example="mp_north",
            sources=("R8", "PowerHA planning guide: cross-site LVM mirroring"),
            powerha="FIRST_COPY_MIRROR_POOL",
            width=12,
        ),
        Column(
            "second_pool",
            "Pool of copy 2",
            "The mirror pool that holds the second copy, at the other box or site.",
            example="mp_south",
            sources=("R8", "PowerHA planning guide: cross-site LVM mirroring"),
            powerha="SECOND_COPY_MIRROR_POOL",
            width=12,
        ),
        Column(
            "third_pool",
            "Pool of copy 3",
            "The mirror pool of the third copy, where there is one; it may be beside the first, "
            "never in the same pool.",
            example="mp_spare",
            sources=("R8", "PowerHA planning guide: cross-site LVM mirroring"),
            powerha="THIRD_COPY_MIRROR_POOL",
            width=12,
        ),
        Column(
            "size",
            "Size",
            "The usable size, each copy counted once. The disks of the volume group must hold "
            "it as many times as there are copies.",
            unit="GiB",
            example="150",
            sources=(GUIDE,),
            needed=in_production,
            width=7,
        ),
        Column(
            "max_partitions",
            "Most partitions",
            "How many logical partitions it may grow to. Leave room: raising the limit in the "
            "night of a full file system is one step too many.",
            hint="logical partitions",
            example="4096",
            sources=(GUIDE,),
            powerha="MAX_LPARTS",
            width=10,
        ),
        Column(
            "write_consistency",
            "Write consistency",
            "How the copies are made equal after a crash in mid-write. Active costs time at each "
            "write, passive at the next varyon; off leaves it to a full resynchronisation.",
            hint="mirrored only",
            example="passive",
            sources=("S7", GUIDE),
            powerha="WRITE_CONSISTENCY",
            width=12,
        ),
        Column(
            "scheduling",
            "Scheduling",
            "In which order the copies are written and read. Parallel is fastest; sequential "
            "keeps the second copy intact when power fails in the middle of the first.",
            hint="mirrored only",
            example="parallel",
            sources=(GUIDE,),
            powerha="SCHEDULING_POLICY",
            width=18,
        ),
        Column(
            "disk_range",
            "Spread over",
            "Few disks: a failed one damages fewer volumes. Many disks: more heads work for it, "
            "but each disk lost hits it.",
            hint="without striping",
            example="few disks",
            sources=(GUIDE,),
            powerha="PV_RANGE",
            width=12,
        ),
        Column(
            "region",
            "Region",
            "Where on the disks it lies. It tells something on real spindles only; on LUNs of a "
            "storage unit leave it empty.",
            hint="real spindles only",
            example="outer middle",
            sources=(GUIDE,),
            powerha="POSITION",
            width=13,
        ),
        Column(
            "stripe_size",
            "Stripe size",
            "The piece written to one disk before the next comes, if it is striped. A striped "
            "volume is lost with any one of its disks unless it is mirrored too.",
            hint="empty: not striped",
            example="64 KiB",
            sources=("S7", GUIDE),
            powerha="STRIPE_SIZE",
            width=9,
        ),
        Column(
            "relocate",
            "May be moved",
            "Whether reorganising the volume group may move its partitions to other places on "
            "the disks. Not for striped volumes.",
            sources=(GUIDE,),
            powerha="RELOCATE",
            width=7,
        ),
        Column(
            "bad_blocks",
            "Bad blocks moved",
            "Whether AIX puts a bad block elsewhere. Storage units do that themselves; for them "
            "it is switched off.",
            sources=(GUIDE,),
            powerha="BAD_BLOCK_RELOCATION",
            width=7,
        ),
        Column(
            "verify_writes",
            "Writes verified",
            "Whether each write is read back and compared. Safe and slow, it is of use on plain "
            "disks without a controller that checks.",
            sources=(GUIDE,),
            powerha="VERIFY_WRITES",
            width=8,
        ),
        *RAW_COLUMNS,
        Column(
            "label",
            "Label",
            "The label stored in the volume; for a file system normally its mount point. "
            "importvg rebuilds /etc/filesystems from it on the other nodes.",
            example="/oracle/PRD/data",
            sources=(GUIDE,),
            powerha="LABEL",
            width=20,
        ),
        Column(
            "allocation_map",
            "Allocation map",
            "Full path of a file that names the exact partitions to use. Needed only where the "
            "layout is laid down by hand.",
            hint="empty: AIX chooses",
            example="/usr/local/ha/oradatalv.map",
            sources=(GUIDE,),
            powerha="ALLOCATION_MAP",
            width=28,
        ),
        Column(
            "key_protection",
            "Key kept in",
            "Where an encrypted volume gets its key without a person: a key server that both "
            "nodes reach, or the keystore of the platform.",
            hint="empty: not encrypted",
            example="key server",
            sources=("P1", GUIDE),
            powerha="AUTH_METHOD",
            width=18,
        ),
    ),
    sources=("S7",),
    needed=when_planned(VolumeGroup),
)
