"""The user-defined resource worksheet."""

from __future__ import annotations

from worksheets.plan.rows.user_defined_resource import UserDefinedResource
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: user-defined resources"
MONITORED = needs.where("monitor_method")

SHEET = Sheet(
    row=UserDefinedResource,
    title="User-defined resources",
    singular="user-defined resource",
    group=Group.BEHAVIOUR,
    order=60,
    lead=(
        "Things that must move with a group and that PowerHA has no kind of its own for: a "
        "licence server, a tape library, a device. Your scripts start, stop and watch them."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "What the resource is called: letters, digits and underscores, not beginning with a "
            "digit. Resource groups refer to it.",
            hint="letters, digits, _",
            example="lic_server",
            sources=(GUIDE,),
            powerha="udr",
            width=16,
        ),
        Column(
            "type",
            "Resource type",
            "The type it belongs to. Resources of one type share their scripts and differ in "
            "their attributes only.",
            example="licence",
            sources=(GUIDE,),
            powerha="udr_type",
            needed=needs.always,
        ),
        Column(
            "purpose",
            "Purpose",
            "What it is in plain words, and what goes wrong for the application without it.",
            example="licence manager of the ERP",
            sources=(GUIDE, "R3"),
            width=30,
        ),
        Column(
            "acquired_after",
            "Acquired after",
            "What must be online before it is started. On the way down it goes before them.",
            example="service IP labels",
            sources=(GUIDE,),
            needed=needs.always,
            width=20,
        ),
        Column(
            "attributes",
            "Attributes",
            "What its scripts have to know about this very resource, one name=value on each line.",
            hint="name=value lines",
            example="PORT=27000",
            sources=(GUIDE,),
            width=20,
        ),
        Column(
            "start_method",
            "Start method",
            "The script that brings it online. It returns zero when the resource is there, also "
            "when it was there already.",
            example="/usr/local/ha/lic/start",
            sources=(GUIDE, "P4"),
            needed=needs.always,
            width=26,
        ),
        Column(
            "stop_method",
            "Stop method",
            "The script that takes it offline, by force where needed, and returns zero when it "
            "is gone.",
            example="/usr/local/ha/lic/stop",
            sources=(GUIDE, "P5"),
            needed=needs.always,
            width=26,
        ),
        Column(
            "verification_method",
            "Verification method",
            "The script that verification runs to see whether the resource is set up rightly on "
            "every node.",
            example="/usr/local/ha/lic/verify",
            sources=(GUIDE, "T6"),
            width=26,
        ),
        Column(
            "monitor_method",
            "Monitor method",
            "The script that proves the resource works; not zero means failed. Without one a "
            "dead resource stays unnoticed.",
            example="/usr/local/ha/lic/check",
            sources=(GUIDE, "P7"),
            needed=needs.in_production,
            width=26,
        ),
        Column(
            "monitor_mode",
            "Monitor mode",
            "Startup only, long-running, or both, as for application monitors; PowerHA takes "
            "long-running unless told otherwise.",
            example="long-running",
            sources=(GUIDE,),
            needed=MONITORED,
            width=13,
        ),
        Column(
            "monitor_interval",
            "Monitor interval",
            "How often the monitor method runs; a run that takes longer than this counts as hung.",
            unit="s",
            example="60",
            sources=(GUIDE,),
            needed=MONITORED,
            width=8,
        ),
        Column(
            "hung_signal",
            "Hung signal",
            "The signal that ends a monitor method that hangs; 9 unless the script cleans up on "
            "another.",
            hint="1 to 63",
            example="9",
            sources=(GUIDE,),
            width=7,
        ),
        Column(
            "stabilization_interval",
            "Stabilisation",
            "How long after the start the monitor waits before it judges. Measure a slow start, "
            "do not guess it.",
            unit="s",
            example="15",
            sources=(GUIDE,),
            needed=MONITORED,
            width=10,
        ),
        Column(
            "restart_count",
            "Restart count",
            "How often it is restarted where it is before the failure action follows.",
            hint="attempts",
            example="3",
            sources=(GUIDE,),
            needed=MONITORED,
            width=8,
        ),
        Column(
            "restart_interval",
            "Restart interval",
            "How long it must run well before failed restarts are forgotten: more than all "
            "restarts together can take.",
            unit="s",
            example="300",
            sources=(GUIDE,),
            width=8,
        ),
        Column(
            "failure_action",
            "Failure action",
            "What follows when restarts did not help: tell somebody, or move the whole group.",
            example="fallover",
            sources=(GUIDE, "D7"),
            needed=MONITORED,
            width=10,
        ),
        Column(
            "cleanup_method",
            "Cleanup method",
            "The script that clears away what a failed resource leaves behind, before it is "
            "started again.",
            example="/usr/local/ha/lic/clean",
            sources=(GUIDE,),
            width=26,
        ),
        Column(
            "restart_method",
            "Restart method",
            "The script that starts it again after a failure; mostly the start method.",
            example="/usr/local/ha/lic/start",
            sources=(GUIDE,),
            width=26,
        ),
        Column(
            "notify_method",
            "Notify method",
            "The script that tells people when the resource has failed.",
            example="/usr/local/ha/notify",
            sources=(GUIDE, "O4"),
            width=26,
        ),
    ),
    sources=(GUIDE, "P7"),
)
