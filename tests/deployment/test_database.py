"""The tests run on the database that was asked for, and it is opened the way it should be."""

from __future__ import annotations

import os

import pytest
from django.db import connection

EXPECTED = os.environ.get("EXPECT_DATABASE")


@pytest.mark.skipif(EXPECTED is None, reason="EXPECT_DATABASE names no database; make test does")
def test_the_database_is_the_one_that_was_asked_for():
    assert connection.vendor == EXPECTED


@pytest.mark.django_db
def test_sqlite_checks_foreign_keys():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL always does")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys")
        assert cursor.fetchone() == (1,)
