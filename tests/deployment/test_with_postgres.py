"""Where the tests get their PostgreSQL from."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from dev import with_postgres
from dev.with_postgres import NoServer, find_programs, private_server, refusal, server

NOWHERE = "postgres://nobody@127.0.0.1:1/none"


def has_programs() -> bool:
    try:
        find_programs()
    except NoServer:
        return False
    return True


@pytest.mark.skipif(
    not has_programs() and not os.environ.get("CI"), reason="PostgreSQL is not installed"
)
def test_a_private_server_works_and_is_gone_afterwards():
    with private_server() as address:
        url = address.removesuffix("planner") + "postgres"
        with psycopg.connect(url) as connection:
            (folder,) = connection.execute("SHOW data_directory").fetchone()
        assert refusal(address) is None
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(url, password="wrong")

    assert not Path(folder).exists()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", urlsplit(address).port)), "it still listens"


def test_a_server_that_is_named_but_does_not_answer_is_an_error():
    with pytest.raises(NoServer, match="DATABASE_URL"), server({"DATABASE_URL": NOWHERE}):
        pass


def test_a_named_server_is_taken_as_it_is(monkeypatch):
    monkeypatch.setattr(with_postgres, "refusal", lambda address: None)

    with server({"DATABASE_URL": NOWHERE}) as address:
        assert address == NOWHERE


def test_a_local_server_is_used_under_a_name_of_its_own(monkeypatch):
    monkeypatch.setattr(with_postgres, "refusal", lambda address: None)

    with server({"DATABASE_URL": "sqlite:///file"}) as one, server({}) as two:
        assert one.startswith("postgres://postgres@127.0.0.1:5432/")
        assert one != two


def test_nothing_installed_is_said_with_what_to_type(monkeypatch, tmp_path):
    monkeypatch.setattr(with_postgres, "refusal", lambda address: "no")
    monkeypatch.setattr(with_postgres, "DEBIAN", str(tmp_path))
    monkeypatch.setattr(with_postgres.shutil, "which", lambda name: None)

    with pytest.raises(NoServer, match="apt-get install --yes postgresql"), server({}):
        pass


def test_the_newest_version_is_chosen(monkeypatch, tmp_path):
    for version in ("9.6", "15", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch()
    monkeypatch.setattr(with_postgres, "DEBIAN", str(tmp_path))
    monkeypatch.setattr(with_postgres.shutil, "which", lambda name: None)

    assert find_programs() == tmp_path / "17" / "bin"


def test_the_exit_status_tells_a_missing_server_from_a_failed_command():
    command = [sys.executable, "-m", "dev.with_postgres", "--", "true"]
    done = subprocess.run(
        command, env=os.environ | {"DATABASE_URL": NOWHERE}, capture_output=True, text=True
    )

    assert done.returncode == with_postgres.NO_SERVER
    assert "DATABASE_URL" in done.stderr
