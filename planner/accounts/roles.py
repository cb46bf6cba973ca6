"""Giving and taking roles."""

from __future__ import annotations

from django.db import transaction
from django.utils.text import slugify

from planner.accounts.models import (
    Membership,
    OrganisationMembership,
    OrganisationRole,
    Role,
    Team,
    User,
)
from planner.audit import record


def grant_role(*, username: str, team: str, role: Role, actor: str) -> bool:
    """Give a person a role in a team, which is made when it does not exist yet.

    Returns False when the person had the role already. Raises User.DoesNotExist.
    """
    with transaction.atomic():
        user = User.objects.get(username=username)
        owner, _ = Team.objects.get_or_create(name=team, defaults={"slug": slugify(team)})
        _, made = Membership.objects.get_or_create(user=user, team=owner, role=role)
        if made:
            _record("role.granted", user, owner, role, actor)
    return made


def revoke_role(*, username: str, team: str, role: Role, actor: str) -> bool:
    """Take a role from a person; returns False when the person did not have it."""
    with transaction.atomic():
        found = Membership.objects.filter(user__username=username, team__name=team, role=role)
        membership = found.select_related("user", "team").first()
        if membership is None:
            return False
        membership.delete()
        _record("role.revoked", membership.user, membership.team, role, actor)
    return True


def grant_organisation_role(*, username: str, role: OrganisationRole, actor: str) -> bool:
    """Give a person a role in the whole organisation; returns False when they had it already.

    Raises User.DoesNotExist.
    """
    with transaction.atomic():
        user = User.objects.get(username=username)
        _, made = OrganisationMembership.objects.get_or_create(user=user, role=role)
        if made:
            _record_for_all("organisation_role.granted", user, role, actor)
    return made


def revoke_organisation_role(*, username: str, role: OrganisationRole, actor: str) -> bool:
    """Take a role in the organisation from a person; returns False when they did not have it."""
    with transaction.atomic():
        found = OrganisationMembership.objects.filter(user__username=username, role=role)
        membership = found.select_related("user").first()
        if membership is None:
            return False
        membership.delete()
        _record_for_all("organisation_role.revoked", membership.user, role, actor)
    return True


def _record_for_all(action: str, user: User, role: OrganisationRole, actor: str) -> None:
    record(
        actor=actor,
        action=action,
        subject=f"account:{user.username}",
        details={"role": role.value},
    )


def _record(action: str, user: User, team: Team, role: Role, actor: str) -> None:
    record(
        actor=actor,
        action=action,
        subject=f"account:{user.username}",
        details={"team": team.name, "role": role.value},
    )
