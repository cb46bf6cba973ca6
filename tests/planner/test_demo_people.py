"""The people one tries the planner with."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from planner.accounts.access import OrganisationAction, may_for_all, roles_in
from planner.accounts.demo import create_demo_people
from planner.accounts.models import Membership, Role, Team, User
from planner.audit.models import Event

pytestmark = pytest.mark.django_db


def test_each_can_sign_in_with_the_given_password_and_has_the_role(client):
    accounts = create_demo_people()
    team = Team.objects.get(name="Demo bank")
    assert {account.username: account.role for account in accounts} == {
        "anna": Role.ARCHITECT,
        "victor": Role.VIEWER,
        "petra": Role.APPROVER,
        "adam": Role.ADMINISTRATOR,
    }
    for account in accounts:
        assert client.login(username=account.username, password=account.password)
        user = User.objects.get(username=account.username)
        assert roles_in(user, team.pk) == {account.role}
        assert may_for_all(user, OrganisationAction.SET_RULES) == (user.username == "adam")


def test_a_second_call_changes_nothing():
    first = create_demo_people()
    anna = User.objects.get(username="anna")
    anna.set_password("her own choice of words")
    anna.save()
    events = Event.objects.count()
    assert create_demo_people() == first
    assert User.objects.get(username="anna").check_password("her own choice of words")
    assert (User.objects.count(), Membership.objects.count()) == (4, 4)
    assert Event.objects.count() == events == 4


def test_production_has_no_demo_people(settings):
    settings.PLANNER_ENV = "production"
    with pytest.raises(ImproperlyConfigured, match="PLANNER_ENV=development"):
        create_demo_people()
    assert not User.objects.exists()
    assert not Team.objects.exists()
