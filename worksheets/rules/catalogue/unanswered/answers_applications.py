"""Open questions about applications and their scripts."""

from __future__ import annotations

from worksheets.plan.rows.application import Application
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.rules.questions import Question, ask

ask(
    __name__,
    Question(
        "OPEN-APP",
        ApplicationController,
        (
            ("startup_mode", "Startup mode"),
            ("location", "Place of programs and data"),
            ("asks_for_input", "Whether it asks for input"),
            ("kills_by_name", "Whether its stop script kills by name"),
        ),
        "An application that cannot start unattended on another node is not highly available, "
        "whatever the hardware.",
        ("P1", "P3", "P8", "D5"),
    ),
    Question(
        "OPEN-MONITOR",
        ApplicationMonitor,
        (
            ("mode", "Mode"),
            ("stabilization_interval", "Stabilization interval"),
            ("restart_count", "Restart count"),
            ("failure_action", "Action on failure"),
            ("tested", "Whether it has been tested"),
        ),
        "These say when a monitor gives up restarting and what happens then.",
        ("P7", "O1"),
    ),
    Question(
        "OPEN-DUTIES",
        ApplicationController,
        (
            ("ends_if_running", "Whether the start script ends if it runs already"),
            ("checks_environment", "Whether the start script checks its environment"),
            ("branches_by_host", "Whether the start script branches by host name"),
            ("checks_data", "Whether the start script checks the data"),
            ("checks_prerequisites", "Whether the start script checks what it needs"),
            ("raises_alerts", "Whether the start script raises alerts"),
            ("ends_children", "Whether the stop script ends child processes"),
            ("frees_file_systems", "Whether the stop script frees the file systems"),
            ("forces_leftovers", "Whether the stop script forces what is left"),
            ("returns_zero", "Whether the stop script returns 0"),
            ("logs_verbosely", "Whether the scripts log verbosely"),
            ("documented_commands", "Whether the scripts use documented commands only"),
        ),
        "Most takeovers that fail do so in these two scripts. Each duty is asked once, before "
        "the first takeover asks it.",
        ("P4", "P5", "P6", "P9"),
        everywhere=False,
    ),
    Question(
        "OPEN-SERVICE",
        Application,
        (
            ("owner", "Owner"),
            ("controllers", "Controllers"),
            ("strategy", "Strategy"),
            ("prompts", "Whether it asks for input"),
            ("host_bindings", "What it is bound to"),
            ("licence", "Licences"),
            ("start_procedure", "How it is started"),
            ("stop_procedure", "How it is stopped"),
            ("recovery", "Recovery of data"),
            ("script_maintainer", "Who keeps the scripts"),
        ),
        "Whoever writes the scripts, and whoever stands in for them at night, works from these "
        "answers.",
        ("P1", "P2", "P4", "P5", "R6"),
        everywhere=False,
    ),
    Question(
        "OPEN-COLLECTION",
        FileCollection,
        (
            ("sync_with_cluster", "Whether it is sent when the cluster is synchronised"),
            ("sync_when_changed", "Whether it is sent when a file changes"),
        ),
        "A file collection whose files are never sent keeps nothing equal.",
        ("D10", "P3"),
    ),
)
