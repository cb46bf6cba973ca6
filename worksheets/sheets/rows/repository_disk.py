"""The repository disk worksheet."""

from __future__ import annotations

from worksheets.plan.rows.repository_disk import RepositoryDisk, RepositoryState
from worksheets.sheets.needs import always, when_linked, where
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=RepositoryDisk,
    title="Repository disks",
    singular="repository disk",
    group=Group.STORAGE,
    order=40,
    lead=(
        "The small shared disks where Cluster Aware AIX keeps the cluster configuration, and "
        "which give a heartbeat that is not IP. Name the active one and at least one backup."
    ),
    columns=(
        Column(
            "disk",
            "Disk",
            "A shared disk that all nodes reach and that holds nothing else: at least 512 MiB, "
            "better 1 GiB or more, and at most 460 GiB.",
            hint="holds nothing else",
            example="repos01",
            sources=("W2", "W3", "PowerHA planning guide: repository disk"),
            powerha="REPOSITORIES",
            needed=always,
        ),
        Column(
            "state",
            "State",
            "One disk is active; in a linked cluster one per site. A backup, best from another "
            "storage unit, takes its place when the active one is lost.",
            example="backup",
            sources=("W3", "S7"),
            width=9,
        ),
        Column(
            "backup_order",
            "Backup order",
            "Which backup PowerHA takes first when the active disk is lost. There may be six of "
            "them; put one in another storage unit first.",
            hint="backups only",
            example="1",
            sources=("W3", "S7"),
            needed=where("state", RepositoryState.BACKUP),
            width=7,
        ),
        Column(
            "site",
            "Site",
            "The site whose repository it is. Only in a linked cluster; standard and stretched "
            "clusters have one repository for all.",
            hint="linked only",
            example="north",
            sources=("PowerHA planning guide: cluster types",),
            powerha="SITE",
            needed=when_linked,
            width=12,
        ),
    ),
    sources=("W3",),
    needed=always,
)
