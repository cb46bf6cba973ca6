"""What the scripts of an application controller must do, one column for each duty."""

from __future__ import annotations

from worksheets.sheets.needs import in_production
from worksheets.sheets.sheet import Column

START_DUTIES = (
    Column(
        "ends_if_running",
        "Ends if running",
        "Whether the start script first looks if the application already runs, and then ends "
        "with 0. After an unmanaged stop PowerHA runs it against a live application.",
        hint="start script",
        sources=("P4", "U6"),
        needed=in_production,
        width=8,
    ),
    Column(
        "checks_environment",
        "Checks environment",
        "Whether the start script checks that its disks, file systems and IP labels are "
        "there before it begins.",
        hint="start script",
        sources=("P4",),
        needed=in_production,
        width=11,
    ),
    Column(
        "branches_by_host",
        "Branches by host",
        "Whether the start script knows which node it runs on by the host name, kept in a "
        "variable, wherever nodes need different commands. Yes too if none do.",
        hint="start script",
        sources=("P4",),
        needed=in_production,
        width=8,
    ),
    Column(
        "checks_data",
        "Checks data",
        "Whether the start script takes the data to be in an unknown state: it looks for "
        "what the crash left behind, and recovers.",
        hint="start script",
        sources=("P4",),
        needed=in_production,
        width=6,
    ),
    Column(
        "checks_prerequisites",
        "Checks what it needs",
        "Whether the start script makes sure of the services it rests on, or a dependency "
        "between groups does that for it.",
        hint="start script",
        sources=("P4", "P8"),
        needed=in_production,
        width=6,
    ),
    Column(
        "raises_alerts",
        "Raises alerts",
        "Whether the start script tells the people on duty, by a way that leaves the node, "
        "when it cannot start the application.",
        hint="start script",
        sources=("P4", "O4"),
        needed=in_production,
        width=6,
    ),
)
STOP_DUTIES = (
    Column(
        "ends_children",
        "Ends children",
        "Whether the stop script also ends child processes and all others that hold files on "
        "the shared disks.",
        hint="stop script",
        sources=("P5",),
        needed=in_production,
        width=8,
    ),
    Column(
        "frees_file_systems",
        "Frees file systems",
        "Whether the stop script makes sure, with fuser for instance, that every file system "
        "can be unmounted.",
        hint="stop script",
        sources=("P5",),
        needed=in_production,
        width=7,
    ),
    Column(
        "forces_leftovers",
        "Forces leftovers",
        "Whether the stop script looks if the vendor commands really ended everything, and "
        "ends by force what did not go.",
        hint="stop script",
        sources=("P5",),
        needed=in_production,
        width=9,
    ),
    Column(
        "returns_zero",
        "Returns zero",
        "Whether the stop script returns 0 in every case that the cluster can live with. Any "
        "other code stops cluster processing until a person comes.",
        hint="stop script",
        sources=("P5", "D7"),
        needed=in_production,
        width=8,
    ),
)
COMMON_DUTIES = (
    Column(
        "logs_verbosely",
        "Logs verbosely",
        "Whether both scripts trace what they do, with time and line, to the log of the "
        "cluster. Without it nobody knows the next morning why a takeover hung.",
        hint="hacmp.out",
        sources=("P6",),
        needed=in_production,
        width=9,
    ),
    Column(
        "documented_commands",
        "Documented commands",
        "Whether the scripts use only those PowerHA utilities that have a man page. Others "
        "may change or vanish with any fix.",
        hint="man pages only",
        sources=("P9",),
        needed=in_production,
        width=11,
    ),
)
