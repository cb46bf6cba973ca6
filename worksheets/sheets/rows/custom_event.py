"""The custom event worksheet."""

from __future__ import annotations

from worksheets.plan.rows.custom_event import CustomEvent
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: cluster events"

SHEET = Sheet(
    row=CustomEvent,
    title="Custom events",
    singular="custom event",
    group=Group.EVENTS,
    order=20,
    lead=(
        "Scripts of your own that events of PowerHA run before or after themselves. Each has a "
        "name here, so that several events can use it."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "What cluster events call it: letters, digits and underscores, not beginning with a "
            "digit.",
            hint="letters, digits, _",
            example="ev_save_state",
            sources=(GUIDE,),
            width=20,
        ),
        Column(
            "description",
            "Description",
            "What it does and why PowerHA alone does not do it. Whoever reads hacmp.out at night "
            "will look here.",
            example="Writes the list of open batch jobs to shared disk before the group moves.",
            sources=(GUIDE, "DOC4"),
            needed=needs.always,
            width=30,
        ),
        Column(
            "script",
            "Script",
            "The script with its full path, executable and at the same place on every node.",
            example="/usr/local/ha/ev/save_state",
            sources=(GUIDE, "P9"),
            needed=needs.always,
            width=30,
        ),
        Column(
            "arguments",
            "Reads",
            "What it takes from the arguments of the event and from the environment, such as the "
            "name of the node or of the group.",
            hint="arguments, environment",
            example="$1 node, GROUPNAME",
            sources=(GUIDE,),
            width=20,
        ),
        Column(
            "log",
            "Log",
            "The file it writes to. Best is what goes to standard output, which lands in "
            "hacmp.out beside the event.",
            hint="empty: hacmp.out",
            example="/var/hacmp/log/save_state.log",
            sources=("P6",),
            width=30,
        ),
        Column(
            "documented_only",
            "Documented commands",
            "Yes when it uses only commands that have a manual page. Anything else may change "
            "with the next update.",
            sources=("P9",),
            needed=needs.always,
            width=10,
        ),
        Column(
            "file_collection",
            "File collection",
            "The file collection that keeps the script equal on all nodes.",
            example="HA_Scripts",
            sources=("P3", "D10"),
            needed=needs.in_production,
        ),
        Column(
            "maintained_by",
            "Maintained by",
            "Who changes the script, and tests it again after every update of AIX or PowerHA.",
            example="Anna Berg",
            sources=("S9", "T3"),
            needed=needs.in_production,
            width=18,
        ),
    ),
    sources=(GUIDE, "P9"),
)
