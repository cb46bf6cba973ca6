"""Production starts only when it is safe to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from planner import database, env, refusals

ROOT = Path(__file__).resolve().parents[2]
GOOD_KEY = "k9$Zp2vQx7LmT4wRb8NcY1sHd6GfJ3uE5aKoViWtXyBzPqMr"  # 48 characters
GOOD_KEY += "0-"
POSTGRESQL = {"ENGINE": database.POSTGRESQL, "NAME": "planner"}
LOCAL = "/dev/sda1 / ext4 rw,relatime 0 0\n"
MOUNTS = (
    LOCAL
    + "proc /proc proc rw 0 0\n"
    + "filer:/vol/home /home nfs4 rw,vers=4.2 0 0\n"
    + "//filer/apps /srv/two\\040words cifs rw 0 0\n"
    + "host:/x /mnt/share fuse.sshfs rw 0 0\n"
    + "/dev/sdb1 /home/local xfs rw 0 0\n"
    + "filer:/vol/old /data nfs rw 0 0\n"
    + "/dev/sdc1 /data ext4 rw 0 0\n"
)


def reasons(**changed):
    settings = {
        "debug": False,
        "secret_key": GOOD_KEY,
        "allowed_hosts": ["planner.example.com"],
        "database": POSTGRESQL,
        "mounts": LOCAL,
    }
    return list(refusals.reasons(**{**settings, **changed}))


def test_nothing_is_refused_when_all_is_well():
    assert reasons() == []
    assert reasons(database={"ENGINE": database.SQLITE, "NAME": "/var/lib/planner/x.db"}) == []


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"debug": True}, "Remove DEBUG"),
        ({"secret_key": ""}, "Set SECRET_KEY"),
        ({"secret_key": GOOD_KEY[:49]}, "at least 50"),
        ({"secret_key": refusals.DEVELOPMENT_KEY}, "Set SECRET_KEY"),
        ({"secret_key": "ab" * 40}, "repeats"),
        ({"allowed_hosts": []}, "Set ALLOWED_HOSTS"),
        ({"allowed_hosts": ["*"]}, "Set ALLOWED_HOSTS"),
    ],
)
def test_each_weakness_is_refused_with_what_to_set(changed, says):
    (reason,) = reasons(**changed)
    assert says in reason


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("/var/lib/planner.sqlite3", "ext4"),
        ("/home/anna/planner.sqlite3", "nfs4"),
        ("/home/local/planner.sqlite3", "xfs"),
        ("/homestead/planner.sqlite3", "ext4"),
        ("/srv/two words/planner.sqlite3", "cifs"),
        ("/mnt/share/a/b/planner.sqlite3", "fuse.sshfs"),
        ("/data/planner.sqlite3", "ext4"),
    ],
)
def test_file_system_is_that_of_the_nearest_mount_in_force(file, kind):
    assert refusals.file_system_of(Path(file), MOUNTS) == kind
    refused = reasons(database={"ENGINE": database.SQLITE, "NAME": file}, mounts=MOUNTS)
    assert bool(refused) == (kind in {"nfs4", "cifs", "fuse.sshfs"})
    assert all(kind in reason and "DATABASE_URL" in reason for reason in refused)


def test_sqlite_is_refused_where_mounts_cannot_be_read():
    (reason,) = reasons(database={"ENGINE": database.SQLITE, "NAME": "/x.db"}, mounts=None)
    assert "DATABASE_URL" in reason
    assert reasons(mounts=None) == []


def run(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    ours = {"PLANNER_ENV", "DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL"}
    inherited = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**inherited, "DJANGO_SETTINGS_MODULE": "planner.settings", **variables},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_an_empty_environment_means_production_and_does_not_start(tmp_path):
    done = run("manage.py", "check", DATABASE_URL=f"sqlite:///{tmp_path}/x.sqlite3")
    assert done.returncode == 1
    assert "does not start in production" in done.stderr
    assert "Set SECRET_KEY" in done.stderr
    assert "Set ALLOWED_HOSTS" in done.stderr
    assert "Traceback" not in done.stderr


GOOD = {
    "SECRET_KEY": GOOD_KEY,
    "ALLOWED_HOSTS": "planner.example.com",
    "DATABASE_URL": "postgres://planner:pw@db:5432/planner",
}


def test_production_starts_with_what_it_asks_for_and_is_locked_down():
    done = run(
        "-c",
        "from planner import settings as s; "
        "print(s.DEBUG, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, "
        "s.SECURE_HSTS_SECONDS > 0, s.DATABASES['default']['HOST'], "
        "s.STORAGES['staticfiles']['BACKEND'].rpartition('.')[2], "
        "hasattr(s, 'SECURE_PROXY_SSL_HEADER'))",
        **GOOD,
    )
    assert done.stderr == ""
    assert done.stdout == (
        "False True True True True db CompressedManifestStaticFilesStorage False\n"
    )


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"DEBUG": "true"}, "Remove DEBUG"),
        ({"DEBUG": "maybe"}, "DEBUG is 'maybe'"),
        ({"PLANNER_ENV": "prod"}, "PLANNER_ENV is 'prod'"),
        ({"DATABASE_URL": "mysql://u:p@h/db"}, "DATABASE_URL must look like"),
        ({"DATABASE_URL": "postgres://u:p@h/"}, "DATABASE_URL must look like"),
        ({"DATABASE_URL": "sqlite:////proc/none/x.db"}, "folder this account may write to"),
    ],
)
def test_a_wrong_variable_is_named(variables, says):
    done = run("manage.py", "check", **{**GOOD, **variables})
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_development_is_only_what_says_so():
    assert env.mode({"PLANNER_ENV": "development"}) == "development"
    assert env.mode({}) == "production"
    with pytest.raises(ImproperlyConfigured, match="developement"):
        env.mode({"PLANNER_ENV": "developement"})


def test_development_reads_the_file_beside_manage_py_and_production_does_not(tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("PLANNER_TEST_A=file\nPLANNER_TEST_B=file\n")
    monkeypatch.setattr(env.environ.Env, "ENVIRON", {"PLANNER_TEST_A": "process"})
    monkeypatch.setenv("PLANNER_ENV", "production")
    assert env.reader(tmp_path).str("PLANNER_TEST_B", default="") == ""
    monkeypatch.setenv("PLANNER_ENV", "development")
    read = env.reader(tmp_path)
    assert read.str("PLANNER_TEST_A") == "process"
    assert read.str("PLANNER_TEST_B") == "file"
