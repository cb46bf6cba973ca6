"""PostgreSQL's index for finding the inside of a text: trigrams, from its own extension pg_trgm.

SQLite has nothing like it and reads all entries. So does a PostgreSQL that refuses the extension:
the search is slower there, nothing else.
"""

from __future__ import annotations

from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

NAME = "search_entry_by_part"
INSTALL = (
    # Needs the right CREATE on the database, unless the extension is there already.
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    f"CREATE INDEX IF NOT EXISTS {NAME} ON worksheets_searchentry USING gin (folded gin_trgm_ops)",
)
REMOVE = f"DROP INDEX IF EXISTS {NAME}"


def install(connection: BaseDatabaseWrapper) -> bool:
    """Make the index, also where it is already; False when this database cannot have it.

    The attempt stands in a savepoint, so that a refusal leaves the surrounding transaction whole.
    """
    if connection.vendor != "postgresql":
        return False
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            for statement in INSTALL:
                cursor.execute(statement)
    except DatabaseError:
        return False
    return True


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the index away, for undoing the migration; the extension may serve others and stays."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(REMOVE)
