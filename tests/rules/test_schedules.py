"""Maintenance tasks and duties beside their examples."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.asking import only
from tests.rules.builders import edit, emptied, sound
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.cluster_options import (
    Environment,
)
from worksheets.plan.rows.maintenance_task import Frequency, MaintenanceTask, TaskKind
from worksheets.plan.rows.requirement import Requirement
from worksheets.rules.finding import Severity
from worksheets.rules.registry import catalogue
from worksheets.rules.schedule import DUTIES, LONGEST_GAP, Duty

SOUND = sound()


def task(kind: str, plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, MaintenanceTask, f"m_{kind}", **cells)


# Duties

ENOUGH = {
    "TASK-FALLOVER": "daily weekly monthly quarterly half_yearly",
    "TASK-LOGS": "daily",
    "TASK-VERIFICATION": "daily weekly monthly each_change",
    "TASK-SNAPSHOT": "daily weekly monthly each_change",
    "TASK-BACKUP": "daily weekly monthly each_change",
    "TASK-DATA": "daily weekly",
    "TASK-RESTORE": "daily weekly monthly quarterly half_yearly yearly",
    "TASK-REPORT": "daily each_change",
    "TASK-TOOL": "daily weekly monthly quarterly half_yearly yearly each_change",
    "TASK-UPDATE": "daily weekly monthly quarterly half_yearly yearly",
}


def test_every_duty_is_listed_here():
    assert {duty.id for duty in DUTIES} == set(ENOUGH)


@pytest.mark.parametrize("frequency", [None, *Frequency])
def test_work_of_every_day_and_of_each_change_needs_no_next_date(frequency):
    needs_none = frequency in (Frequency.DAILY, Frequency.EACH_CHANGE)
    plan = task("review", frequency=frequency, next_due="")
    assert bool(found("OPEN-TASK-DATE", plan)) is not needs_none
    assert not found("OPEN-TASK-DATE", task("review", frequency=frequency))


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.id)
def test_how_often_is_enough(duty: Duty):
    enough = set(ENOUGH[duty.id].split())
    for frequency in Frequency:
        told = found(duty.id, task(duty.kind.value, frequency=frequency))
        assert bool(told) == (frequency.value not in enough), frequency
        assert all(item.places[0].key == f"m_{duty.kind.value}" for item in told)


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.id)
def test_a_duty_is_missed_once_other_tasks_are_planned(duty: Duty):
    told = only(duty.id, SOUND.without(MaintenanceTask, f"m_{duty.kind.value}"))
    assert told.title == f"No task is planned of the kind: {duty.kind.label}"
    assert told.fix == f"Plan it {duty.asked}."
    assert not found(duty.id, emptied(SOUND, MaintenanceTask))


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.id)
def test_a_duty_outside_production(duty: Duty):
    rule = catalogue()[duty.id]
    heavy = duty.severity is Severity.WARNING
    assert rule.severity_in(Environment.TEST) is (Severity.ADVICE if heavy else None)


def test_an_open_frequency_is_a_question_and_no_fault():
    plan = task("fallover_test", frequency=None)
    assert not found("TASK-FALLOVER", plan)
    yearly = MaintenanceTask(
        key="z", name="z", kind=TaskKind.FALLOVER_TEST, frequency=Frequency.YEARLY
    )
    assert not found("TASK-FALLOVER", plan.replace(yearly))


def test_of_several_tasks_of_a_kind_the_most_frequent_counts():
    changes = MaintenanceTask(
        key="a", name="after", kind=TaskKind.FALLOVER_TEST, frequency=Frequency.EACH_CHANGE
    )
    assert not found("TASK-FALLOVER", SOUND.replace(changes))
    seldom = task("fallover_test", SOUND.replace(changes), frequency=Frequency.YEARLY)
    told = only("TASK-FALLOVER", seldom)
    assert told.title == "fallover_test is done yearly; at least twice a year is asked for"
    alone = seldom.without(MaintenanceTask, "m_fallover_test")
    assert only("TASK-FALLOVER", alone).title == (
        "after is done at each change; at least twice a year is asked for"
    )


# Dates


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(-400, 400),
    st.sampled_from(list(Frequency)),
)
def test_dates_are_compared_with_each_other_and_with_the_frequency(last, days, frequency):
    due = last + timedelta(days=days)
    plan = task("other", last_done=last.isoformat(), next_due=due.isoformat(), frequency=frequency)
    assert bool(found("TASK-DATES", plan)) == (days <= 0)
    longest = LONGEST_GAP.get(frequency)
    told = found("TASK-GAP", plan)
    assert bool(told) == (longest is not None and days > longest)
    if told:
        assert f"but {days} days lie" in told[0].title


def test_gaps_follow_the_calendar():
    assert LONGEST_GAP == {
        Frequency.DAILY: 1,
        Frequency.WEEKLY: 7,
        Frequency.MONTHLY: 35,
        Frequency.QUARTERLY: 98,
        Frequency.HALF_YEARLY: 196,
        Frequency.YEARLY: 378,
    }


@pytest.mark.parametrize("cells", [{"last_done": ""}, {"next_due": ""}, {"last_done": "soon"}])
def test_a_date_alone_says_nothing(cells):
    plan = task("other", **{"last_done": "2026-11-02", "next_due": "2027-11-01", **cells})
    assert not found("TASK-DATES", plan)
    assert not found("TASK-GAP", plan)


def test_a_gap_needs_a_frequency():
    plan = task("other", last_done="2026-01-01", next_due="2029-01-01", frequency=None)
    assert not found("TASK-GAP", plan)


# People and windows


def test_a_task_hangs_on_a_person_without_another_one():
    guide = {"operation_guide": "part 2"}
    own = edit(task("other", responsible="ben"), Administrator, "ben", backup="ben", **guide)
    assert not found("TASK-STAND-IN", own)
    assert found("ADMIN-OWN-BACKUP", own)
    gone = edit(task("other", responsible="ben"), Administrator, "ben", backup="gone", **guide)
    assert found("TASK-STAND-IN", gone)
    assert not found("TASK-STAND-IN", edit(gone, Administrator, "ben", operation_guide=" "))
    assert not found("TASK-STAND-IN", gone.without(Administrator, "ada"))
    two = only("TASK-STAND-IN", task("review", gone, responsible="ben"))
    assert two.title == "other and review hang on Ben, who has no stand-in"
    assert [place.key for place in two.places] == ["ben", "m_other", "m_review"]
    assert not found("TASK-STAND-IN", task("other", gone, responsible=""))
    assert not found("TASK-STAND-IN", SOUND)


def test_windows_concern_work_that_interrupts():
    assert not found("TASK-WINDOW", task("other", duration=999))
    assert not found("TASK-WINDOW", task("fallover_test", duration=None))
    long = task("fallover_test", duration=999)
    assert only("TASK-WINDOW", long).places[1].column == "planned_outage"
    assert not found("TASK-WINDOW", edit(long, Requirement, "req", planned_outage=None))
    assert not found("TASK-QUIET-TEST", task("other", disruptive=False))
    assert not found("TASK-PROCEDURE", task("other", disruptive=None, procedure=""))
