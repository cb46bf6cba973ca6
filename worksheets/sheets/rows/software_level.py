"""The software level worksheet."""

from __future__ import annotations

from worksheets.plan.rows.software_level import SoftwareLevel
from worksheets.sheets.needs import always, in_production
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=SoftwareLevel,
    title="Software levels",
    singular="software level",
    group=Group.HARDWARE,
    order=80,
    lead=(
        "One row per node and product beyond AIX and PowerHA themselves: RSCT, drivers, Java, "
        "the application. A difference between two nodes shows up here before a takeover finds "
        "it."
    ),
    columns=(
        Column(
            "node",
            "Node",
            "The node on which it is installed. Enter the product once for every node that may "
            "run what needs it.",
            example="mhoracle1",
            sources=("M7",),
            needed=always,
        ),
        Column(
            "product",
            "Product",
            "What is installed, called the same on every node, so that levels can be compared.",
            example="RSCT",
            sources=("M7", "U1"),
            needed=always,
            width=22,
        ),
        Column(
            "level",
            "Level",
            "Version, release and fix level as lslpp, rpm or the product itself shows it.",
            hint="lslpp -L",
            example="3.2.6.4",
            sources=("M7", "U1"),
            needed=always,
        ),
        Column(
            "fixes",
            "Interim fixes",
            "Labels of the interim fixes (iFixes) on top of the level; emgr -l lists them. They "
            "are easily forgotten on the second node.",
            hint="emgr -l",
            example="IJ45678s2a",
            sources=("M7", "M3"),
            width=18,
        ),
        Column(
            "state",
            "State",
            "Applied fixes can be taken back, committed ones cannot. Keep new fixes applied "
            "until they have proven themselves, and commit before an upgrade.",
            example="applied",
            sources=("M3", "U4"),
            needed=in_production,
            width=12,
        ),
        Column(
            "method",
            "Installed by",
            "How it came onto the node, and so how it would be put there again or taken back.",
            example="NIM",
            sources=("M2", "U5"),
            width=16,
        ),
        Column(
            "source",
            "Source",
            "Where the installation files lie. After a disaster they must be found without this "
            "cluster.",
            hint="server, directory",
            example="nim01:/export/lpp/rsct326",
            sources=("U2", "S9"),
            width=26,
        ),
        Column(
            "checked",
            "Support checked",
            "Whether the vendors support this level together with the others, with the firmware "
            "and with the application.",
            sources=("U1",),
            needed=in_production,
            width=8,
        ),
        Column(
            "evidence",
            "Evidence",
            "Where that stands or who confirmed it, and when: a support matrix, a certification, "
            "a letter.",
            example="FLRT report of 12 May",
            sources=("U1", "W11"),
            width=26,
        ),
    ),
    sources=("M7", "U1"),
    needed=in_production,
)
