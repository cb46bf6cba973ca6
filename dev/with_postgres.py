"""Runs a command with DATABASE_URL naming a PostgreSQL server.

    python -m dev.with_postgres [--durable] -- command ...

The server is, in this order: the one that DATABASE_URL names already; one on 127.0.0.1:5432 that
lets the user postgres in; a private one, started for the command from installed programs and
removed afterwards. Exit status: that of the command, or 69 when no server can be had.

Run by the virtual environment's Python: it needs psycopg.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg

NO_SERVER = 69  # EX_UNAVAILABLE of sysexits.h
LOCAL = "postgres://postgres@127.0.0.1:5432"
DEBIAN = "/usr/lib/postgresql"


class NoServer(Exception):
    """No PostgreSQL can be had; the message says why and what to do."""


@contextlib.contextmanager
def server(environment: dict[str, str], *, durable: bool = False) -> Iterator[str]:
    """The address of a PostgreSQL database for tests, as text for DATABASE_URL.

    The database itself need not exist: Django's tests make theirs beside it. ``durable`` says
    whether a private server waits for the disk as a productive one does. Raises NoServer.
    """
    named = environment.get("DATABASE_URL", "")
    if re.match(r"(postgres|postgresql|pgsql|psql)://", named):
        if problem := refusal(named):
            raise NoServer(f"The server that DATABASE_URL names cannot be used: {problem}")
        yield named
    elif not refusal(f"{LOCAL}/postgres"):
        # A name of its own, since other runs may use the same server at the same time.
        yield f"{LOCAL}/planner_{secrets.token_hex(4)}"
    else:
        with private_server(durable=durable) as address:
            yield address


def refusal(address: str) -> str | None:
    """Why databases cannot be made on the server of ``address``; None when they can."""
    url = re.sub(r"^\w+://", "postgresql://", address)
    url = re.sub(r"/[^/?]*(?=$|\?)", "/postgres", url)
    query = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            row = connection.execute(query).fetchone()
    except psycopg.Error as problem:
        return str(problem).strip()
    return None if row and row[0] else "its user may not create databases."


@contextlib.contextmanager
def private_server(*, durable: bool = False) -> Iterator[str]:
    """A new server on a free port of 127.0.0.1, gone afterwards. Raises NoServer."""
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="planner-postgres-"))
    data = folder / "data"
    password = secrets.token_urlsafe(24)
    (folder / "password").write_text(password, encoding="ascii")
    as_owner = _owner(folder)
    pg_ctl = [*as_owner, str(programs / "pg_ctl"), "--pgdata", str(data), "--silent"]
    try:
        _run(
            *as_owner,
            str(programs / "initdb"),
            *("--pgdata", str(data), "--username", "postgres", "--auth", "scram-sha-256"),
            *("--pwfile", str(folder / "password"), "--encoding", "UTF8", "--no-locale"),
            "--no-sync",
        )
        port = _free_port()
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
        if not durable:
            options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        log = str(folder / "log")
        _run(*pg_ctl, "--wait", "--log", log, "--options", options, "start")
        yield f"postgres://postgres:{password}@127.0.0.1:{port}/planner"
    finally:
        stop = [*pg_ctl, "--wait", "--mode", "immediate", "stop"]
        if (data / "postmaster.pid").exists():
            subprocess.run(stop, cwd="/", capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path:
    """The folder of initdb and pg_ctl, of the newest version there is. Raises NoServer."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    versions = [path for path in Path(DEBIAN).glob("*/bin") if (path / "initdb").exists()]
    folders += sorted(versions, key=lambda path: float(path.parent.name))
    if not folders:
        raise NoServer(
            "No PostgreSQL: DATABASE_URL names none, none on 127.0.0.1:5432 lets the user "
            "postgres in, and its programs are not installed. Type this, then try again:\n\n"
            "    sudo apt-get install --yes postgresql\n"
        )
    return folders[-1]


def _owner(folder: Path) -> list[str]:
    """What to put before a command so that it may own a server in ``folder``.

    The server refuses to run as root; the user postgres comes with its packages.
    """
    if os.geteuid() != 0:
        return []
    for path in (folder, *folder.iterdir()):
        try:
            shutil.chown(path, "postgres")
        except LookupError as problem:
            raise NoServer("PostgreSQL refuses root, and there is no user postgres.") from problem
    return ["runuser", "-u", "postgres", "--"]


def _run(*command: str) -> None:
    # A folder that the user postgres may be in; stdout goes nowhere because the server keeps it.
    none = subprocess.DEVNULL
    done = subprocess.run(command, cwd="/", stdin=none, stdout=none, stderr=subprocess.PIPE)
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip()
        raise NoServer(f"A private PostgreSQL could not be started: {words}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m dev.with_postgres")
    parser.add_argument("--durable", action="store_true", help="a private server syncs its disk")
    parser.add_argument("command", nargs="+")
    chosen = parser.parse_args()
    # Without this the private server would outlive a run that is terminated.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with server(dict(os.environ), durable=chosen.durable) as address:
            environment = os.environ | {"DATABASE_URL": address}
            return subprocess.run(chosen.command, env=environment).returncode
    except NoServer as problem:
        print(problem, file=sys.stderr)
        return NO_SERVER


if __name__ == "__main__":
    sys.exit(main())
