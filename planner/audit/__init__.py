"""The event log: append-only, each event chained to the one before by its hash."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser

    from planner.audit.models import Event


def record(
    *, actor: AbstractBaseUser | str, action: str, subject: str, details: Mapping[str, Any]
) -> Event:
    """Append one event to the log; see `planner.audit.chain.record`."""
    # Models cannot be imported while Django is still collecting its applications, which is
    # when this package is first imported.
    from planner.audit import chain

    return chain.record(actor=actor, action=action, subject=subject, details=details)
