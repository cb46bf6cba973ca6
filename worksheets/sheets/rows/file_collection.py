"""The file collection worksheet."""

from __future__ import annotations

from worksheets.plan.rows.file_collection import FileCollection
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: file collections"

SHEET = Sheet(
    row=FileCollection,
    title="File collections",
    singular="file collection",
    group=Group.EVENTS,
    order=40,
    lead=(
        "Files that PowerHA keeps equal on all nodes: scripts, hosts files, configuration. A "
        "takeover with last year's script is a failure that was planned."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "What it is called. PowerHA brings two along: Configuration_Files with the files of "
            "AIX that clusters need, and HACMP_Files with all scripts it knows of.",
            example="HA_Scripts",
            sources=(GUIDE,),
            powerha="file_collection",
            width=20,
        ),
        Column(
            "description",
            "Description",
            "What the files are for and who may change them, and on which node.",
            example="Start, stop and monitor scripts; changed on mhoracle1 only.",
            sources=(GUIDE,),
            powerha="DESCRIPTION",
            width=30,
        ),
        Column(
            "files",
            "Files",
            "Full paths, one on each line. Plain files only: no links, directories, wildcards or "
            "devices, and each file in one collection.",
            hint="one on each line",
            example="/usr/local/ha/start_ora",
            sources=(GUIDE, "P3"),
            powerha="FILES",
            needed=needs.always,
            width=34,
        ),
        Column(
            "sync_with_cluster",
            "With cluster sync",
            "Yes to send the files to all nodes whenever the cluster is verified and synchronised.",
            hint="at verification",
            sources=(GUIDE, "D8"),
            powerha="SYNC_WITH_CLUSTER",
            needed=needs.always,
            width=8,
        ),
        Column(
            "sync_when_changed",
            "When changed",
            "Yes to send a file soon after it changed on any node. Quick, and it spreads a "
            "mistake just as quickly; say in the rationale why.",
            hint="automatically",
            sources=(GUIDE, "D8"),
            powerha="SYNC_WHEN_CHANGED",
            needed=needs.always,
            width=8,
        ),
        Column(
            "check_interval",
            "Check interval",
            "How often PowerHA looks for changed files. There is one interval for the whole "
            "cluster, 10 minutes unless changed, so all collections show the same.",
            unit="min",
            example="10",
            sources=(GUIDE,),
            needed=needs.where("sync_when_changed", True),
            width=8,
        ),
        Column(
            "maintained_by",
            "Maintained by",
            "Who is asked before one of the files changes.",
            example="Anna Berg",
            sources=("S9", "M10"),
            width=18,
        ),
    ),
    sources=("P3", "D10"),
    needed=needs.in_production,
)
