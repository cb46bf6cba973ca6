"""``manage.py role``: who may do what in which team."""

from __future__ import annotations

import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from planner.accounts.models import Role, User
from planner.accounts.roles import grant_role, revoke_role


class Command(BaseCommand):
    help = "Gives a person a role in a team, or takes it away. A new team is made by the way."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=["grant", "revoke"])
        parser.add_argument("username")
        parser.add_argument("team", help="name of the team")
        parser.add_argument("role", choices=[role.value for role in Role])

    def handle(self, *args: Any, verb: str, role: str, **options: Any) -> None:
        change = grant_role if verb == "grant" else revoke_role
        username, team = options["username"], options["team"]
        operator = f"operator {getpass.getuser()}"
        try:
            done = change(username=username, team=team, role=Role(role), actor=operator)
        except User.DoesNotExist:
            raise CommandError(
                f"There is no account {username}; make it with manage.py createsuperuser or shell."
            ) from None
        words = {"grant": ("now has", "already has"), "revoke": ("no longer has", "does not have")}
        state = words[verb][0 if done else 1]
        self.stdout.write(f"{username} {state} the role {role} in {team}.")
