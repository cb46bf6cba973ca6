"""The application file worksheet."""

from __future__ import annotations

from worksheets.plan.rows.application_file import ApplicationFile
from worksheets.sheets.needs import always, in_production, where
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: applications"

SHEET = Sheet(
    row=ApplicationFile,
    title="Application files",
    singular="application file",
    group=Group.APPLICATIONS,
    order=20,
    lead=(
        "Where the programs, settings, data and logs of each application lie, and why they are "
        "there on whichever node it runs. Shared disks unless something speaks against it."
    ),
    columns=(
        Column(
            "path",
            "Path",
            "The directory or file, by its full path; the same on all nodes.",
            example="/oracle/PRD/data",
            sources=("P3", GUIDE),
            needed=always,
            width=24,
        ),
        Column(
            "application",
            "Application",
            "The application that the files belong to.",
            example="Payments clearing",
            sources=(GUIDE,),
            needed=always,
            width=20,
        ),
        Column(
            "kind",
            "Holds",
            "What lies there. Programs and settings may be local; data must always be where the "
            "next node finds it.",
            example="data",
            sources=("P3", GUIDE),
            needed=always,
            width=14,
        ),
        Column(
            "file_system",
            "File system",
            "The shared file system that the path lies in, by its mount point. Empty for a local "
            "path.",
            hint="empty: local",
            example="/oracle/PRD/data",
            sources=("P3", GUIDE),
            width=24,
        ),
        Column(
            "location",
            "On",
            "Internal disks go down with their node; external ones can be reached from another.",
            example="external disk",
            sources=(GUIDE,),
            needed=always,
            width=14,
        ),
        Column(
            "shared",
            "Shared",
            "Whether the same copy is there on every node that may run the application. No means "
            "one copy per node.",
            sources=("P3", GUIDE),
            needed=always,
            width=7,
        ),
        Column(
            "kept_equal",
            "Kept equal by",
            "How copies on the nodes stay the same: a file collection, an installation on all "
            "nodes at once, a job. Local files that nobody keeps equal differ at the first "
            "takeover.",
            hint="local copies only",
            example="file collection HA_Scripts",
            sources=("P3", "D10"),
            needed=where("shared", False),
            width=26,
        ),
    ),
    sources=("P3", GUIDE),
    needed=in_production,
)
