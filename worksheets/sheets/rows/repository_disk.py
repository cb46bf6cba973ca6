"""The repository disk worksheet."""

from __future__ import annotations

from worksheets.plan.rows.repository_disk import RepositoryDisk
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
            "site",
            "Site",
            "The site whose repository it is. Only in a linked cluster; standard and stretched "
            "clusters have one repository for all.",
            hint="linked only",
            example="north",
            sources=("PowerHA planning guide: cluster types",),
            powerha="SITE",
            width=12,
        ),
    ),
    sources=("W3",),
)
