"""Keys of new rows."""

from __future__ import annotations

import secrets
from collections.abc import Container

from worksheets.plan.plan import Plan
from worksheets.plan.row import Row

# Without letters and digits that are taken for each other.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_key(plan: Plan, kind: type[Row], besides: Container[str] = ()) -> str:
    """A random key that no row of the worksheet has and that is not among `besides`."""
    while True:
        key = "".join(secrets.choice(_ALPHABET) for _ in range(10))
        if plan.get(kind, key) is None and key not in besides:
            return key
