"""API tokens: making, finding and revoking them.

A secret has 256 random bits, so its plain SHA-256 can neither be guessed nor turned back, and a
slow password hash at every request would protect nothing more.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from planner.accounts.models import ApiToken, User
from planner.audit import record

# Lets scanners of repositories and chat logs recognise a secret that got away.
PREFIX = "hcp_"
DEFAULT_DAYS = 90
LONGEST_DAYS = 365
MOST = 20
_LENGTH = len(PREFIX) + 43
_USE_NOTED_EVERY = timedelta(minutes=5)


class TokenRefused(Exception):
    """A token cannot be made so: messages by field, "" for the whole."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        self.errors = dict(errors)
        super().__init__("; ".join(self.errors.values()))


class Made(NamedTuple):
    """A new token; `secret` is known now and never again."""

    token: ApiToken
    secret: str


def make_token(
    *, owner: User, name: str, scope: str, days: int, actor: User | str | None = None
) -> Made:
    """Make a token for a person, who makes it unless `actor` names somebody else.

    Raises TokenRefused.
    """
    name = name.strip()
    errors = _errors(name, scope, days)
    if errors:
        raise TokenRefused(errors)
    secret = PREFIX + secrets.token_urlsafe(32)
    with transaction.atomic():
        # Two requests at once must not pass the limit together.
        User.objects.select_for_update().get(pk=owner.pk)
        held = set(owner.api_tokens.values_list("name", flat=True))
        if name in held:
            raise TokenRefused({"name": f"You already have a token called {name}."})
        if len(held) >= MOST:
            raise TokenRefused({"": f"There are {MOST} tokens already. Revoke one first."})
        token = ApiToken.objects.create(
            user=owner,
            name=name,
            digest=_digest(secret),
            scope=scope,
            expires_at=timezone.now() + timedelta(days=days),
        )
        details = {"scope": scope, "expires": token.expires_at.isoformat(timespec="seconds")}
        _record("token.made", token, actor or owner, details)
    return Made(token, secret)


def revoke_token(*, owner: User, token_id: int, actor: User | str | None = None) -> bool:
    """Take a person's token away at once; False when they have no such token."""
    with transaction.atomic():
        token = owner.api_tokens.select_for_update().filter(pk=token_id).first()
        if token is None:
            return False
        revoked = token.pk
        token.delete()
        token.pk = revoked
        _record("token.revoked", token, actor or owner, {})
    return True


def token_of(secret: str) -> ApiToken | None:
    """The token with its owner, if it has not expired and the owner's account is open.

    Notes the use, to within five minutes.
    """
    if len(secret) != _LENGTH or not secret.startswith(PREFIX):
        return None
    now = timezone.now()
    found = ApiToken.objects.select_related("user").filter(digest=_digest(secret))
    token = found.filter(expires_at__gt=now, user__is_active=True).first()
    if token is None:
        return None
    if token.last_used_at is None or token.last_used_at < now - _USE_NOTED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
    return token


def _errors(name: str, scope: str, days: int) -> dict[str, str]:
    errors = {}
    if not 0 < len(name) <= 64 or not name.isprintable():
        errors["name"] = "Enter a name of at most 64 characters, such as the script's."
    if scope not in ApiToken.Scope.values:
        errors["scope"] = "Choose read, or read and write."
    if not 1 <= days <= LONGEST_DAYS:
        errors["days"] = f"Enter a whole number of days from 1 to {LONGEST_DAYS}."
    return errors


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _record(action: str, token: ApiToken, actor: User | str, details: Mapping[str, object]) -> None:
    record(
        actor=actor,
        action=action,
        subject=f"account:{token.user.get_username()}/token:{token.pk}",
        details={"name": token.name, **details},
    )
