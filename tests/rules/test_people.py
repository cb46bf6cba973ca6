"""Administrators and teams beside their examples."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.asking import only
from tests.rules.builders import edit, edit_all, emptied, sound
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator, PowerhaRole
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.monitoring_item import MonitoringItem, WatchedBy
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.operation_guide import OperationGuide
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.support_team import LooksAfter, SupportTeam
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.rules.finding import Severity
from worksheets.rules.judge import judge

SOUND = sound()


def person(key: str, plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Administrator, key, **cells)


def item(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    """The sound design with its trap changed."""
    return edit(plan, MonitoringItem, "trap", **cells)


def team(part: str, plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, SupportTeam, f"team_{part}", **cells)


# People


def test_one_administrator_is_few_and_none_is_told_elsewhere():
    assert not found("PEOPLE-FEW", emptied(SOUND, Administrator))
    assert not found("PEOPLE-FEW", SOUND.replace(Administrator(key="c", name="Cem")))


@pytest.mark.parametrize(
    ("cells", "about"),
    [
        ({"trained": False}, []),
        ({"trained": False, "root_access": None}, []),
        ({"trained": False, "powerha_role": None}, []),
        ({"trained": False, "root_access": None, "powerha_role": None}, ["trained"]),
        ({"trained": None}, []),
        ({"root_access": False}, []),
        ({"root_access": False, "powerha_role": PowerhaRole.OPERATOR}, []),
        ({"root_access": False, "powerha_role": PowerhaRole.MONITOR}, ["root_access"]),
        ({"root_access": False, "powerha_role": None}, ["root_access"]),
        ({"root_access": None, "powerha_role": None}, []),
        (
            {"trained": False, "root_access": False, "powerha_role": None},
            ["trained", "root_access"],
        ),
    ],
)
def test_a_stand_in_has_to_be_able_to_act(cells, about):
    told = found("ADMIN-STAND-IN", person("ben", **cells))
    assert [item.about for item in told] == about
    assert all(item.places[0].key == "ada" for item in told)
    assert [item.places[1].column for item in told] == about


def test_a_stand_in_without_access_is_told_in_words():
    told = only("ADMIN-STAND-IN", person("ben", root_access=False, powerha_role=None))
    assert told.title == "Ben stands in for Ada, but has no access that allows to act"
    untrained: dict[str, Any] = {"trained": False, "root_access": None, "powerha_role": None}
    alone = person("ben", **untrained, backup="ben")
    assert [item.places[0].key for item in found("ADMIN-STAND-IN", alone)] == ["ada"]
    assert not found("ADMIN-STAND-IN", person("ada", person("ben", **untrained), backup=""))
    assert not found("ADMIN-STAND-IN", person("ada", person("ben", **untrained), trained=None))


@pytest.mark.parametrize(
    ("root", "role", "times"),
    [
        (True, None, 1),
        (False, PowerhaRole.OPERATOR, 1),
        (False, PowerhaRole.VIEWER, 0),
        (None, None, 0),
    ],
)
def test_a_stand_in_needs_the_access_of_the_one_who_is_away(root, role, times):
    plan = person("ben", root_access=False, powerha_role=None, backup="")
    plan = person("ada", plan, root_access=root, powerha_role=role)
    assert len(found("ADMIN-STAND-IN", plan)) == times


@given(
    st.one_of(st.none(), st.sampled_from(list(PowerhaRole))),
    st.sampled_from([True, False, None]),
    st.sampled_from([True, False, None]),
)
def test_roles_against_training_and_root(role, trained, root):
    plan = person("ben", powerha_role=role, trained=trained, root_access=root)
    acting = role in (PowerhaRole.ADMIN, PowerhaRole.OPERATOR)
    looking = role in (PowerhaRole.MONITOR, PowerhaRole.VIEWER)
    rights = {rule: bool(found(rule, plan)) for rule in ("ADMIN-ROLE-UNTRAINED", "ADMIN-TRAINED")}
    assert rights["ADMIN-ROLE-UNTRAINED"] == (acting and trained is False and not root)
    assert rights["ADMIN-TRAINED"] == (root is True and trained is False)
    assert bool(found("ADMIN-ROLE-ROOT", plan)) == (looking and root is True)


def test_three_people_who_all_hold_the_highest_role_divide_no_work():
    cem = Administrator(key="cem", name="Cem", powerha_role=PowerhaRole.ADMIN)
    told = only("ADMIN-ROLES", SOUND.replace(cem))
    assert told.title == "All 3 people have the role administrator (ha_admin)"
    assert [place.key for place in told.places] == ["", "ada", "ben", "cem"]
    assert {place.column for place in told.places} == {"powerha_role"}
    assert not found("ADMIN-ROLES", SOUND)
    assert not found("ADMIN-ROLES", person("ben", SOUND.replace(cem), powerha_role=None))
    bare = edit_all(SOUND, Administrator, powerha_role=None)
    assert [place.key for place in only("ADMIN-ROLES", bare).places] == ["", "ada", "ben"]
    assert not found("ADMIN-ROLES", person("ben", bare, root_access=None))
    assert not found("ADMIN-ROLES", emptied(SOUND, Administrator))


@pytest.mark.parametrize(
    ("contact", "times"),
    [
        ("a@b.de", 1),
        ("a@b.de, ext. 4711", 0),
        ("a1@b.de", 1),
        ("+49 30 1", 0),
        ("", 0),
        ("a@b 4 7", 1),
    ],
)
def test_a_mailbox_alone_wakes_nobody(contact, times):
    assert len(found("ADMIN-MAILBOX", person("ben", contact=contact))) == times


def test_the_first_to_react_counts_whether_a_person_or_a_team():
    teams = edit_all(SOUND, SupportTeam, reaction_time=70)
    told = only("PEOPLE-REACTION", teams)
    assert told.title == (
        "Payments has to be back within 60 min; application team, the first to react, needs 70 min"
    )
    assert told.places[1].column == "reaction_time"
    assert not found("PEOPLE-REACTION", person("ada", teams, reaction_time=60))
    assert "Ada" in only("PEOPLE-REACTION", person("ada", teams, reaction_time=70)).title
    nobody = edit_all(SOUND, SupportTeam, reaction_time=None)
    assert not found("PEOPLE-REACTION", nobody)
    assert not found("PEOPLE-REACTION", edit(teams, Requirement, "req", rto=None))


# Teams


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("cluster", None),
        ("network", Network),
        ("storage", Disk),
        ("application", ApplicationController),
    ],
)
def test_parts_that_are_there_need_a_team(part, kind):
    plan = SOUND.without(SupportTeam, f"team_{part}")
    label = LooksAfter(part).label
    assert only("TEAM-PARTS", plan).title == f"No team looks after: {label}"
    if kind is not None:
        assert not found("TEAM-PARTS", emptied(plan, kind))


def test_virtualisation_needs_a_team_where_there_are_servers_for_it():
    plan = SOUND.without(SupportTeam, "team_virtualisation")
    named = team("storage", plan, name="Storage and Virtualisation")
    assert not found("TEAM-PARTS", named.replace(VirtualIoServer(key="v", name="v")))
    assert not found("TEAM-PARTS", plan)
    assert found("TEAM-PARTS", plan.replace(VirtualIoServer(key="v", name="v")))
    assert not found("TEAM-PARTS", emptied(plan, SupportTeam))


@pytest.mark.parametrize(
    ("part", "times"),
    [
        ("database", 1),
        ("cluster", 1),
        ("operating_system", 1),
        ("virtualisation", 1),
        ("operations", 0),
        ("security", 0),
    ],
)
def test_teams_that_manage_a_part_sign_changes(part, times):
    plan = team(part, signs_changes=False)
    assert len(found("TEAM-SIGNS", plan)) == times
    assert not found("TEAM-SIGNS", team(part, signs_changes=None))
    second = SupportTeam(key="z", name="z", looks_after=LooksAfter(part), signs_changes=True)
    assert not found("TEAM-SIGNS", plan.replace(second))


def test_a_team_consists_of_two_known_people():
    assert not found("TEAM-MEMBERS", team("storage", members=()))
    assert found("TEAM-MEMBERS", team("storage", members=("ada", "gone")))
    assert found("TEAM-MEMBERS", team("storage", members=("ada", "ada")))
    assert not found("TEAM-MEMBERS", team("storage", members=("ben", "ada")))


def test_a_leader_is_one_of_the_members_once_there_are_some():
    assert not found("TEAM-LEADER", team("storage", leader=""))
    assert not found("TEAM-LEADER", team("storage", leader="gone"))
    assert not found("TEAM-LEADER", team("storage", leader="ben"))


def test_a_number_of_a_member_reaches_the_team():
    silent = edit_all(SOUND, Administrator, contact=" ")
    assert found("TEAM-UNREACHABLE", team("storage", silent, telephone=" "))
    assert not found("TEAM-UNREACHABLE", silent)
    half = person("ben", silent, contact="1")
    assert not found("TEAM-UNREACHABLE", team("storage", half, telephone=""))
    plain = SupportTeam(key="z", name="z", looks_after=LooksAfter.NETWORK, telephone="1")
    assert not found("TEAM-CONTRACT", SOUND.replace(plain))


# Where it is asked


def test_outside_production_people_are_weighed_lighter():
    rules = {"TEAM-PARTS", "GUIDE-TOPICS", "WATCH-WAYS", "ADMIN-STAND-IN"}
    plan = person("ben", edit(SOUND, ClusterOptions, "cluster", environment=Environment.TEST),
                  trained=False, root_access=None, powerha_role=None)  # fmt: skip
    plan = item(plan, method=WatchedBy.LOG)
    plan = plan.without(SupportTeam, "team_storage").without(OperationGuide, "g_stop")
    told = {one.rule: one.severity for one in judge(plan).findings}
    assert {rule: told[rule] for rule in rules} == dict.fromkeys(rules, Severity.ADVICE)
    real = edit(plan, ClusterOptions, "cluster", environment=Environment.PRODUCTION)
    told = {one.rule: one.severity for one in judge(real).findings if one.about != "command"}
    assert {rule: told[rule] for rule in rules} == dict.fromkeys(rules, Severity.WARNING)
