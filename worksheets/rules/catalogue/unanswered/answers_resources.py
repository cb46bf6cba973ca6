"""Open questions about NFS, partitions, tapes and own resources."""

from __future__ import annotations

from worksheets.plan.rows.nfs_export import NfsExport
from worksheets.plan.rows.tape_drive import TapeDrive
from worksheets.plan.rows.user_defined_resource import UserDefinedResource
from worksheets.plan.rows.wpar import Wpar, WparStorage, WparType
from worksheets.rules.catalogue.storage.nfs_version_4 import speaks_4
from worksheets.rules.questions import Question, ask

ask(
    __name__,
    Question(
        "OPEN-NFS-EXPORT",
        NfsExport,
        (("file_system", "The file system"), ("nfs_version", "The NFS version")),
        "Which volume group an export needs, and what else it asks for, hangs on these answers.",
        ("PowerHA planning guide: NFS",),
    ),
    Question(
        "OPEN-NFS-DOMAIN",
        NfsExport,
        (("domain", "The NFS domain"),),
        "Without a common domain every file belongs to nobody in the eyes of NFS 4.",
        ("PowerHA planning guide: NFS",),
        where=speaks_4,
    ),
    Question(
        "OPEN-NFS-STABLE",
        NfsExport,
        (("auto_stable_storage", "Who chooses the stable storage"),),
        "NFS 4 needs a place for its locks that moves with the group.",
        ("PowerHA planning guide: NFS", "STABLE_STORAGE_PATH"),
        where=lambda row: speaks_4(row) and not row.stable_storage,
    ),
    Question(
        "OPEN-WPAR",
        Wpar,
        (
            ("type", "The type"),
            ("storage", "The kind of file systems"),
            ("script_directory", "The script directory"),
            ("reachable_from_global", "Whether the address answers from the node"),
            ("smart_assist", "Whether Smart Assist scripts are used"),
        ),
        "PowerHA supports workload partitions within limits that these answers are compared with.",
        ("X2", "X4", "X7", "X9"),
    ),
    Question(
        "OPEN-WPAR-VERSIONED",
        Wpar,
        (("shared_usr", "Whether it shares /usr"), ("aix_level", "The AIX level inside")),
        "A versioned partition must not share /usr and runs an older AIX than its node.",
        ("X2", "M7"),
        where=lambda row: row.type is WparType.VERSIONED,
    ),
    Question(
        "OPEN-WPAR-NFS",
        Wpar,
        (("nfs_server", "The NFS server"), ("nfs_network", "The network to the NFS server")),
        "Server and network are single points of failure of the partition; unnamed they cannot be "
        "judged.",
        ("X1",),
        where=lambda row: row.storage is WparStorage.NFS,
    ),
    Question(
        "OPEN-TAPE",
        TapeDrive,
        (("ports", "The ports"), ("device_names", "The device names")),
        "Which nodes can take a drive over shows only once the ports are entered.",
        ("S6", "PowerHA planning guide: tape drives"),
    ),
    Question(
        "OPEN-UDR",
        UserDefinedResource,
        (("type", "The resource type"), ("acquired_after", "What it is acquired after")),
        "PowerHA defines a resource by its type, and the type by its place in the order.",
        ("PowerHA planning guide: user-defined resources",),
    ),
    Question(
        "OPEN-UDR-MONITOR",
        UserDefinedResource,
        (
            ("monitor_mode", "The monitor mode"),
            ("monitor_interval", "The monitor interval"),
            ("stabilization_interval", "The stabilization interval"),
            ("restart_count", "The restart count"),
            ("failure_action", "The action on failure"),
        ),
        "These say how soon a failure is noticed and what happens then.",
        ("P7", "PowerHA planning guide: user-defined resources"),
        where=lambda row: bool(row.monitor_method),
    ),
)
