"""People, teams, and who holds which role where."""

from __future__ import annotations

from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower


class Role(models.TextChoices):
    VIEWER = "viewer", "viewer"
    ARCHITECT = "architect", "architect"
    APPROVER = "approver", "approver"
    ADMINISTRATOR = "administrator", "administrator"


class User(AbstractUser):
    """A person with an account; signs in by user name."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(max_length=200, blank=True)

    # Name of the token by which this object's request came; the event log tells it.
    acts_through = ""

    class Meta:
        constraints = [
            # Anna and anna in one signature list would be two people nobody can tell apart.
            models.UniqueConstraint(
                Lower("username"),
                name="username_once_whatever_case",
                violation_error_message="There is an account of that name already.",
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        """The full name, or the user name of a person who gave none."""
        return self.full_name or self.username

    def get_short_name(self) -> str:
        return self.get_full_name()

    @cached_property
    def roles_by_team(self) -> dict[int, frozenset[Role]]:
        """Team id -> roles held there, read once for the life of this object."""
        held: dict[int, set[Role]] = {}
        for team_id, role in self.memberships.values_list("team_id", "role"):
            held.setdefault(team_id, set()).add(Role(role))
        return {team_id: frozenset(roles) for team_id, roles in held.items()}

    @cached_property
    def organisation_roles(self) -> frozenset[OrganisationRole]:
        """The roles held in the whole organisation, read once for the life of this object."""
        found = self.organisation_memberships.values_list("role", flat=True)
        return frozenset(OrganisationRole(role) for role in found)


class Team(models.Model):
    """Those who own clusters together."""

    name = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(max_length=100, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class OrganisationRole(models.TextChoices):
    """Roles that no team gives: they are about what all teams share."""

    STEWARD = "steward", "steward"


class OrganisationMembership(models.Model):
    """One role of one person in the whole organisation."""

    user = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="organisation_memberships"
    )
    role = models.CharField(max_length=20, choices=OrganisationRole)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "role"], name="organisation_role_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in OrganisationRole]),
                name="organisation_role_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} is {self.role} of the organisation"


class Membership(models.Model):
    """One role of one person in one team; somebody with two roles has two of these."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "team", "role"], name="membership_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]),
                name="membership_role_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} is {self.role} of {self.team}"


class ApiToken(models.Model):
    """A key by which scripts act for a person. Only the SHA-256 of its secret is kept."""

    class Scope(models.TextChoices):
        READ = "read", "read only"
        WRITE = "write", "read and write"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=10, choices=Scope, default=Scope.READ)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["user", "name"], name="api_token_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
