"""The NFS export worksheet."""

from __future__ import annotations

from worksheets.plan.rows.nfs_export import NfsExport, NfsVersion
from worksheets.sheets.needs import always, where
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: NFS"

SHEET = Sheet(
    row=NfsExport,
    title="NFS exports",
    singular="NFS export",
    group=Group.STORAGE,
    order=90,
    lead=(
        "What resource groups export by NFS. Clients keep their mounts across a takeover only if "
        "the major number, the paths and the service address stay the same."
    ),
    columns=(
        Column(
            "path",
            "Path",
            "The exported directory, in a file system of the group. It is the same on every node.",
            example="/oracle/PRD/data",
            sources=(GUIDE,),
            powerha="EXPORT_FILESYSTEM, EXPORT_FILESYSTEM_V4",
            width=24,
        ),
        Column(
            "resource_group",
            "Resource group",
            "The group that exports it. It also holds a service IP label, by which the clients "
            "mount.",
            example="rg_ora",
            sources=(GUIDE,),
            powerha="resource_group",
            needed=always,
        ),
        Column(
            "file_system",
            "File system",
            "The shared file system that the path lies in, by its mount point.",
            example="/oracle/PRD/data",
            sources=(GUIDE,),
            needed=always,
            width=24,
        ),
        Column(
            "nfs_version",
            "NFS version",
            "Version 4 keeps locks and opens across a takeover, given stable storage and a "
            "domain. Versions 2 and 3 lose locks unless rpc.lockd can recover them.",
            example="NFS 4",
            sources=(GUIDE,),
            needed=always,
            width=14,
        ),
        Column(
            "read_write_hosts",
            "Read-write",
            "Host names that may write, separated by colons as in /etc/exports. All nodes of the "
            "group are among them when they mount the path themselves.",
            hint="hosts, by colons",
            example="app01:app02",
            sources=(GUIDE, "D4"),
            width=22,
        ),
        Column(
            "read_only_hosts",
            "Read-only",
            "Host names that may only read, separated by colons. Whoever is in no list gets what "
            "the options say.",
            hint="hosts, by colons",
            example="report01",
            sources=(GUIDE,),
            width=22,
        ),
        Column(
            "root_hosts",
            "Root access",
            "Host names whose root user stays root. Name only those that really need it, "
            "normally the nodes of the group.",
            hint="hosts, by colons",
            example="mhoracle1:mhoracle2",
            sources=(GUIDE, "D4"),
            width=22,
        ),
        Column(
            "options",
            "Export options",
            "Other options as they stand in /usr/es/sbin/cluster/etc/exports, such as the kind "
            "of security.",
            hint="empty: default",
            example="sec=sys",
            sources=(GUIDE,),
            width=16,
        ),
        Column(
            "domain",
            "NFS domain",
            "The domain in which user names are known, set with chnfsdom: the same on all nodes "
            "and clients, or every file belongs to nobody.",
            hint="version 4 only",
            example="bank.example.com",
            sources=(GUIDE,),
            needed=where("nfs_version", NfsVersion.V4, NfsVersion.BOTH),
            width=18,
        ),
        Column(
            "auto_stable_storage",
            "Storage by PowerHA",
            "Yes: PowerHA chooses the place for stable storage itself (AUTO_SELECT). No: the "
            "path beside says where.",
            hint="version 4 only",
            sources=(GUIDE,),
            needed=where("nfs_version", NfsVersion.V4, NfsVersion.BOTH),
            width=7,
        ),
        Column(
            "stable_storage",
            "Stable storage",
            "Where NFS 4 keeps who holds which lock: a directory in a file system of the same "
            "group, exported to nobody.",
            hint="version 4 only",
            example="/oracle/PRD/nfs4",
            sources=(GUIDE,),
            powerha="STABLE_STORAGE_PATH",
            needed=where("auto_stable_storage", False),
            width=20,
        ),
    ),
    sources=(GUIDE,),
)
