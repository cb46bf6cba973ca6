"""Settings of the cluster and live moves beside their examples."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.asking import only
from tests.rules.builders import edit, edit_all, emptied, sound, two_sites
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.cluster_options import (
    ClusterOptions,
    Environment,
    MobilityPolicy,
    PreferredRead,
    PvmWatchdog,
    SiteFailureAction,
    TemporaryHostname,
)
from worksheets.plan.rows.maintenance_task import MaintenanceTask
from worksheets.plan.rows.node import Node
from worksheets.rules.finding import Severity
from worksheets.rules.judge import judge

SOUND = sound()
MOVING = edit(SOUND, Node, "n1", live_mobility=True)
UNWATCHED = emptied(SOUND, ApplicationMonitor)


def options(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, ClusterOptions, "cluster", **cells)


# Settings


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"verification_node": "n1"}, "node"),
        ({"verification_hour": 0}, "hour"),
        ({"verification_debugging": True}, "debugging"),
        ({"verification_debugging": False}, ""),
        ({}, ""),
    ],
)
def test_details_of_a_verification_that_is_off(cells, says):
    told = found("OPT-VERIFICATION", options(daily_verification=False, **cells))
    expected = f"The daily verification is off, but settings are left of: {says}"
    assert [item.title for item in told] == ([expected] if says else [])
    if told:
        assert [place.column for place in told[0].places] == ["daily_verification", *cells]
    assert not found("OPT-VERIFICATION", options(daily_verification=True, **cells))
    assert not found("OPT-VERIFICATION", options(daily_verification=None, **cells))


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"site_heartbeat_cycle": 60}, "site failure timeout"),
        ({"site_grace_period": 0}, "site grace period"),
        ({"site_policy_failure_action": SiteFailureAction.FALLOVER}, "recovery across sites"),
        ({"site_policy_notify_method": "/ha/x"}, "site notify script"),
        ({"lvm_preferred_read": PreferredRead.SITE_AFFINITY}, "preferred read"),
    ],
)
def test_settings_for_sites_need_sites(cells, says):
    told = only("OPT-SITES", options(**cells))
    assert told.title == f"PowerHA knows no sites here, but sites are meant by: {says}"
    assert [place.column for place in told.places] == list(cells)
    assert not found("OPT-SITES", options(two_sites(), **cells))


def test_settings_without_a_site_in_them_are_fine():
    assert not found("OPT-SITES", options(lvm_preferred_read=PreferredRead.FAVOR_COPY))
    both = options(site_grace_period=10, lvm_preferred_read=PreferredRead.SITE_AFFINITY)
    assert only("OPT-SITES", both).title.endswith(": site grace period, preferred read")


@pytest.mark.parametrize(
    ("action", "method", "severity"),
    [
        (SiteFailureAction.NOTIFY, "", Severity.WARNING),
        (SiteFailureAction.NOTIFY, "/ha/x", None),
        (SiteFailureAction.FALLOVER, "/ha/x", Severity.ADVICE),
        (SiteFailureAction.FALLOVER, "", None),
        (None, "/ha/x", Severity.ADVICE),
        (None, "", None),
    ],
)
def test_notification_of_a_site_and_its_script_go_together(action, method, severity):
    plan = options(site_policy_failure_action=action, site_policy_notify_method=method)
    told = found("OPT-SITE-NOTIFY", plan)
    assert [item.severity for item in told] == ([severity] if severity else [])
    if severity is Severity.ADVICE:
        assert told[0].title == "/ha/x is never called; the action is not to notify"
        assert [place.column for place in told[0].places] == [
            "site_policy_failure_action",
            "site_policy_notify_method",
        ]


@pytest.mark.parametrize("choice", list(PvmWatchdog))
def test_a_watchdog_that_resets_leaves_no_dump(choice):
    told = found("OPT-WATCHDOG", options(caa_pvm_watchdog_timer=choice))
    assert bool(told) == choice.value.startswith("hard")


def test_grace_of_daemons_at_both_ends():
    for seconds, times in ((0, 0), (240, 0), (241, 1), (None, 0)):
        plan = options(crit_daemon_restart_grace_period=seconds)
        assert len(found("OPT-DAEMON-GRACE", plan)) == times


def test_host_names_matter_to_scripts_that_ask_for_them():
    asking = options(temp_hostname=TemporaryHostname.ALLOW)
    quiet = edit(asking, ApplicationController, "app", branches_by_host=False)
    assert not found("OPT-HOST-NAME", quiet)
    assert found("OPT-HOST-NAME", asking)
    assert not found("OPT-HOST-NAME", options(asking, temp_hostname=None))


# Live moves


def test_a_live_move_without_management_weighs_more_without_monitors():
    unmanaged = options(MOVING, lpm_policy=MobilityPolicy.UNMANAGE)
    told = only("UNMANAGED-MOVE", unmanaged)
    assert (told.severity, told.detail) == (Severity.ADVICE, "")
    blind = only("UNMANAGED-MOVE", emptied(unmanaged, ApplicationMonitor))
    assert blind.severity is Severity.WARNING
    assert blind.detail == "app_main has no monitor that tells whether it still runs."
    assert not found("UNMANAGED-MOVE", options(lpm_policy=MobilityPolicy.UNMANAGE))
    assert not found("UNMANAGED-MOVE", MOVING)


def test_skipped_events_need_monitors():
    assert not found("UNMANAGED-SKIP", UNWATCHED)
    assert not found("UNMANAGED-SKIP", options(UNWATCHED, skip_event_processing_manage_node=False))


@pytest.mark.parametrize(
    ("usual", "raised", "severity"),
    [
        (None, 20, Severity.WARNING),
        (None, 21, None),
        (0, 20, Severity.WARNING),
        (60, 60, Severity.WARNING),
        (60, 61, None),
        (60, None, Severity.ADVICE),
        (60, 0, Severity.ADVICE),
    ],
)
def test_timeout_of_a_live_move_is_above_the_usual_one(usual, raised, severity):
    cells = {"heartbeat_frequency": usual, "heartbeat_frequency_during_lpm": raised}
    told = found("LPM-TIMEOUT", options(MOVING, **cells))
    assert [item.severity for item in told] == ([severity] if severity else [])
    assert not found("LPM-TIMEOUT", options(**cells))
    if severity is Severity.ADVICE:
        assert told[0].title == "No failure timeout is set for the time in which nodea moves"


@given(st.one_of(st.none(), st.integers(0, 3600)))
def test_range_of_the_timeout_during_a_live_move(seconds):
    told = found("LPM-RANGE", options(heartbeat_frequency_during_lpm=seconds))
    assert bool(told) == (bool(seconds) and not 10 <= seconds <= 600)
    assert all(item.severity is Severity.BLOCKER for item in told)


def test_settings_for_moves_are_idle_once_no_node_may_move():
    fixed = edit_all(SOUND, Node, live_mobility=False)
    both = options(fixed, lpm_policy=MobilityPolicy.MANAGE, heartbeat_frequency_during_lpm=90)
    told = only("LPM-IDLE", both)
    assert [place.column for place in told.places] == [
        "lpm_policy",
        "heartbeat_frequency_during_lpm",
    ]
    assert not found("LPM-IDLE", fixed)
    assert not found("LPM-IDLE", edit(both, Node, "n1", live_mobility=None))
    assert not found("LPM-IDLE", emptied(both, Node))


def test_a_plan_without_tasks_is_a_warning_in_production_and_advice_elsewhere():
    plan = emptied(SOUND, MaintenanceTask)
    for environment, severity in (
        (Environment.PRODUCTION, Severity.WARNING),
        (Environment.DEVELOPMENT, Severity.ADVICE),
    ):
        judged = judge(options(plan, environment=environment)).findings
        assert [item.severity for item in judged if item.rule == "TASK-NONE"] == [severity]
