"""Keys for new rows."""

from __future__ import annotations

import secrets

from worksheets.plan.plan import Plan
from worksheets.plan.row import Row

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_key(plan: Plan, kind: type[Row]) -> str:
    """A random key, ten letters and digits, that no row of the worksheet has."""
    while True:
        key = "".join(secrets.choice(_ALPHABET) for _ in range(10))
        if plan.get(kind, key) is None:
            return key
