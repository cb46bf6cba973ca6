"""People and teams for the tests of the site."""

from __future__ import annotations

import pytest

from planner.accounts.models import Membership, Role, Team, User

PASSWORD = "a long enough pass phrase"


@pytest.fixture(autouse=True)
def quick_password_hashing(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def password():
    return PASSWORD


@pytest.fixture
def team(db):
    return Team.objects.create(name="Core banking", slug="core-banking")


@pytest.fixture
def other_team(db):
    return Team.objects.create(name="Cards", slug="cards")


@pytest.fixture
def person(db):
    """Makes a person: ``person("anna", {team: [Role.ARCHITECT]})``."""

    def make(username: str, roles: dict[Team, list[Role]] | None = None, **fields) -> User:
        user = User.objects.create_user(username, password=PASSWORD, **fields)
        for team, held in (roles or {}).items():
            for role in held:
                Membership.objects.create(user=user, team=team, role=role)
        return User.objects.get(pk=user.pk)

    return make
