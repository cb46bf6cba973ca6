"""People to try the planner with, in development only."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from planner.accounts.models import (
    Membership,
    OrganisationMembership,
    OrganisationRole,
    Role,
    Team,
    User,
)
from planner.audit import record
from planner.env import DEVELOPMENT

TEAM = "Demo bank"
STEWARD = "adam"
PEOPLE = (
    ("anna", "Anna Ahlers", Role.ARCHITECT),
    ("victor", "Victor Vogel", Role.VIEWER),
    ("petra", "Petra Paulsen", Role.APPROVER),
    ("adam", "Adam Arndt", Role.ADMINISTRATOR),
)


@dataclass(frozen=True)
class DemoAccount:
    """What one types to sign in as one of the demo people, and what they may do."""

    username: str
    password: str
    role: Role


def create_demo_people() -> list[DemoAccount]:
    """Make the team "Demo bank" and its four people; those who exist already are left alone.

    Raises ImproperlyConfigured outside development: their passwords are no secret.
    """
    if settings.PLANNER_ENV != DEVELOPMENT:
        raise ImproperlyConfigured(
            "Demo people have passwords that everybody knows; they exist only with "
            f"PLANNER_ENV={DEVELOPMENT}."
        )
    with transaction.atomic():
        team, _ = Team.objects.get_or_create(slug="demo-bank", defaults={"name": TEAM})
        return [_create(team, *person) for person in PEOPLE]


def _create(team: Team, username: str, full_name: str, role: Role) -> DemoAccount:
    account = DemoAccount(username, f"demo-{username}-only-here", role)
    if not User.objects.filter(username=username).exists():
        user = User.objects.create_user(
            username,
            email=f"{username}@demo-bank.example",
            password=account.password,
            full_name=full_name,
        )
        Membership.objects.create(user=user, team=team, role=role)
        roles = [role.value]
        if username == STEWARD:
            steward = OrganisationRole.STEWARD
            OrganisationMembership.objects.create(user=user, role=steward)
            roles.append(steward.value)
        record(
            actor="system",
            action="account.created",
            subject=f"account:{username}",
            details={"username": username, "team": team.name, "roles": roles},
        )
    return account
