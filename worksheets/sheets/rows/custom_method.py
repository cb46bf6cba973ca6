"""The worksheet of custom verification and snapshot methods."""

from __future__ import annotations

from worksheets.plan.rows.custom_method import CustomMethod, MethodType
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: custom verification and snapshot methods"

SHEET = Sheet(
    row=CustomMethod,
    title="Custom methods",
    singular="custom method",
    group=Group.EVENTS,
    order=50,
    lead=(
        "Scripts of your own that verification runs to check what PowerHA does not know of, or "
        "that add to what a cluster snapshot keeps."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "What the method is called when somebody chooses it for a verification or a snapshot.",
            hint="letters, digits, _",
            example="chk_listener",
            sources=(GUIDE,),
            powerha="method",
            width=18,
        ),
        Column(
            "type",
            "Type",
            "Whether verification runs it, where not zero means an error, or the snapshot, which "
            "keeps what it prints.",
            example="verification",
            sources=(GUIDE, "D10"),
            powerha="TYPE",
            needed=needs.always,
            width=13,
        ),
        Column(
            "script",
            "Script",
            "The script with its full path, at the same place on every node; it must not change "
            "anything.",
            example="/usr/local/ha/chk_listener",
            sources=(GUIDE,),
            powerha="FILE",
            needed=needs.always,
            width=30,
        ),
        Column(
            "description",
            "Description",
            "What it checks or collects, and what to do when it complains.",
            example="Compares the listener configuration of all nodes.",
            sources=(GUIDE, "DOC4"),
            powerha="DESCRIPTION",
            needed=needs.always,
            width=30,
        ),
        Column(
            "nightly",
            "Nightly",
            "Yes when the automatic verification at night runs it as well, which is where it "
            "finds what crept in.",
            hint="verification only",
            sources=("T6", "D10"),
            needed=needs.where("type", MethodType.VERIFY),
            width=8,
        ),
        Column(
            "file_collection",
            "File collection",
            "The file collection that brings changes of the script to all nodes.",
            example="HA_Scripts",
            sources=("P3", "D10"),
        ),
        Column(
            "maintained_by",
            "Maintained by",
            "Who keeps it in step with what the cluster becomes.",
            example="Omar Khan",
            sources=("S9",),
            width=18,
        ),
    ),
    sources=("D10", "T6"),
)
