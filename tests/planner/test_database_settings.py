"""How the database is opened."""

from __future__ import annotations

import sqlite3

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from planner import database


def test_relative_sqlite_file_lies_under_the_base_and_its_folder_is_made(tmp_path):
    config = database.from_url("sqlite:///var/deep/planner.sqlite3", tmp_path)
    assert config["NAME"] == str(tmp_path / "var/deep/planner.sqlite3")
    assert (tmp_path / "var/deep").is_dir()
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_sqlite_pragmas_take_hold(tmp_path):
    config = database.from_url(f"sqlite:///{tmp_path}/x.sqlite3", tmp_path)
    opened = sqlite3.connect(config["NAME"])
    opened.executescript(config["OPTIONS"]["init_command"])
    answers = [
        opened.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    ]
    opened.close()
    assert answers == ["wal", 2, 1]


def test_postgresql_keeps_and_checks_its_connections(tmp_path):
    config = database.from_url(
        "postgres://u:p%40ss@db.example:5433/planner?sslmode=require", tmp_path
    )
    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert (config["HOST"], config["PORT"], config["PASSWORD"]) == ("db.example", 5433, "p@ss")
    assert config["CONN_MAX_AGE"] > 0
    assert config["CONN_HEALTH_CHECKS"] is True
    assert config["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize(
    "url", ["mysql://u:p@h/db", "nonsense", "postgres://h:5432", "postgres://u:p@h:port/db"]
)
def test_other_databases_are_refused_without_showing_the_password(url, tmp_path):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must look like") as raised:
        database.from_url(url, tmp_path)
    assert "u:p@" not in str(raised.value)


@pytest.mark.django_db
def test_foreign_keys_are_enforced_on_the_database_in_use():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
        else:
            cursor.execute("SHOW session_replication_role")
            assert cursor.fetchone() == ("origin",)
