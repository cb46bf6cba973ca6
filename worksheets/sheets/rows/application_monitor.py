"""The application monitor worksheet."""

from __future__ import annotations

from worksheets.plan.rows.application_monitor import ApplicationMonitor, MonitorType
from worksheets.sheets.needs import always, in_production, where
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: application monitors"

SHEET = Sheet(
    row=ApplicationMonitor,
    title="Application monitors",
    singular="application monitor",
    group=Group.APPLICATIONS,
    order=40,
    lead=(
        "How PowerHA learns that an application has died. Give each application a process "
        "monitor, and a custom one that asks it something."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The monitor's name: letters, digits and underscores, not beginning with a digit.",
            hint="letters, digits, _",
            example="mon_oracle",
            sources=(GUIDE,),
            powerha="application_monitor",
            width=20,
        ),
        Column(
            "controllers",
            "Applications",
            "The application controllers that it watches. One without any monitor may be dead "
            "for hours before a user calls.",
            example="ac_oracle",
            sources=("O1", "P7", "S8"),
            powerha="APPLICATIONS",
            needed=always,
            width=18,
        ),
        Column(
            "type",
            "Type",
            "Process notices when a process is gone. Custom runs a script of yours that proves "
            "the application answers, with an empty transaction for instance.",
            example="custom",
            sources=("P7",),
            powerha="TYPE",
            width=8,
        ),
        Column(
            "mode",
            "Mode",
            "Startup checks whether the application is there or has come up; long-running keeps "
            "watching it afterwards. A group that others depend on needs startup or both.",
            example="both",
            sources=(GUIDE, "P8"),
            powerha="MODE",
            needed=always,
            width=12,
        ),
        Column(
            "processes",
            "Processes",
            "The names as ps -el shows them, separated by commas. Shell scripts cannot be "
            "watched in this way; use a custom monitor for them.",
            hint="process type only",
            example="ora_pmon_PRD",
            sources=(GUIDE,),
            powerha="PROCESSES",
            needed=where("type", MonitorType.PROCESS),
            width=20,
        ),
        Column(
            "process_owner",
            "Process owner",
            "The user that the processes run as. The user must exist on every node, best with "
            "the same number.",
            hint="process type only",
            example="oracle",
            sources=(GUIDE,),
            powerha="OWNER",
            needed=where("type", MonitorType.PROCESS),
            width=12,
        ),
        Column(
            "instance_count",
            "Instances",
            "How many processes of that name must run. With several names it must be 1, and "
            "each of them is expected once.",
            hint="process type only",
            example="1",
            sources=(GUIDE,),
            powerha="INSTANCECOUNT",
            needed=where("type", MonitorType.PROCESS),
            width=7,
        ),
        Column(
            "monitor_method",
            "Monitor script",
            "Full path of the script that checks the application; it gets no arguments. It "
            "returns 0 only if the application truly works, and anything else only if it does "
            "not: a false alarm stops a healthy service.",
            hint="custom type only",
            example="/usr/local/ha/check_oracle",
            sources=("P7", GUIDE),
            powerha="MONITORMETHOD",
            needed=where("type", MonitorType.CUSTOM),
            width=28,
        ),
        Column(
            "monitor_interval",
            "Interval",
            "How often the script runs. It is also the longest that one run may take; after "
            "that the script counts as hung.",
            hint="custom type only",
            unit="s",
            example="60",
            sources=(GUIDE,),
            powerha="MONITORINTERVAL",
            needed=where("type", MonitorType.CUSTOM),
            width=7,
        ),
        Column(
            "hung_signal",
            "Hung signal",
            "The signal that ends a hung script. 9, the usual one, cannot be ignored; another "
            "one lets the script tidy up.",
            hint="custom type only",
            example="9",
            sources=(GUIDE,),
            powerha="HUNGSIGNAL",
            width=7,
        ),
        Column(
            "stabilization_interval",
            "Stabilization",
            "How long the application may take to come up before it is judged. Too short, and "
            "PowerHA restarts what was only still starting.",
            unit="s",
            example="120",
            sources=(GUIDE,),
            powerha="STABILIZATION",
            needed=always,
            width=10,
        ),
        Column(
            "restart_count",
            "Restarts",
            "How often PowerHA starts it again on the same node before the action on failure. "
            "0 acts at the first failure.",
            unit="times",
            example="3",
            sources=(GUIDE,),
            powerha="RESTARTCOUNT",
            needed=always,
            width=7,
        ),
        Column(
            "restart_interval",
            "Restart interval",
            "How long it must run well before earlier restarts are forgotten: at least 1.1 x "
            "restarts x (stabilization + interval), the interval counted for custom monitors only. "
            "Less, and it restarts on the same node for ever.",
            unit="s",
            example="600",
            sources=(GUIDE,),
            powerha="RESTARTINTERVAL",
            needed=always,
            width=7,
        ),
        Column(
            "failure_action",
            "Action on failure",
            "What follows when the restarts are used up: fallover moves the group to another "
            "node, notify only tells.",
            example="fallover",
            sources=(GUIDE, "S8"),
            powerha="FAILUREACTION",
            needed=always,
            width=9,
        ),
        Column(
            "notify_method",
            "Notify script",
            "Full path of a script that tells people that it failed. With the action notify it "
            "is all that happens.",
            example="/usr/local/ha/alert",
            sources=("O4",),
            powerha="NOTIFYMETHOD",
            needed=in_production,
            width=24,
        ),
        Column(
            "cleanup_method",
            "Cleanup script",
            "Full path of what clears away the remains before a restart. Empty means the "
            "application's stop script.",
            hint="empty: stop script",
            example="/usr/local/ha/clean_oracle",
            sources=("P5", GUIDE),
            powerha="CLEANUPMETHOD",
            width=28,
        ),
        Column(
            "restart_method",
            "Restart script",
            "Full path of what starts it again on the same node. Empty means the application's "
            "start script.",
            hint="empty: start script",
            example="/usr/local/ha/restart_oracle",
            sources=("P4", GUIDE),
            powerha="RESTARTMETHOD",
            width=28,
        ),
        Column(
            "tested",
            "Tested",
            "Whether somebody has made it raise an alarm, restart and give up, and has seen that "
            "it stays quiet while all is well.",
            sources=("P7", "T2"),
            needed=in_production,
            width=7,
        ),
    ),
    sources=("P7", "O1"),
    needed=in_production,
)
