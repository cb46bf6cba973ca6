"""Requirements and today's environment beside their examples."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.asking import only
from tests.rules.builders import edit, emptied, group, sound
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.current_system import CurrentSystem, Fate, SystemKind
from worksheets.plan.rows.requirement import Requirement
from worksheets.rules.finding import Severity
from worksheets.rules.promises import minutes_allowed, share_promised, tightest

SOUND = sound()


def req(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Requirement, "req", **cells)


def columns(rule_id: str, plan: Plan) -> list[str]:
    return sorted(item.places[0].column for item in found(rule_id, plan))


# What a promise says


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("99.95% a year", 263),
        ("99.95%", 263),
        ("99,5 % per quarter", 657),
        ("99.99% a month", 5),
        ("99% of each WEEK", 101),
        ("99.9% a day", 2),
        ("100% a year", 0),
        ("120% a year", 0),
        ("0% a day", 1440),
        ("high", None),
        ("99.9", None),
        ("", None),
    ],
)
def test_availability_leaves_minutes(text, minutes):
    assert minutes_allowed(text) == minutes


@given(st.integers(0, 100_000), st.sampled_from(["year", "quarter", "month", "week", "day"]))
def test_minutes_are_the_share_of_the_period_that_is_not_promised(thousandths, period):
    share = Fraction(thousandths, 1000)
    text = f"{thousandths // 1000}.{thousandths % 1000:03}% a {period}"
    assert share_promised(text) == share
    whole = {"year": 525_600, "quarter": 131_400, "month": 43_800, "week": 10_080, "day": 1_440}
    left = minutes_allowed(text)
    assert left is not None
    assert 0 <= left - whole[period] * (1 - share / 100) < 1


def test_the_tightest_requirement_is_the_smallest_figure_then_the_first_key():
    rows = [
        Requirement(key=key, name=key, rto=rto)
        for key, rto in (("c", 5), ("b", 4), ("a", None), ("d", 4), ("z", 0))
    ]
    row, value = tightest(Plan(rows[:4]), "rto")  # type: ignore[misc]
    assert (row.key, value) == ("b", 4)
    assert tightest(Plan(rows), "rto")[1] == 0  # type: ignore[index]
    assert tightest(Plan(rows), "rpo") is None
    assert tightest(Plan(), "rto") is None


def test_an_outage_that_just_uses_up_the_promise_fits():
    assert not found("REQ-AVAILABILITY", req(availability="99.99% a month", outage=5))
    assert found("REQ-AVAILABILITY", req(availability="99.99% a month", outage=6))
    assert not found("REQ-AVAILABILITY", req(availability="99.99% a month", outage=None))
    assert not found("REQ-AVAILABILITY", req(availability="high"))


def test_only_a_hundred_percent_is_absolute():
    assert columns("REQ-ABSOLUTE", req(availability="100 % a year")) == ["availability"]
    assert columns("REQ-ABSOLUTE", req(availability="99.999%")) == []
    high = req(availability="high", longer_outage=0, rto=1)
    assert columns("REQ-ABSOLUTE", high) == ["longer_outage"]
    assert columns("REQ-ABSOLUTE", req(longer_outage=None)) == []


def test_one_rule_speaks_of_a_late_recovery_that_nobody_accepts():
    assert columns("REQ-ABSOLUTE", req(longer_outage=0, outage=15, rto=16)) == []
    assert columns("REQ-RECOVERY", req(longer_outage=0, outage=15, rto=16)) != []
    for rto in (15, None):
        assert columns("REQ-ABSOLUTE", req(longer_outage=0, outage=15, rto=rto)) != []
        assert columns("REQ-RECOVERY", req(longer_outage=0, outage=15, rto=rto)) == []
    assert columns("REQ-AVAILABILITY", req(availability="100%")) == []


@pytest.mark.parametrize(
    ("cells", "severity"),
    [
        ({"longer_outage": 0}, Severity.WARNING),
        ({"longer_outage": None}, Severity.ADVICE),
        ({"longer_outage": 1}, None),
        ({"longer_outage": 0, "rto": 15}, None),
        ({"longer_outage": 0, "rto": 16}, Severity.WARNING),
        ({"longer_outage": 0, "rto": None}, None),
        ({"longer_outage": 0, "outage": None}, None),
    ],
)
def test_recovery_beyond_the_tolerated_outage(cells, severity):
    told = [item.severity for item in found("REQ-RECOVERY", req(**cells))]
    assert told == ([severity] if severity else [])


def test_recovery_that_nobody_accepted_says_so():
    assert "nobody has accepted that" in only("REQ-RECOVERY", req(longer_outage=None)).title


def test_groups_are_missed_only_when_some_requirement_names_groups():
    stray = SOUND.replace(group("g1", controllers=("app",)))
    assert found("REQ-UNSERVED", stray)
    assert not found("REQ-UNSERVED", req(stray, groups=()))
    assert not found("REQ-UNSERVED", emptied(stray, Requirement))


def test_cost_of_nothing_needs_a_currency_too():
    assert found("REQ-CURRENCY", req(cost=0, currency=""))
    assert not found("REQ-CURRENCY", req(cost=0, currency="EUR"))


# Today's environment


@pytest.mark.parametrize("text", ["none", "None.", " - ", "n/a", "nothing", "NO", ""])
def test_words_for_no_weakness(text):
    assert not found(
        "TODAY-WEAKNESS", edit(SOUND, CurrentSystem, "t_place", weakness=text, fate=Fate.KEEP)
    )


def test_a_weakness_is_told_with_its_words_until_somebody_accepts_it():
    plan = edit(SOUND, CurrentSystem, "t_place", weakness=" by the river ", fate=Fate.KEEP)
    assert only("TODAY-WEAKNESS", plan).detail == "by the river"
    assert not found(
        "TODAY-WEAKNESS", edit(plan, CurrentSystem, "t_place", rationale="Accepted by Ada.")
    )
    assert not found("TODAY-WEAKNESS", edit(plan, CurrentSystem, "t_place", fate=Fate.CHANGE))
    assert not found("TODAY-WEAKNESS", edit(plan, CurrentSystem, "t_place", fate=None))


def test_an_open_protection_is_not_the_same_as_none():
    plan = edit(SOUND, CurrentSystem, "t_place", protection="")
    assert not found("TODAY-UNPROTECTED", plan)
    assert columns("OPEN-TODAY", plan) == ["protection"]
    assert not found("TODAY-UNPROTECTED", edit(plan, CurrentSystem, "t_place", protection=" "))
    assert not found("TODAY-SUCCESSOR", edit(SOUND, CurrentSystem, "t_place", fate=Fate.RETIRE))


@given(st.sets(st.sampled_from(list(SystemKind)), min_size=1))
def test_kinds_nobody_looked_at_are_those_without_a_row(kinds):
    plan = Plan(CurrentSystem(key=kind.value, name=kind.value, kind=kind) for kind in kinds)
    missing = [kind.label for kind in SystemKind if kind not in kinds]
    told = [item.title for item in found("TODAY-KINDS", plan)]
    expected = f"Today's environment has no row for: {'; '.join(missing)}"
    assert told == ([expected] if missing else [])
