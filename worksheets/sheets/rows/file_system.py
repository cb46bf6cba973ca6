"""The shared file system worksheet."""

from __future__ import annotations

from worksheets.plan.rows.file_system import FileSystem
from worksheets.sheets.needs import always, in_production, where
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: file systems"

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
            sources=("D3", GUIDE),
            powerha="file_system",
            width=24,
        ),
        Column(
            "logical_volume",
            "Logical volume",
            "What it lies on. By this its volume group and its resource group are known.",
            example="oradatalv",
            sources=(GUIDE,),
            powerha="LOGICAL_VOLUME",
            needed=always,
        ),
        Column(
            "type",
            "Type",
            "Enhanced is JFS2, right for everything new. The JFS types are for file systems that "
            "have been there for a long time.",
            example="enhanced (JFS2)",
            sources=(GUIDE,),
            powerha="TYPE",
            needed=in_production,
            width=16,
        ),
        Column(
            "size",
            "Size",
            "The size at the start. What the logical volume has beyond it is room to grow.",
            unit="GiB",
            example="150",
            sources=(GUIDE,),
            powerha="SIZE_PER_UNIT",
            width=7,
        ),
        Column(
            "permissions",
            "Mounted",
            "Whether it is mounted for reading and writing or only for reading.",
            example="read-write",
            sources=(GUIDE,),
            powerha="PERMISSIONS",
            width=11,
        ),
        Column(
            "options",
            "Mount options",
            "Options other than the default, separated by commas; databases often ask for cio "
            "or noatime.",
            hint="empty: default",
            example="rw,noatime",
            sources=(GUIDE,),
            powerha="OPTIONS",
            width=16,
        ),
        Column(
            "block_size",
            "Block size",
            "The unit of allocation. Oracle asks for 512 where its redo logs lie, and for 4096 "
            "elsewhere; it cannot be changed later.",
            example="4096 bytes",
            sources=(GUIDE,),
            powerha="BLOCK_SIZE",
            width=11,
        ),
        Column(
            "inline_log",
            "Log inside",
            "Yes: the log lies in the file system itself, moves with it and needs no volume of "
            "its own. No: it lies on the log volume named beside.",
            hint="JFS2: INLINE",
            sources=(GUIDE,),
            powerha="LV_FOR_LOG",
            needed=in_production,
            width=7,
        ),
        Column(
            "inline_log_size",
            "Size of the log",
            "How large the log inside the file system is. Empty takes 0.4% of its size.",
            hint="log inside only",
            unit="MiB",
            example="64",
            sources=(GUIDE,),
            powerha="INLINE_LOG_SIZE",
            width=7,
        ),
        Column(
            "log_volume",
            "Log volume",
            "The logical volume with its log, when that is not inside. It needs as many copies "
            "as the data, or the mirror is worth nothing.",
            hint="log outside only",
            example="oraloglv",
            sources=("S7", GUIDE),
            needed=where("inline_log", False),
        ),
        Column(
            "attribute_format",
            "Attribute format",
            "The format of extended attributes. Access lists of NFS 4 and encryption need v2.",
            hint="JFS2 only",
            example="v2",
            sources=(GUIDE,),
            powerha="EXT_ATTR_FORMAT",
            width=10,
        ),
        Column(
            "quota",
            "Quota",
            "Whether AIX limits how much users or groups may store. A full quota stops an "
            "application as surely as a full disk.",
            example="none",
            sources=(GUIDE,),
            powerha="QUOTA",
            width=17,
        ),
        Column(
            "efs",
            "EFS",
            "Whether it is an encrypted file system. The keystores must then be on every node "
            "and open without a person.",
            sources=("P1", GUIDE),
            powerha="EFS",
            width=6,
        ),
        Column(
            "accounting",
            "Accounting",
            "Whether AIX accounts for the space that users take. Switched on only where somebody "
            "bills by it.",
            sources=(GUIDE,),
            powerha="DISK_ACCOUNTING",
            width=8,
        ),
        Column(
            "fragment_size",
            "Fragment size",
            "The smallest piece of a JFS file system. Small ones save room for many small files.",
            hint="JFS only",
            example="4096 bytes",
            sources=(GUIDE,),
            powerha="FRAGMENT_SIZE",
            width=11,
        ),
        Column(
            "bytes_per_inode",
            "Bytes per i-node",
            "For how many bytes JFS keeps an i-node: the smaller, the more files fit. It cannot "
            "be changed later.",
            hint="JFS only",
            example="4096",
            sources=(GUIDE,),
            powerha="BYTES_PER_INODE",
            width=9,
        ),
        Column(
            "allocation_group",
            "Allocation group",
            "The size of the regions into which JFS divides the volume.",
            hint="JFS only",
            example="8 MiB",
            sources=(GUIDE,),
            powerha="ALLOC_GROUP_SIZE",
            width=10,
        ),
    ),
    sources=("D3",),
)
