"""make test runs every folder of tests and says what it could not run."""

from __future__ import annotations

import subprocess

import pytest

from dev import test as stages
from dev.test import FAILED, NOT_RUN, PASSED, ROOT, exit_status


def test_every_folder_of_tests_belongs_to_a_stage():
    known = {*stages.PURE, *stages.DATABASE, "journeys", "benchmarks"}
    there = {file.relative_to(ROOT / "tests").parts[0] for file in ROOT.glob("tests/**/test_*.py")}

    assert there <= known


def test_a_folder_without_tests_is_left_out(monkeypatch, tmp_path):
    monkeypatch.setattr(stages, "ROOT", tmp_path)
    (tmp_path / "tests" / "web").mkdir(parents=True)
    (tmp_path / "tests" / "plan").mkdir()
    (tmp_path / "tests" / "plan" / "test_it.py").touch()

    assert stages.folders(["web", "plan", "exchange"]) == ["tests/plan"]


@pytest.mark.parametrize(
    ("results", "in_ci", "status"),
    [
        ({"sqlite": PASSED, "postgresql": PASSED}, True, 0),
        ({"sqlite": PASSED, "postgresql": NOT_RUN}, False, 0),
        ({"sqlite": PASSED, "postgresql": NOT_RUN}, True, 1),
        ({"sqlite": FAILED, "postgresql": PASSED}, False, 1),
    ],
)
def test_exit_status(results, in_ci, status):
    assert exit_status(results, in_ci=in_ci) == status


@pytest.fixture
def runs(monkeypatch):
    """Command lines and environments of what was run; ``runs.statuses`` says how they end."""

    class Runs(list):
        statuses: list[int] = []

    runs = Runs()

    def run(command, *, cwd, env):
        runs.append((command, env))
        return subprocess.CompletedProcess(command, runs.statuses.pop(0))

    monkeypatch.setattr(subprocess, "run", run)
    return runs


def test_the_database_is_chosen_before_pytest_starts(runs, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody@elsewhere/planner")
    runs.statuses = [0, 0]

    assert stages.main(["sqlite", "postgresql"]) == 0

    (sqlite, its_environment), (postgresql, other_environment) = runs
    assert its_environment["DATABASE_URL"].startswith("sqlite:")
    assert its_environment["EXPECT_DATABASE"] == "sqlite"
    assert "dev.with_postgres" not in sqlite
    assert postgresql.index("dev.with_postgres") < postgresql.index("pytest")
    assert other_environment["EXPECT_DATABASE"] == "postgresql"
    assert "tests/plan" in sqlite
    assert "tests/plan" not in postgresql


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_a_missing_server_is_loud_and_fails_ci(runs, monkeypatch, capsys, ci, status):
    monkeypatch.setenv("CI", ci)
    runs.statuses = [0, stages.NO_SERVER]

    assert stages.main(["sqlite", "postgresql"]) == status

    assert "Not everything was tested" in capsys.readouterr().out


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_a_missing_browser_is_loud_and_fails_ci(runs, monkeypatch, capfd, ci, status):
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")

    assert stages.main(["journeys"]) == status

    said = capfd.readouterr()
    assert "Not everything was tested" in said.out
    assert "apt-get install --yes chromium" in said.err
    assert not runs


def test_no_tests_found_is_not_taken_for_success(runs, monkeypatch):
    monkeypatch.setenv("CI", "true")
    runs.statuses = [stages.NO_TESTS]

    assert stages.main(["sqlite"]) == 1


def test_an_unknown_stage_is_refused(capsys):
    assert stages.main(["oracle"]) == 2
    assert "sqlite, postgresql, journeys" in capsys.readouterr().err
