"""Writes who signed in, who failed to and who left into the event log."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import transaction
from django.http import HttpRequest

from planner.accounts.models import User
from planner.accounts.throttle import FAILED, SIGNED_IN, subject
from planner.audit import record

SIGNED_OUT = "account.signed_out"
NOBODY = "not signed in"


def connect() -> None:
    """Listen to Django's own three signals of signing in and out."""
    user_logged_in.connect(_signed_in, dispatch_uid=SIGNED_IN)
    user_logged_out.connect(_signed_out, dispatch_uid=SIGNED_OUT)
    user_login_failed.connect(_failed, dispatch_uid=FAILED)


def _signed_in(request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    _record(user, SIGNED_IN, user.get_username(), request)


def _signed_out(request: HttpRequest | None, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        _record(user, SIGNED_OUT, user.get_username(), request)


def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any) -> None:
    username = str(credentials.get("username", ""))
    # What a form would not have let through is no name of an account.
    if 0 < len(username) <= 150 and username.isprintable():
        _record(NOBODY, FAILED, username, request)


def _record(actor: User | str, action: str, username: str, request: HttpRequest | None) -> None:
    address = request.META.get("REMOTE_ADDR") if request is not None else None
    with transaction.atomic():
        record(
            actor=actor,
            action=action,
            subject=subject(username),
            details={"username": username, "address": address},
        )
