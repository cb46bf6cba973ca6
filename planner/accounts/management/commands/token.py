"""``manage.py token``: API tokens of an account, for operators and service accounts."""

from __future__ import annotations

import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from planner.accounts.models import ApiToken, User
from planner.accounts.tokens import DEFAULT_DAYS, TokenRefused, make_token, revoke_token


class Command(BaseCommand):
    help = "Makes, lists or revokes the API tokens of an account."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=["make", "list", "revoke"])
        parser.add_argument("username")
        parser.add_argument("name", nargs="?", default="", help="name of the token")
        parser.add_argument("--scope", choices=ApiToken.Scope.values, default="read")
        parser.add_argument("--days", type=int, default=DEFAULT_DAYS, help="until it expires")

    def handle(self, *args: Any, verb: str, username: str, **options: Any) -> None:
        owner = User.objects.filter(username=username).first()
        if owner is None:
            raise CommandError(f"There is no account {username}.")
        if verb == "list":
            self._list(owner)
        elif verb == "make":
            self._make(owner, **options)
        else:
            self._revoke(owner, options["name"])

    def _list(self, owner: User) -> None:
        for token in owner.api_tokens.all():
            used = f"{token.last_used_at:%Y-%m-%d}" if token.last_used_at else "never"
            self.stdout.write(
                f"{token.name}\t{token.scope}\texpires {token.expires_at:%Y-%m-%d}\tused {used}"
            )

    def _make(self, owner: User, name: str, scope: str, days: int, **options: Any) -> None:
        try:
            made = make_token(owner=owner, name=name, scope=scope, days=days, actor=_operator())
        except TokenRefused as error:
            raise CommandError(" ".join(error.errors.values())) from None
        # Nothing but the secret, so that it can be piped to where it is kept.
        self.stdout.write(made.secret)

    def _revoke(self, owner: User, name: str) -> None:
        token = owner.api_tokens.filter(name=name).first()
        if token is None or not revoke_token(owner=owner, token_id=token.pk, actor=_operator()):
            raise CommandError(f"{owner.username} has no token called {name!r}.")
        self.stdout.write(f"The token {name} of {owner.username} is revoked.")


def _operator() -> str:
    return f"operator {getpass.getuser()}"
