"""Callers of the interface: people with a session, scripts with a token."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from planner.accounts.models import User
from planner.accounts.tokens import make_token

V1 = "/api/v1/"


@pytest.fixture(autouse=True)
def nobody_has_asked_before():
    """The throttle counts in the cache, which outlives the database of a test."""
    cache.clear()


@dataclass
class Caller:
    """Sends JSON; `data` is what comes back as Python objects."""

    headers: dict[str, str] = field(default_factory=dict)
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def __call__(
        self,
        method: str,
        address: str,
        body: Any = None,
        *,
        content_type: str = "application/json",
        **headers: str,
    ) -> Any:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        response = self.client.generic(
            method.upper(),
            V1 + address,
            b"" if body is None else data,
            content_type=content_type,
            headers={**self.headers, **named},
        )
        if response.get("Content-Type", "").endswith("json"):
            response.data = json.loads(response.content)
        return response


@pytest.fixture
def session():
    """A caller signed in as a person: ``session(user)``."""

    def session(user: User) -> Caller:
        caller = Caller()
        caller.client.force_login(user)
        return caller

    return session


@pytest.fixture
def script():
    """A caller with a token of a person: ``script(user, "read")``."""

    def script(user: User, scope: str = "write") -> Caller:
        secret = make_token(owner=user, name=f"{scope} test", scope=scope, days=90).secret
        return Caller({"Authorization": f"Bearer {secret}"})

    return script


@pytest.fixture
def call(script, architect):
    """A script of the architect that may write."""
    return script(architect)


@pytest.fixture
def rows(cluster):
    """Address of the rows of a worksheet: ``rows("node")``, ``rows("node", "n1")``."""

    def rows(slug: str, key: str = "") -> str:
        lead = f"clusters/{cluster.pk}/worksheets/{slug}/rows"
        return f"{lead}/{key}" if key else lead

    return rows
