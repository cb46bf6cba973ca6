"""Database triggers that let nobody change or remove an event, whoever holds the connection."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "audit_event"
MESSAGE = "the event log is append-only"


def _sqlite_trigger(verb: str, when: str = "") -> str:
    return (
        f"CREATE TRIGGER IF NOT EXISTS {TABLE}_refuse_{verb.lower()} BEFORE {verb} ON {TABLE} "
        f"{when} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    )


INSTALL = {
    "sqlite": [
        _sqlite_trigger("UPDATE"),
        _sqlite_trigger("DELETE"),
        # INSERT OR REPLACE removes the old row without asking the trigger on DELETE.
        _sqlite_trigger("INSERT", "WHEN NEW.number IN (SELECT number FROM audit_event)"),
    ],
    "postgresql": [
        f"CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation'; END $$",
        f"CREATE OR REPLACE TRIGGER {TABLE}_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_refuse()",
    ],
}

REMOVE = {
    "sqlite": [
        f"DROP TRIGGER IF EXISTS {TABLE}_refuse_update",
        f"DROP TRIGGER IF EXISTS {TABLE}_refuse_delete",
        f"DROP TRIGGER IF EXISTS {TABLE}_refuse_insert",
    ],
    "postgresql": [
        f"DROP TRIGGER IF EXISTS {TABLE}_refuse ON {TABLE}",
        f"DROP FUNCTION IF EXISTS {TABLE}_refuse()",
    ],
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place, also where they are already.

    SQLite loses them when a migration rebuilds the table; such a migration calls this again.
    Raises KeyError on a database other than the two supported.
    """
    _run(connection, INSTALL)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for undoing the migration, and for tests that empty the tables."""
    _run(connection, REMOVE)


def _run(connection: BaseDatabaseWrapper, statements: dict[str, list[str]]) -> None:
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
