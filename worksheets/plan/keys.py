"""Keys for new rows."""

from __future__ import annotations

import secrets
from collections.abc import Container

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_key(taken: Container[str]) -> str:
    """A random key, ten letters and digits, that is not among those taken."""
    while True:
        key = "".join(secrets.choice(_ALPHABET) for _ in range(10))
        if key not in taken:
            return key
