"""What a resource group holds, and how each kind of resource is brought online.

These are columns of the resource group worksheet, in the order in which PowerHA acquires.
"""

from __future__ import annotations

from worksheets.sheets import needs
from worksheets.sheets.sheet import Column

RESOURCES = (
    Column(
        "service_labels",
        "Service IP labels",
        "The addresses its users connect to; they move with it. Each belongs to this group "
        "only, and every node of the group has an interface on their networks.",
        example="ora_svc",
        sources=("PowerHA planning guide: service IP labels", "D1"),
        powerha="SERVICE_LABEL",
        width=18,
    ),
    Column(
        "volume_groups",
        "Volume groups",
        "The shared volume groups that it brings online, with all their file systems. Each "
        "is in one resource group, and all nodes of the group reach its disks.",
        example="oravg",
        sources=("PowerHA planning guide: shared volume groups", "V6"),
        powerha="VOLUME_GROUP",
        width=18,
    ),
    Column(
        "concurrent_use",
        "Concurrent use",
        "Yes when several nodes write to its volume groups at the same time, which only an "
        "application made for it survives. There are no file systems then, and the group "
        "starts on all nodes.",
        hint="several nodes write",
        sources=("PowerHA planning guide: concurrent access",),
        width=10,
    ),
    Column(
        "forced_varyon",
        "Forced varyon",
        "Yes to open its volume groups even when too few disks answer for a quorum. Needed "
        "where copies stand in two places and quorum is off; safe only while a whole copy "
        "is surely there.",
        sources=("PowerHA planning guide: forced varyon", "R8"),
        powerha="FORCED_VARYON",
        needed=needs.where("volume_groups"),
        width=8,
    ),
    Column(
        "auto_import",
        "Auto import",
        "Yes to let PowerHA import its volume groups on the other nodes when the cluster is "
        "synchronised. No leaves the import to C-SPOC, where somebody watches it.",
        hint="volume groups",
        sources=("PowerHA planning guide: shared volume groups", "M10"),
        powerha="VG_AUTO_IMPORT",
        width=8,
    ),
    Column(
        "raw_disks",
        "Raw disks",
        "Shared disks that the application uses without a volume group. They must be in no "
        "volume group of this cluster and reached by all nodes of the group.",
        example="raw01",
        sources=("PowerHA planning guide: shared disks", "D6"),
        powerha="DISK",
        width=16,
    ),
    Column(
        "file_systems",
        "File systems",
        "Those that it mounts. Leave it empty for all file systems of its volume groups, "
        "which is safer: a new one is then not forgotten.",
        hint="empty: all",
        example="/oradata",
        sources=("PowerHA planning guide: file systems", "D3"),
        powerha="FILESYSTEM",
        width=20,
    ),
    Column(
        "file_system_check",
        "Consistency check",
        "How file systems are checked before they are mounted. logredo plays back the log "
        "and is quick; fsck reads everything and can take hours on large file systems.",
        example="logredo",
        sources=("PowerHA planning guide: file systems",),
        powerha="FSCHECK_TOOL",
        width=12,
    ),
    Column(
        "file_system_recovery",
        "Recovery method",
        "Whether its file systems are checked and mounted one by one or several at a time. "
        "Nested ones need sequential.",
        hint="of file systems",
        example="parallel",
        sources=("PowerHA planning guide: file systems", "D3"),
        powerha="RECOVERY_METHOD",
        width=12,
    ),
    Column(
        "mount_before_address",
        "Mount before IP",
        "Yes to mount file systems before the service address comes up. A group that exports "
        "over NFS needs it, or clients meet an address with nothing behind it.",
        hint="NFS: yes",
        sources=("PowerHA planning guide: NFS", "X1"),
        powerha="FS_BEFORE_IPADDR",
        width=8,
    ),
    Column(
        "tapes",
        "Tapes",
        "Tape drives that move with the group, each started and stopped by its own scripts.",
        example="rmt0",
        sources=("PowerHA planning guide: tape drives",),
        powerha="SHARED_TAPE_RESOURCES",
        width=16,
    ),
    Column(
        "replications",
        "Replicated resources",
        "The storage replication its disks depend on. PowerHA turns its direction before the "
        "volume groups open at the other site.",
        hint="storage replication",
        example="mm_ora",
        sources=("PowerHA planning guide: storage replication", "R8"),
        powerha="MIRROR_GROUP",
        width=18,
    ),
    Column(
        "controllers",
        "Applications",
        "The application controllers that it starts last and stops first, when disks and "
        "addresses are there.",
        example="ac_oracle",
        sources=("PowerHA planning guide: application controllers", "S8"),
        powerha="APPLICATIONS",
        needed=needs.always,
        width=18,
    ),
    Column(
        "user_defined_resources",
        "Own resources",
        "Resources of types of your own that start and stop with the group, each with its "
        "own scripts.",
        example="lic_server",
        sources=("PowerHA planning guide: user-defined resources",),
        width=16,
    ),
    Column(
        "misc_data",
        "Miscellaneous data",
        "Text that PowerHA passes to event scripts in the environment of the group. Use it "
        "for what your pre- and post-events must know about this group.",
        hint="for event scripts",
        example="TIER=1 SERVICE=erp",
        sources=("PowerHA planning guide: cluster events",),
        powerha="MISC_DATA",
        width=20,
    ),
)
