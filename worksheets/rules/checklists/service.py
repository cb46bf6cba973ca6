"""Checklists of a cluster's life: scripts, levels, going live, daily and twice a year."""

from __future__ import annotations

from worksheets.rules.checklists.item import Checklist, Item, entered, tasks, yes

SCRIPTS = Checklist(
    "scripts",
    "Scripts",
    "For the start and stop script of every application, and for every event script, when it is "
    "written and whenever it is changed.",
    (
        Item(
            "already_running",
            "The start script ends with 0 when the application already runs.",
            "P4",
            yes("application_controller.ends_if_running"),
        ),
        Item(
            "environment",
            "The start script checks what it needs: variables, paths, mounted file systems.",
            "P4",
            yes("application_controller.checks_environment"),
        ),
        Item(
            "by_host",
            "Where nodes differ, the start script decides by the name of the host.",
            "P4",
            yes("application_controller.branches_by_host"),
        ),
        Item(
            "data",
            "The start script looks at the state of the data before it uses them.",
            "P4",
            yes("application_controller.checks_data"),
        ),
        Item(
            "prerequisites",
            "The start script makes sure that what the application builds on is running.",
            "P4",
            yes("application_controller.checks_prerequisites"),
        ),
        Item(
            "start_or_alert",
            "The start script starts the application, or raises an alert that somebody sees.",
            "P4",
            yes("application_controller.raises_alerts"),
        ),
        Item(
            "children",
            "The stop script ends every process of the application, its children too.",
            "P5",
            yes("application_controller.ends_children"),
        ),
        Item(
            "free",
            "After the stop script, the file systems can be unmounted.",
            "P5",
            yes("application_controller.frees_file_systems"),
        ),
        Item(
            "forced",
            "The stop script uses force on what does not end by itself.",
            "P5",
            yes("application_controller.forces_leftovers"),
        ),
        Item(
            "zero",
            "The stop script ends with 0 when the application is down.",
            "P5",
            yes("application_controller.returns_zero"),
        ),
        Item(
            "log",
            "Both scripts write each step, with its time, to the log of the cluster.",
            "P6",
            yes("application_controller.logs_verbosely"),
        ),
        Item(
            "documented",
            "Event scripts call only commands that have a man page.",
            "P9",
            yes("application_controller.documented_commands", "custom_event.documented_only"),
        ),
        Item("no_person", "No script waits for somebody to answer.", "P1"),
    ),
)

LEVELS = Checklist(
    "levels",
    "Release notes and compatibility",
    "When levels are chosen, and again before each of them changes.",
    (
        Item("release_notes", "The release notes of the chosen PowerHA level were read.", "W11"),
        Item("aix", "PowerHA supports the AIX level, and the fixes it asks for are in.", "U1"),
        Item(
            "firmware",
            "Firmware of frames, adapters and storage is at a level that works with both.",
            "U1",
            see=entered("frame.firmware", "card.firmware", "storage_unit.firmware"),
        ),
        Item(
            "drivers",
            "The multipath driver and the Virtual I/O Server levels work with both.",
            "U1",
            see=entered("disk_path.driver", "virtual_io_server.level"),
        ),
        Item("application", "The maker of the application certifies it for these levels.", "U1"),
        Item(
            "checked",
            "Who checked each level, when and against which list is written down.",
            "U1",
            entered("software_level.checked", "software_level.evidence"),
        ),
    ),
)

GOING_LIVE = Checklist(
    "going_live",
    "Before going live",
    "Once, before users depend on the cluster; and again after it was rebuilt.",
    (
        Item("verified", "Verification ends clean, in its extended form.", "T1"),
        Item(
            "tested",
            "The test plan was run to its end on this cluster; each test is marked passed.",
            "T1",
            tasks("fallover_test", "last_done", "record"),
        ),
        Item("nodes", "Every node was stopped and started again, and killed once.", "T2"),
        Item("interfaces", "Every interface was taken down and brought back.", "T2"),
        Item(
            "test_tool",
            "The cluster test tool ran through its plan.",
            "T4",
            tasks("test_tool", "last_done"),
        ),
        Item(
            "monitors",
            "Each application monitor was seen to notice that its application was dead.",
            "P7",
            yes("application_monitor.tested"),
        ),
        Item(
            "capacity",
            "Keys for capacity on demand are entered, and names of partition, host and node agree.",
            "P10",
            yes("provisioning.activation_key", "provisioning.names_agree"),
        ),
        Item(
            "consoles",
            "The management consoles can resolve the name of every node.",
            "P10",
            yes("hmc.resolves_nodes"),
        ),
        Item("alert", "An alert sent on trial reached the people on duty.", "O4"),
        Item(
            "guide",
            "The operation guide is written and can be read when the cluster is down.",
            "DOC4",
            entered("operation_guide.written_by", "operation_guide.location"),
        ),
        Item(
            "deputy",
            "The deputy of the administrator has brought the cluster up by the guide alone.",
            "S9",
            entered("operation_guide.rehearsed_by"),
        ),
        Item(
            "requirements",
            "Whoever answers for the service has accepted the outages that remain.",
            "R6",
            entered("requirement.decided_by"),
        ),
        Item("snapshot", "Snapshot and configuration report of this state are stored.", "DOC5"),
    ),
)

DAILY = Checklist(
    "daily",
    "Every day",
    "By whoever is on duty, five minutes.",
    (
        Item(
            "verification",
            "The nightly verification ran; each warning is mended or handed on.",
            "T6",
            see=yes("cluster_options.daily_verification"),
        ),
        Item(
            "logs",
            "The logs of the cluster and the error log of every node were looked at.",
            "T6",
            see=tasks("log_review", "responsible"),
        ),
        Item("state", "All nodes, groups and interfaces are in the state they should be in.", "O2"),
        Item(
            "backup",
            "The backups of last night ended well.",
            "D2",
            see=tasks("data_backup", "record"),
        ),
    ),
)

HALF_YEARLY = Checklist(
    "half_yearly",
    "Twice a year",
    "On dates fixed beforehand, with the users told.",
    (
        Item(
            "fallover",
            "Every application was moved to its other node by a failure, and ran there.",
            "T5",
            see=tasks("fallover_test", "next_due", "responsible"),
        ),
        Item("fallback", "Every application was brought back to its home.", "T5"),
        Item(
            "restore",
            "A backup was restored, and the data were usable.",
            "D2",
            see=tasks("restore_test", "next_due"),
        ),
        Item("trained", "Administrators and deputies practised what they do rarely.", "S9"),
        Item(
            "review",
            "Requirements and risks were read again by those who answer for them.",
            "R6",
            see=tasks("review", "next_due"),
        ),
        Item("levels", "Levels were held against what is current and supported.", "D2"),
    ),
)
