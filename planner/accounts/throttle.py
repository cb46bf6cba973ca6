"""Slows down whoever guesses a password. Remembers nothing of its own: it reads the event log."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from planner.audit.models import Event

SIGNED_IN = "account.signed_in"
FAILED = "account.sign_in_failed"

ATTEMPTS = 10
WINDOW = timedelta(minutes=10)


def subject(username: str) -> str:
    """How the event log names an account, existing or not."""
    return f"account:{username}"


def is_closed(username: str) -> bool:
    """True after ten failures in a row within ten minutes, whether or not the name exists."""
    recent = Event.objects.filter(
        subject=subject(username),
        action__in=(SIGNED_IN, FAILED),
        at__gte=timezone.now() - WINDOW,
    )
    actions = list(recent.order_by("-number").values_list("action", flat=True)[:ATTEMPTS])
    return actions.count(FAILED) == ATTEMPTS
