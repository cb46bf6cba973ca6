"""The NFS mount worksheet."""

from __future__ import annotations

from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.sheets.needs import always
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: NFS"

SHEET = Sheet(
    row=NfsMount,
    title="NFS mounts",
    singular="NFS mount",
    group=Group.STORAGE,
    order=95,
    lead=(
        "Exported paths that the nodes of the group mount themselves, so that programs find "
        "their files on each node, wherever the group runs."
    ),
    columns=(
        Column(
            "mount_point",
            "Mount point",
            "Where every node of the group mounts it. It must differ from the path that is "
            "exported.",
            example="/mnt/ora",
            sources=(GUIDE,),
            powerha="MOUNT_FILESYSTEM",
            width=20,
        ),
        Column(
            "resource_group",
            "Resource group",
            "The group whose nodes mount it. The mount comes before other groups start, so their "
            "programs find it.",
            example="rg_ora",
            sources=(GUIDE,),
            powerha="resource_group",
            needed=always,
        ),
        Column(
            "export",
            "Export",
            "The exported path. It is mounted from the service address of the group, never from "
            "a node by name.",
            example="/oracle/PRD/data",
            sources=(GUIDE,),
            needed=always,
            width=24,
        ),
        Column(
            "network",
            "Network",
            "The network that the mount goes over. Fast and private is best; empty lets PowerHA "
            "take the first with a service label.",
            hint="empty: the first",
            example="net_ether_01",
            sources=(GUIDE, "W5"),
            powerha="NFS_NETWORK",
        ),
        Column(
            "options",
            "Mount options",
            "Options other than those PowerHA uses. A hard mount waits for the takeover to end, "
            "a soft one gives errors to the program meanwhile.",
            hint="empty: default",
            example="hard,intr,vers=4",
            sources=(GUIDE,),
            width=18,
        ),
    ),
    sources=(GUIDE,),
)
