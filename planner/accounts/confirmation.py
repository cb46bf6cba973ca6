"""Asking for the password once more, before something is signed."""

from __future__ import annotations

from django.contrib.auth import authenticate
from django.http import HttpRequest

from planner.accounts import throttle
from planner.accounts.models import User
from planner.accounts.sign_in import THROTTLED, SignInForm


class NotConfirmed(Exception):
    """The person at the keyboard has not shown to be the one signed in; says why."""


def confirm_password(user: User, password: str, request: HttpRequest | None = None) -> None:
    """Return if the password is that of the person; wrong ones count as failed sign-ins.

    Must run outside a transaction that is rolled back, so that the event log keeps the failure.
    Raises NotConfirmed.
    """
    username = user.get_username()
    if throttle.is_closed(username):
        raise NotConfirmed(SignInForm.error_messages[THROTTLED])
    if authenticate(request, username=username, password=password) != user:
        raise NotConfirmed("This is not your password. Enter the one you sign in with.")
