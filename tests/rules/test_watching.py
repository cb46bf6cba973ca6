"""Monitoring beside its examples."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.asking import only
from tests.rules.builders import edit, edit_all, emptied, sound
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.monitoring_item import Channel, MonitoringItem, WatchedBy
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.support_team import SupportTeam
from worksheets.rules.finding import Severity

SOUND = sound()


def person(key: str, plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Administrator, key, **cells)


def item(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    """The sound design with its trap changed."""
    return edit(plan, MonitoringItem, "trap", **cells)


def team(part: str, plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, SupportTeam, f"team_{part}", **cells)


def test_a_status_command_is_advice_and_snmp_a_warning():
    told = found("WATCH-WAYS", edit_all(SOUND, MonitoringItem, method=WatchedBy.PERSON))
    assert [(item.about, item.severity) for item in told] == [
        ("snmp", Severity.WARNING),
        ("command", Severity.ADVICE),
    ]
    assert told[1].title == "No status command is planned"
    assert found("WATCH-WAYS", item(method=None))[0].about == "snmp"
    assert not found("WATCH-WAYS", emptied(SOUND, MonitoringItem))


def test_one_person_is_few_and_two_are_enough():
    assert found("WATCH-ONE-PERSON", item(alert_teams=(), alert_people=("ada", "gone")))
    assert found("WATCH-ONE-PERSON", item(alert_teams=(), alert_people=("ada", "ada")))
    assert not found("WATCH-ONE-PERSON", item(alert_teams=(), alert_people=("ada", "ben")))
    assert not found("WATCH-ONE-PERSON", item(alert_teams=()))
    assert not found("WATCH-UNHEARD", item(alert_people=("ada",)))


@given(st.sets(st.sampled_from(list(Channel))))
def test_somebody_is_woken_by_sms_or_telephone(channels):
    rows = [MonitoringItem(key=one.value, name=one.value, channel=one) for one in channels]
    plan = Plan([*rows, MonitoringItem(key="open", name="open")])
    waking = {Channel.SMS, Channel.TELEPHONE}
    assert bool(found("WATCH-NOBODY-WAKES", plan)) == (bool(channels) and not channels & waking)


@pytest.mark.parametrize(
    ("method", "asked"),
    [
        (WatchedBy.SNMP_TRAP, False),
        (WatchedBy.LOG, False),
        (WatchedBy.ERROR_LOG, False),
        (WatchedBy.SNMP_QUERY, True),
        (WatchedBy.COMMAND, True),
        (WatchedBy.PERSON, True),
        (None, False),
    ],
)
def test_what_is_asked_needs_an_interval(method, asked):
    assert bool(found("WATCH-INTERVAL", item(method=method))) == asked
    alone = item(method=method, interval=901).without(MonitoringItem, "state")
    assert bool(found("WATCH-SLOW", alone)) == asked
    assert not found("WATCH-INTERVAL", item(method=method, interval=0))


def test_open_intervals_are_one_finding_that_names_them():
    plan = edit_all(SOUND, MonitoringItem, method=WatchedBy.COMMAND, interval=None)
    told = only("WATCH-INTERVAL", plan)
    assert told.title == "No interval is entered for changes and state"
    assert [place.key for place in told.places] == ["", "state", "trap"]


def test_how_slow_depends_on_what_the_business_asks():
    slow = edit_all(SOUND, MonitoringItem, method=WatchedBy.COMMAND, interval=902)
    slow = item(slow, interval=901)
    assert not found("WATCH-SLOW", edit(slow, Requirement, "req", outage=None))
    assert only("WATCH-SLOW", slow).places[0].key == "trap"
    assert not found("WATCH-SLOW", item(slow, interval=900))
    assert not found("WATCH-SLOW", item(slow, method=WatchedBy.SNMP_TRAP))
    assert found("WATCH-SLOW", item(slow, interval=None))
    assert not found("WATCH-SLOW", emptied(slow, MonitoringItem))


def test_items_for_all_nodes_cover_every_node():
    assert not found("WATCH-NODES", SOUND)
    assert not found("WATCH-NODES", emptied(SOUND, MonitoringItem))
    each = edit(item(nodes=("n1",)), MonitoringItem, "state", nodes=("n2",))
    assert not found("WATCH-NODES", each)
    third = each.replace(Node(key="n3", name="nodec"))
    assert [one.places[0].key for one in found("WATCH-NODES", third)] == ["n3"]


@pytest.mark.parametrize(
    ("channel", "cells", "says"),
    [
        (Channel.EMAIL, {"contact": "1"}, "mail, but Ben has no mail address"),
        (Channel.EMAIL, {"email": "b@c"}, ""),
        (Channel.EMAIL, {"contact": "b@c"}, ""),
        (Channel.SMS, {"contact": " "}, "SMS, but Ben has no number"),
        (Channel.TELEPHONE, {"contact": ""}, "telephone, but Ben has no number"),
        (Channel.TELEPHONE, {}, ""),
        (Channel.CONSOLE, {"contact": ""}, ""),
        (None, {"contact": ""}, ""),
    ],
)
def test_a_channel_needs_an_address_of_its_kind(channel, cells, says):
    plan = item(person("ben", **cells), channel=channel, alert_people=("ben", "ben"))
    told = found("WATCH-UNREACHABLE", plan)
    assert [one.title for one in told] == ([f"changes is told by {says}"] if says else [])
    if told:
        assert (told[0].about, told[0].places[0].column) == ("ben", "alert_people")
        assert told[0].places[1].column == ("email" if channel is Channel.EMAIL else "contact")


def test_a_team_without_a_number_is_not_reached_by_telephone():
    plan = team("cluster", telephone=" ")
    told = found("WATCH-UNREACHABLE", item(plan, channel=Channel.CONSOLE))
    assert [one.places[0].key for one in told] == ["state"]
    assert told[0].places[1].column == "telephone"
    assert not found("WATCH-UNREACHABLE", edit_all(plan, MonitoringItem, channel=Channel.EMAIL))
