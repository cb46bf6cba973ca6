"""Asks the server in this container whether it is able to work; exit status 0 when it is.

Standard library only. The server answers only to the names in ALLOWED_HOSTS, so the first of them
is the one it is asked by.
"""

from __future__ import annotations

import os
import sys
import urllib.request
from collections.abc import Mapping

PORT = 8000


def request(environment: Mapping[str, str]) -> urllib.request.Request:
    """The question to the health page, under a name that the server answers to."""
    host = environment.get("ALLOWED_HOSTS", "").split(",")[0].strip().removeprefix(".")
    address = f"http://127.0.0.1:{PORT}/healthz/"
    return urllib.request.Request(address, headers={"Host": host or "localhost"})


def main() -> str | None:
    try:
        with urllib.request.urlopen(request(os.environ), timeout=4) as answer:
            return None if answer.status == 200 else f"status {answer.status}"
    except OSError as problem:
        return str(problem)


if __name__ == "__main__":
    sys.exit(main())
