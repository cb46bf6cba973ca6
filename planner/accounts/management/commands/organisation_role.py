"""``manage.py organisation_role``: who keeps what all teams share."""

from __future__ import annotations

import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from planner.accounts.models import OrganisationRole, User
from planner.accounts.roles import grant_organisation_role, revoke_organisation_role


class Command(BaseCommand):
    help = "Gives a person a role in the whole organisation, or takes it away."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=["grant", "revoke"])
        parser.add_argument("username")
        parser.add_argument("role", choices=[role.value for role in OrganisationRole])

    def handle(self, *args: Any, verb: str, username: str, role: str, **options: Any) -> None:
        change = grant_organisation_role if verb == "grant" else revoke_organisation_role
        operator = f"operator {getpass.getuser()}"
        try:
            done = change(username=username, role=OrganisationRole(role), actor=operator)
        except User.DoesNotExist:
            raise CommandError(
                f"There is no account {username}; make it with manage.py createsuperuser or shell."
            ) from None
        words = {"grant": ("is now", "is already"), "revoke": ("is no longer", "is not")}
        state = words[verb][0 if done else 1]
        self.stdout.write(f"{username} {state} {role} of the organisation.")
