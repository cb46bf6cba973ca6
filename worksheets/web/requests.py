"""What a request brings, in the types that views expect."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from planner.accounts.models import User


class SignedIn(HttpRequest):
    """A request of a signed-in person, with htmx's details."""

    user: User
    htmx: HtmxDetails
