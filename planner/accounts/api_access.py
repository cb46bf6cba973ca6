"""Who a script acts for, what its token lets it do, and how often."""

from __future__ import annotations

from typing import Any

from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.throttling import SimpleRateThrottle

from planner.accounts.models import ApiToken, User
from planner.accounts.tokens import token_of


class TokenAuthentication(BaseAuthentication):
    """``Authorization: Bearer SECRET``; the token is then ``request.auth``."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        scheme, _, secret = get_authorization_header(request).partition(b" ")
        if scheme.lower() != b"bearer":
            return None
        token = token_of(secret.strip().decode("ascii", errors="replace"))
        if token is None:
            raise AuthenticationFailed(
                "This token is not known here: it was revoked, has expired or was typed wrongly."
            )
        token.user.acts_through = token.name
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class TokenMayWrite(BasePermission):
    """Read-only tokens read. What the person may do is asked for by the services."""

    message = "This token may only read. Use one that was made to read and write."

    def has_permission(self, request: Request, view: Any) -> bool:
        token = request.auth
        if not isinstance(token, ApiToken) or request.method in SAFE_METHODS:
            return True
        return token.scope == ApiToken.Scope.WRITE


class PerCaller(SimpleRateThrottle):
    """Counts reads and writes apart, per token or per signed-in person."""

    def __init__(self) -> None:
        # The rate depends on the request.
        self.history: list[float] = []

    def allow_request(self, request: Request, view: Any) -> bool:
        self.scope = "read" if request.method in SAFE_METHODS else "write"
        self.rate = api_settings.DEFAULT_THROTTLE_RATES[self.scope]
        self.num_requests, self.duration = self.parse_rate(self.rate)
        return bool(super().allow_request(request, view))

    def get_cache_key(self, request: Request, view: Any) -> str:
        token = request.auth
        kind, ident = ("token", token.pk) if token else ("user", request.user.pk)
        return f"api-{self.scope}-{kind}-{ident}"
