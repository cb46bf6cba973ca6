"""The application worksheet."""

from __future__ import annotations

from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=ApplicationController,
    title="Applications",
    singular="application",
    group=Group.APPLICATIONS,
    order=10,
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
            sources=("PowerHA planning guide: application controllers",),
            powerha="application_controller",
        ),
        Column(
            "application",
            "Application",
            "The product and its version, and the part of it that this row is about.",
            example="Oracle 12.1, SID PRD",
            sources=("R1", "M7"),
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
            width=20,
        ),
        Column(
            "asks_for_input",
            "Asks for input",
            "Yes if starting or stopping ever waits for a person: a password, a confirmation, a "
            "licence prompt. Such an application cannot be taken over until that is cured.",
            sources=("P1", "D7"),
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
        Column(
            "kills_by_name",
            "Kills by name",
            "Yes if the stop script picks the processes to kill by searching the process list "
            "for a name. That hits whatever has the word in its command line, the monitor "
            "included.",
            hint="in the stop script",
            sources=("D5",),
            width=6,
        ),
    ),
    sources=("P1", "P4", "P5"),
)
