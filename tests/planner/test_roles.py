"""The command that gives and takes roles."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import CommandError, call_command

from planner.accounts.access import Action, OrganisationAction, may, may_for_all
from planner.accounts.models import Team, User
from planner.audit.models import Event

pytestmark = pytest.mark.django_db


def run(capsys, *words):
    call_command("role", *words)
    return capsys.readouterr().out


def test_grant_makes_the_team_and_revoke_takes_the_role(capsys):
    User.objects.create_user("kim")
    assert "now has the role architect" in run(capsys, "grant", "kim", "Core", "architect")
    team = Team.objects.get(name="Core")
    assert may(User.objects.get(username="kim"), Action.EDIT, team.pk)
    assert "already has" in run(capsys, "grant", "kim", "Core", "architect")
    assert "no longer has" in run(capsys, "revoke", "kim", "Core", "architect")
    assert not may(User.objects.get(username="kim"), Action.VIEW, team.pk)
    assert "does not have" in run(capsys, "revoke", "kim", "Core", "architect")
    actions = Event.objects.order_by("number").values_list("action", flat=True)
    assert list(actions)[-2:] == ["role.granted", "role.revoked"]


def test_organisation_role(capsys):
    User.objects.create_user("kim")

    def run_for_all(verb):
        call_command("organisation_role", verb, "kim", "steward")
        return capsys.readouterr().out

    def may_now(action):
        return may_for_all(User.objects.get(username="kim"), action)

    assert not any(may_now(action) for action in OrganisationAction)
    assert "is now steward" in run_for_all("grant")
    assert "is already steward" in run_for_all("grant")
    assert all(may_now(action) for action in OrganisationAction)
    User.objects.filter(username="kim").update(is_active=False)
    assert not any(may_now(action) for action in OrganisationAction)
    assert "is no longer steward" in run_for_all("revoke")
    assert "is not steward" in run_for_all("revoke")
    actions = Event.objects.order_by("number").values_list("action", flat=True)
    assert list(actions)[-2:] == ["organisation_role.granted", "organisation_role.revoked"]
    with pytest.raises(CommandError, match="no account nobody"):
        call_command("organisation_role", "grant", "nobody", "steward")
    assert not any(may_for_all(AnonymousUser(), action) for action in OrganisationAction)


def test_unknown_account(capsys):
    with pytest.raises(CommandError, match="no account nobody"):
        run(capsys, "grant", "nobody", "Core", "viewer")
    assert not Team.objects.filter(name="Core").exists()
