"""Which database the site uses and how it is opened."""

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"
SCHEMES = ("sqlite", "postgres", "postgresql")
URL_EXPECTED = (
    "DATABASE_URL must look like postgres://user:password@host:5432/name or sqlite:///path/to/file."
)

# FULL, not NORMAL: a signature that was confirmed on screen has to survive a power cut.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA cache_size=-32000",
    "PRAGMA temp_store=MEMORY",
)

POSTGRESQL_CONNECTIONS = {"CONN_MAX_AGE": 300, "CONN_HEALTH_CHECKS": True}


def from_url(url: str, base: Path) -> dict[str, Any]:
    """Django's settings for the database that ``url`` names.

    ``postgres://user:password@host:port/name`` or ``sqlite:///file``; a relative SQLite file is
    taken from ``base`` and its folder is made. Raises ImproperlyConfigured for other databases
    and for a folder that cannot be made.
    """
    scheme, separator, _ = url.partition("://")
    if not separator or scheme not in SCHEMES:
        raise ImproperlyConfigured(URL_EXPECTED)
    try:
        config: dict[str, Any] = dict(environ.Env.db_url_config(url))
    except ValueError:
        # Not chained: the original names parts of the URL, which may hold the password.
        raise ImproperlyConfigured(URL_EXPECTED) from None
    if config["ENGINE"] == SQLITE:
        return _sqlite(config, base)
    if not config["NAME"]:
        raise ImproperlyConfigured(URL_EXPECTED)
    return {**config, **POSTGRESQL_CONNECTIONS}


def _sqlite(config: dict[str, Any], base: Path) -> dict[str, Any]:
    name = config["NAME"]
    if name != ":memory:":
        file = (base / name).resolve()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise ImproperlyConfigured(
                f"The folder of the SQLite database {file} cannot be made: {problem.strerror}. "
                "Point DATABASE_URL at a folder this account may write to."
            ) from problem
        name = str(file)
    return {
        "ENGINE": SQLITE,
        "NAME": name,
        "OPTIONS": {
            # A transaction that starts as a reader and then writes fails at once when another
            # writer came between; taking the write lock first makes it wait instead.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": ";".join(SQLITE_PRAGMAS),
        },
    }
