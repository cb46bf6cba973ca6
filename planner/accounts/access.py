"""Who may do what: one table for what teams own, one for what the organisation shares."""

from __future__ import annotations

from enum import StrEnum

from django.contrib.auth.models import AnonymousUser

from planner.accounts.models import OrganisationRole, Role, Team, User


class Action(StrEnum):
    VIEW = "view"
    EDIT = "edit"
    SIGN = "sign"
    ADMINISTER = "administer"


ALLOWED: dict[Action, frozenset[Role]] = {
    Action.VIEW: frozenset(Role),
    Action.EDIT: frozenset({Role.ARCHITECT, Role.ADMINISTRATOR}),
    Action.SIGN: frozenset({Role.APPROVER}),
    Action.ADMINISTER: frozenset({Role.ADMINISTRATOR}),
}


class OrganisationAction(StrEnum):
    """What concerns every team, so that no role in a team gives the right to it."""

    KEEP_TEMPLATES = "keep templates"
    SET_RULES = "set rules"


ALLOWED_FOR_ALL: dict[OrganisationAction, frozenset[OrganisationRole]] = {
    OrganisationAction.KEEP_TEMPLATES: frozenset({OrganisationRole.STEWARD}),
    OrganisationAction.SET_RULES: frozenset({OrganisationRole.STEWARD}),
}


def roles_in(user: User | AnonymousUser, team_id: int) -> frozenset[Role]:
    """The roles that a person holds in a team; none for strangers and closed accounts."""
    return _roles_by_team(user).get(team_id, frozenset())


def team_ids(user: User | AnonymousUser, role: Role | None = None) -> frozenset[int]:
    """Ids of the teams in which a person holds ``role``, or any role; all for a superuser."""
    if _may_all(user):
        return frozenset(Team.objects.values_list("id", flat=True))
    return frozenset(
        team_id for team_id, roles in _roles_by_team(user).items() if role is None or role in roles
    )


def may(user: User | AnonymousUser, action: Action, team_id: int) -> bool:
    """Whether a person may do ``action`` to what the team owns. Superusers may do everything."""
    return _may_all(user) or not ALLOWED[action].isdisjoint(roles_in(user, team_id))


def may_for_all(user: User | AnonymousUser, action: OrganisationAction) -> bool:
    """Whether a person may do ``action`` for the whole organisation. Superusers may."""
    if isinstance(user, AnonymousUser) or not user.is_active or user.pk is None:
        return False
    return user.is_superuser or not ALLOWED_FOR_ALL[action].isdisjoint(user.organisation_roles)


def _may_all(user: User | AnonymousUser) -> bool:
    return user.is_active and user.is_superuser


def _roles_by_team(user: User | AnonymousUser) -> dict[int, frozenset[Role]]:
    # An account without a key has not been saved yet, so it cannot be a member of anything.
    if isinstance(user, AnonymousUser) or not user.is_active or user.pk is None:
        return {}
    return user.roles_by_team
