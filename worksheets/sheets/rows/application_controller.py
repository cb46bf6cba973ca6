"""The application controller worksheet."""

from __future__ import annotations

from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.sheets.needs import always, in_production, where
from worksheets.sheets.script_duties import COMMON_DUTIES, START_DUTIES, STOP_DUTIES
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: application controllers"

SHEET = Sheet(
    row=ApplicationController,
    title="Application controllers",
    singular="application controller",
    group=Group.APPLICATIONS,
    order=30,
    lead=(
        "What PowerHA starts and stops: one application controller per row, with its scripts. "
        "It must come up on any node of its group, at any hour, with nobody watching."
    ),
    columns=(
        Column(
            "name",
            "Controller",
            "The name of the application controller: letters, digits and underscores, not "
            "beginning with a digit. It belongs to one resource group.",
            hint="letters, digits, _",
            example="ac_oracle",
            sources=(GUIDE,),
            powerha="application_controller",
        ),
        Column(
            "application",
            "Application",
            "The product and its version, and the part of it that this row is about.",
            example="Oracle 12.1, SID PRD",
            sources=("R1", "M7"),
            needed=in_production,
            width=24,
        ),
        Column(
            "start_script",
            "Start script",
            "Full path, the same on every node that may run it. The script assumes nothing: it "
            "ends with 0 when the application already runs, checks disks and data, and raises "
            "an alert when it cannot start.",
            example="/usr/local/ha/start_oracle",
            sources=("P4", "P6"),
            powerha="STARTSCRIPT",
            needed=always,
            width=28,
        ),
        Column(
            "stop_script",
            "Stop script",
            "Full path, the same on every node. It ends all processes, child processes too, "
            "until the file systems are free, and returns 0; any other return code halts the "
            "takeover.",
            example="/usr/local/ha/stop_oracle",
            sources=("P5", "P6"),
            powerha="STOPSCRIPT",
            needed=always,
            width=28,
        ),
        Column(
            "startup_mode",
            "Startup",
            "Background: PowerHA goes on at once and does not look at the return code, so order "
            "needs a dependency and success needs a monitor. Foreground: it waits for the "
            "script to end.",
            example="background",
            sources=("P8",),
            powerha="STARTUP_MODE",
            needed=always,
            width=12,
        ),
        Column(
            "location",
            "Programs and settings",
            "Where the programs and their settings lie. On shared disks they cannot differ "
            "between nodes; local ones must be kept equal, best by a file collection.",
            hint="where they lie",
            example="on shared disks",
            sources=("P3",),
            needed=always,
            width=20,
        ),
        Column(
            "asks_for_input",
            "Asks for input",
            "Yes if starting or stopping ever waits for a person: a password, a confirmation, a "
            "licence prompt. Such an application cannot be taken over until that is cured.",
            sources=("P1", "D7"),
            needed=always,
            width=6,
        ),
        Column(
            "bound_to",
            "Bound to",
            "Anything of one machine that it depends on: host name, IP address, serial number, "
            "CPU id, licence key. Leave it empty if there is nothing; otherwise say how the "
            "other nodes get it.",
            hint="empty: nothing",
            example="licence key for the serial number",
            sources=("P2",),
            width=34,
        ),
        *START_DUTIES,
        *STOP_DUTIES,
        Column(
            "kills_by_name",
            "Kills by name",
            "Yes if the stop script picks the processes to kill by searching the process list "
            "for a name. That hits whatever has the word in its command line, the monitor "
            "included.",
            hint="in the stop script",
            sources=("D5",),
            needed=always,
            width=6,
        ),
        *COMMON_DUTIES,
        Column(
            "start_time",
            "Start takes",
            "How long a start takes until users are served, measured with recovery of data after "
            "a crash.",
            unit="s",
            example="90",
            sources=("R2", "T2"),
            width=7,
        ),
        Column(
            "stop_time",
            "Stop takes",
            "How long a full stop takes under load, measured. Together with the start it is the "
            "outage at a planned move.",
            unit="s",
            example="60",
            sources=("R2", "T2"),
            width=7,
        ),
        Column(
            "cpu_monitor",
            "CPU monitor",
            "Whether PowerHA watches how much processor time a process of the application takes.",
            hint="CPU usage",
            sources=(GUIDE,),
            powerha="CPU_USAGE_MONITOR",
            width=8,
        ),
        Column(
            "cpu_process",
            "Process watched",
            "Full path of the program whose processor time is watched.",
            hint="CPU usage",
            example="/u01/app/oracle/bin/oracle",
            sources=(GUIDE,),
            powerha="PROCESS_TO_MONITOR_CPU_USAGE",
            needed=where("cpu_monitor", True),
            width=28,
        ),
        Column(
            "cpu_interval",
            "Watched every",
            "How often the processor time is taken, 1 to 120.",
            hint="CPU usage",
            unit="min",
            example="10",
            sources=(GUIDE,),
            powerha="CPU_USAGE_MONITOR_INTERVAL",
            needed=where("cpu_monitor", True),
            width=7,
        ),
    ),
    sources=("P1", "P4", "P5"),
    needed=always,
)
