"""Who may do what in which team."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from planner.accounts.access import Action, may, roles_in, team_ids
from planner.accounts.models import Membership, Role, User

TABLE = {
    #                     view   edit   sign   administer
    Role.VIEWER: (True, False, False, False),
    Role.ARCHITECT: (True, True, False, False),
    Role.APPROVER: (True, False, True, False),
    Role.ADMINISTRATOR: (True, True, False, True),
}
COLUMNS = (Action.VIEW, Action.EDIT, Action.SIGN, Action.ADMINISTER)


def test_the_table_covers_every_role_and_action():
    assert set(TABLE) == set(Role)
    assert set(COLUMNS) == set(Action)


@pytest.mark.parametrize("role", Role)
def test_a_role_allows_what_the_table_says_and_only_in_its_team(role, person, team, other_team):
    user = person("anna", {team: [role]})
    assert tuple(may(user, action, team.pk) for action in COLUMNS) == TABLE[role]
    assert not any(may(user, action, other_team.pk) for action in COLUMNS)


def test_several_roles_add_up(person, team, other_team):
    user = person("anna", {team: [Role.ARCHITECT, Role.APPROVER], other_team: [Role.VIEWER]})
    assert roles_in(user, team.pk) == {Role.ARCHITECT, Role.APPROVER}
    assert may(user, Action.EDIT, team.pk)
    assert may(user, Action.SIGN, team.pk)
    assert not may(user, Action.EDIT, other_team.pk)
    assert team_ids(user) == {team.pk, other_team.pk}
    assert team_ids(user, Role.APPROVER) == {team.pk}


def test_a_superuser_may_everything_everywhere(person, team, other_team):
    user = person("root", is_superuser=True)
    assert all(may(user, action, team.pk) for action in Action)
    assert team_ids(user) == team_ids(user, Role.APPROVER) == {team.pk, other_team.pk}
    assert roles_in(user, team.pk) == frozenset()


@pytest.mark.parametrize("superuser", [False, True])
def test_a_closed_account_may_nothing(superuser, person, team):
    user = person("anna", {team: list(Role)}, is_active=False, is_superuser=superuser)
    assert not any(may(user, action, team.pk) for action in Action)
    assert team_ids(user) == frozenset()


def test_strangers_may_nothing(team):
    for nobody in (AnonymousUser(), User(username="unsaved")):
        assert roles_in(nobody, team.pk) == frozenset()
        assert team_ids(nobody) == frozenset()
        assert not may(nobody, Action.VIEW, team.pk)


def test_one_query_answers_all_questions_about_a_person(
    person, team, other_team, django_assert_num_queries
):
    user = person("anna", {team: [Role.ARCHITECT], other_team: [Role.VIEWER]})
    with django_assert_num_queries(1):
        for action in Action:
            may(user, action, team.pk)
            may(user, action, other_team.pk)
        team_ids(user)
        roles_in(user, team.pk)


def test_an_unknown_action_is_a_fault_not_a_no(person, team):
    with pytest.raises(KeyError):
        may(person("anna", {team: [Role.VIEWER]}), "destroy", team.pk)


@pytest.mark.parametrize("role", [Role.VIEWER, "emperor"])
def test_the_database_refuses_double_and_unknown_roles(role, person, team):
    user = person("anna", {team: [Role.VIEWER]})
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(user=user, team=team, role=role)


def test_user_names_differ_by_more_than_case(person):
    person("anna")
    with pytest.raises(IntegrityError), transaction.atomic():
        person("Anna")


def test_a_person_is_shown_by_full_name_or_user_name(person):
    assert str(person("anna", full_name="Anna Ahlers")) == "Anna Ahlers"
    assert person("bert").get_short_name() == "bert"
