"""Examples: maintenance tasks, settings of the cluster, live moves."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, edit_all, emptied, sound, two_sites
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.cluster_options import (
    ClusterOptions,
    MobilityPolicy,
    PvmWatchdog,
    RepositoryMode,
    SiteFailureAction,
    TemporaryHostname,
)
from worksheets.plan.rows.maintenance_task import Frequency, MaintenanceTask
from worksheets.plan.rows.node import Node

SOUND = sound()
MOVING = edit(SOUND, Node, "n1", live_mobility=True)
FIXED = edit_all(SOUND, Node, live_mobility=False)


def task(kind: str, /, **cells: Any) -> Plan:
    return edit(SOUND, MaintenanceTask, f"m_{kind}", **cells)


def options(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, ClusterOptions, "cluster", **cells)


def _seldom(kind: str, now: Frequency, enough: Frequency, says: str) -> Case:
    return Case(
        task(kind, frequency=now),
        task(kind, frequency=enough),
        f"maintenance_task/m_{kind}/frequency",
        f"{kind} is done {now.label}; {says} is asked for",
    )


def _gap(due: str) -> Plan:
    return task(
        "fallover_test", frequency=Frequency.HALF_YEARLY, last_done="2026-01-01", next_due=due
    )


def _renamed(host: bool, policy: TemporaryHostname) -> Plan:
    plan = edit(SOUND, ApplicationController, "app", branches_by_host=host)
    return options(plan, temp_hostname=policy)


ALONE = {"backup": "", "operation_guide": "part 2"}
UNWATCHED = emptied(SOUND, ApplicationMonitor)
MANUAL = SiteFailureAction.NOTIFY

CASES = {
    "TASK-NONE": Case(
        emptied(SOUND, MaintenanceTask),
        SOUND,
        "maintenance_task",
        "Neither fallover tests nor backups nor reviews",
    ),
    "TASK-FALLOVER": _seldom(
        "fallover_test", Frequency.YEARLY, Frequency.HALF_YEARLY, "at least twice a year"
    ),
    "TASK-LOGS": _seldom("log_review", Frequency.WEEKLY, Frequency.DAILY, "daily"),
    "TASK-VERIFICATION": _seldom(
        "verification", Frequency.QUARTERLY, Frequency.MONTHLY, "at each change or at least monthly"
    ),
    "TASK-SNAPSHOT": _seldom(
        "snapshot", Frequency.QUARTERLY, Frequency.MONTHLY, "at each change or at least monthly"
    ),
    "TASK-BACKUP": _seldom(
        "system_backup",
        Frequency.QUARTERLY,
        Frequency.EACH_CHANGE,
        "at each change or at least monthly",
    ),
    "TASK-DATA": _seldom("data_backup", Frequency.MONTHLY, Frequency.WEEKLY, "at least weekly"),
    "TASK-RESTORE": _seldom(
        "restore_test", Frequency.EACH_CHANGE, Frequency.YEARLY, "at least yearly"
    ),
    "TASK-REPORT": _seldom(
        "report", Frequency.WEEKLY, Frequency.EACH_CHANGE, "at each change or daily"
    ),
    "TASK-TOOL": Case(
        SOUND.without(MaintenanceTask, "m_test_tool"),
        task("test_tool", frequency=Frequency.YEARLY),
        "maintenance_task/kind",
        "No task is planned of the kind: cluster test tool",
    ),
    "TASK-UPDATE": Case(
        SOUND.without(MaintenanceTask, "m_update"),
        emptied(SOUND, MaintenanceTask),
        "maintenance_task/kind",
        "No task is planned of the kind: software and firmware",
    ),
    "TASK-DATES": Case(
        task("other", next_due="2026-11-01"),
        task("other", last_done=""),
        "maintenance_task/m_other/next_due",
        "other was done on 2026-11-01 and is due on 2026-11-01",
    ),
    "TASK-GAP": Case(
        _gap("2026-07-17"),
        _gap("2026-07-16"),
        "maintenance_task/m_fallover_test/next_due",
        "fallover_test is to be done twice a year, but 197 days lie between",
    ),
    "TASK-PROCEDURE": Case(
        task("fallover_test", procedure=" "),
        task("other", procedure=""),
        "maintenance_task/m_fallover_test/procedure",
        "fallover_test interrupts the service and has no procedure",
    ),
    "TASK-STAND-IN": Case(
        edit(task("other", responsible="ben"), Administrator, "ben", **ALONE),
        edit(task("other", responsible="ben", team="x"), Administrator, "ben", **ALONE),
        "administrator/ben/backup",
        "other hangs on Ben, who has no stand-in",
    ),
    "TASK-WINDOW": Case(
        task("fallover_test", duration=241),
        task("fallover_test", duration=240),
        "maintenance_task/m_fallover_test/duration",
        "fallover_test takes 241 min; Payments may be stopped for 240 min",
    ),
    "TASK-QUIET-TEST": Case(
        task("fallover_test", disruptive=False),
        task("fallover_test", disruptive=None),
        "maintenance_task/m_fallover_test/disruptive",
        "fallover_test is said not to interrupt",
    ),
    "OPT-VERIFICATION": Case(
        options(daily_verification=False, verification_node="n1", verification_hour=0),
        options(daily_verification=False, verification_debugging=False),
        "cluster_options/cluster/daily_verification",
        "settings are left of: node, hour",
    ),
    "OPT-SITES": Case(
        options(site_grace_period=10),
        options(two_sites(), site_grace_period=10),
        "cluster_options/cluster/site_grace_period",
        "sites are meant by: site grace period",
    ),
    "OPT-SITE-NOTIFY": Case(
        options(site_policy_failure_action=MANUAL),
        options(site_policy_failure_action=MANUAL, site_policy_notify_method="/ha/tell"),
        "cluster_options/cluster/site_policy_notify_method",
        "no script is entered",
    ),
    "OPT-REPOSITORY": Case(
        options(caa_repos_mode=RepositoryMode.ASSERT),
        options(caa_repos_mode=RepositoryMode.EVENT),
        "cluster_options/cluster/caa_repos_mode",
        "All nodes go down",
    ),
    "OPT-WATCHDOG": Case(
        options(caa_pvm_watchdog_timer=PvmWatchdog.HARD_RESET),
        options(caa_pvm_watchdog_timer=PvmWatchdog.DUMP_RESTART),
        "cluster_options/cluster/caa_pvm_watchdog_timer",
        "The watchdog acts by hard_reset",
    ),
    "OPT-DAEMON-GRACE": Case(
        options(crit_daemon_restart_grace_period=241),
        options(crit_daemon_restart_grace_period=240),
        "cluster_options/cluster/crit_daemon_restart_grace_period",
        "The daemon restart grace is 241 s; PowerHA takes 0 to 240 s",
    ),
    "OPT-HOST-NAME": Case(
        _renamed(True, TemporaryHostname.ALLOW),
        _renamed(True, TemporaryHostname.DISALLOW),
        "cluster_options/cluster/temp_hostname",
        "Host names may change, and app_main branches",
    ),
    "UNMANAGED-MOVE": Case(
        options(MOVING, lpm_policy=MobilityPolicy.UNMANAGE),
        options(MOVING, lpm_policy=MobilityPolicy.MANAGE),
        "cluster_options/cluster/lpm_policy",
        "While nodea moves live, its groups are unmanaged",
    ),
    "UNMANAGED-SKIP": Case(
        options(UNWATCHED, skip_event_processing_manage_node=True),
        options(skip_event_processing_manage_node=True),
        "cluster_options/cluster/skip_event_processing_manage_node",
        "no monitor watches app_main",
    ),
    "LPM-TIMEOUT": Case(
        options(MOVING, heartbeat_frequency=30, heartbeat_frequency_during_lpm=30),
        options(MOVING, heartbeat_frequency=30, heartbeat_frequency_during_lpm=31),
        "cluster_options/cluster/heartbeat_frequency_during_lpm",
        "is 30 s, not above the usual 30 s",
    ),
    "LPM-RANGE": Case(
        options(heartbeat_frequency_during_lpm=601),
        options(heartbeat_frequency_during_lpm=600),
        "cluster_options/cluster/heartbeat_frequency_during_lpm",
        "is 601 s; PowerHA takes 10 to 600 s",
    ),
    "LPM-IDLE": Case(
        options(FIXED, lpm_policy=MobilityPolicy.MANAGE),
        options(lpm_policy=MobilityPolicy.MANAGE),
        "cluster_options/cluster/lpm_policy",
        "no node may move live",
    ),
}

EXAMPLES = examples(CASES)
