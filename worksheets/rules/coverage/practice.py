"""Testing, maintenance and upgrades."""

from __future__ import annotations

from worksheets.rules.coverage.line import line, on, printed, ticked

TESTING = (
    line(
        "T1",
        "The cluster is tested thoroughly after a clean verification and before production.",
        ticked("going_live.verified", "verification clean"),
        ticked("going_live.tested", "test plan run to its end"),
    ),
    line(
        "T2",
        "Each node and each interface is stopped and started again in the tests.",
        ticked("going_live.nodes", "each node"),
        ticked("going_live.interfaces", "each interface"),
        printed("sheet-interface", "all interfaces, to be gone through"),
    ),
    line(
        "T3",
        "After each change the tests are as thorough as before the first day.",
        ticked("after_change.tested", "ticked after every change"),
    ),
    line(
        "T4",
        "The cluster test tool is part of the tests.",
        ticked("going_live.test_tool", "run before going live"),
        on("maintenance_task.kind", "and again, as a task that comes back"),
    ),
    line(
        "T5",
        "Fallover and fallback are tested twice a year.",
        on("maintenance_task.frequency", "how often each test comes back"),
        on("maintenance_task.next_due", "when it is next due"),
        ticked("half_yearly.fallover", "to the other node"),
        ticked("half_yearly.fallback", "and back"),
    ),
    line(
        "T6",
        "Verification runs regularly, its warnings are acted on, logs are looked at every day.",
        on("cluster_options.daily_verification", "whether verification runs by itself"),
        on("maintenance_task.responsible", "who does what comes back"),
        ticked("daily.verification", "warnings of the night"),
        ticked("daily.logs", "logs"),
        ticked("after_change.verified", "and after every change"),
    ),
)

MAINTENANCE = (
    line(
        "M1",
        "A snapshot is taken before any change.",
        ticked("before_change.snapshot", "before the change"),
        ticked("after_change.new_snapshot", "and of what came of it"),
    ),
    line(
        "M2",
        "Before software changes: a mksysb besides, and a second copy of rootvg to boot from.",
        ticked("software_change.system_backup", "mksysb"),
        ticked("software_change.second_copy", "second copy"),
    ),
    line(
        "M3",
        "Fixes are applied and not yet committed.",
        on("software_level.state", "whether a level is applied or committed"),
        ticked("software_change.applied", "when they are put in"),
        ticked("software_change.proved", "committed later, once proved"),
    ),
    line(
        "M4",
        "The configuration report is kept after a change that succeeded.",
        ticked("after_change.report", "stored with the change"),
    ),
    line(
        "M5",
        "There is a test cluster like production, and every change goes there first.",
        ticked("before_change.rehearsed", "made there first"),
        on("cluster_options.environment", "which clusters are for tests"),
    ),
    line(
        "M6",
        "All groups that look after a part of the cluster plan its changes together.",
        on("support_team.signs_changes", "which groups sign"),
        ticked("before_change.all_teams", "signed before each change"),
    ),
    line(
        "M7",
        "All nodes are at exactly one level of AIX, PowerHA and application.",
        on("node.aix_level", "AIX"),
        on("node.powerha_level", "PowerHA"),
        on("software_level", "everything else"),
        ticked("software_change.one_by_one", "node after node"),
        ticked("after_change.equal", "and equal in the end"),
    ),
    line(
        "M8",
        "Thirteen questions are answered for every change, down to the time for backup and "
        "restore.",
        ticked("before_change.necessary", "the first of the thirteen"),
        ticked("before_change.way_back", "the way back"),
        ticked("before_change.time_to_back_up", "time for a full backup"),
        ticked("before_change.time_to_restore", "time for a full restore"),
    ),
    line(
        "M9",
        "An electronic form holds up every change until all have signed; none gets past it.",
        ticked("before_change.form", "ticked before each change"),
    ),
    line(
        "M10",
        "Changes are made through C-SPOC where it can make them.",
        ticked("after_change.c_spoc", "ticked after each change"),
    ),
)

UPGRADING = (
    line(
        "U1",
        "All levels go together: software, firmware, and the application's certificate.",
        on("software_level.checked", "when each level was checked"),
        ticked("levels.aix", "PowerHA and AIX"),
        ticked("levels.firmware", "firmware"),
        ticked("levels.drivers", "drivers and Virtual I/O Servers"),
        ticked("levels.application", "application"),
        ticked("levels.checked", "with the evidence"),
    ),
    line(
        "U2",
        "Before an upgrade there is a backup, and it is known that it can be restored.",
        ticked("before_upgrade.restorable", "restored on trial"),
    ),
    line(
        "U3",
        "The upgrade was rehearsed on the test cluster.",
        ticked("before_upgrade.rehearsed", "ticked before the upgrade"),
    ),
    line(
        "U4",
        "Five things before an upgrade: in sync, snapshot elsewhere, scripts saved, one level, "
        "all committed.",
        ticked("before_upgrade.stable", "stable and in sync"),
        ticked("before_upgrade.snapshot_elsewhere", "snapshot elsewhere"),
        ticked("before_upgrade.scripts_saved", "scripts saved"),
        ticked("before_upgrade.same_level", "one level"),
        ticked("before_upgrade.committed", "all committed"),
    ),
    line(
        "U5",
        "The way is chosen (rolling, without interruption, by snapshot, offline), with its steps "
        "node by node.",
        ticked("before_upgrade.method", "chosen and written down"),
        on("maintenance_task.procedure", "the steps of each task"),
    ),
    line(
        "U6",
        "An unmanaged application is not highly available; its monitor decides what comes next.",
        ticked("before_upgrade.unmanaged", "known to everybody"),
        on("application_monitor.failure_action", "what each monitor does"),
    ),
)
