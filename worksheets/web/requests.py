"""What a request brings, in the types that views expect."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from planner.accounts.models import User


class SignedIn(HttpRequest):
    """A request of a signed-in person, with htmx's details."""

    user: User
    htmx: HtmxDetails


def chosen_team(request: SignedIn) -> int:
    """Id of the team that a form names; 0, which no team has, for anything else."""
    text = request.POST.get("team", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
