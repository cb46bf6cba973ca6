"""The Makefile does what it and the pages for contributors say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dev import lint

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.M)[1].split()

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")


def would_run(*arguments: str) -> str:
    """The commands that make would run."""
    # Variables of a make that runs these tests would reach the one that is tested.
    clean = {name: text for name, text in os.environ.items() if name not in VARIABLES}
    command = ["make", "--dry-run", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=clean, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


VARIABLES = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PYTHON", "VENV", "PORT", "ARGS", "STAGES"}


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_can_be_run_and_its_scripts_exist(target):
    commands = would_run(target)

    for module in re.findall(r"-m ((?:dev|tests)[.\w]+)", commands):
        file = ROOT / module.replace(".", "/")
        assert file.with_suffix(".py").exists() or (file / "__main__.py").exists(), module


def test_help_names_every_other_target():
    named = re.findall(r"^make (\w+)", would_run("help").replace('echo "', ""), re.M)

    assert sorted([*named, "help"]) == sorted(TARGETS)


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "README.md", "docs/dependencies.md"])
def test_pages_name_only_targets_that_exist(page):
    if not (ROOT / page).exists():
        pytest.skip(f"there is no {page}")
    text = (ROOT / page).read_text(encoding="utf-8")

    assert set(re.findall(r"`make (\w+)", text)) <= set(TARGETS)


def test_port_stages_and_interpreter_can_be_chosen():
    assert "--port 8123" in would_run("run", "PORT=8123")
    commands = would_run("test", "PYTHON=python3.13", "VENV=.venv313", "STAGES=sqlite", "ARGS=-x")
    assert "python3.13 -m dev.bootstrap .venv313 base test" in commands
    assert ".venv313/bin/python -m dev.test sqlite -- -x" in commands


def test_ci_script_is_sound_and_executable():
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", script]).returncode == 0
    named = set(re.findall(r"step make (\w+)", script.read_text(encoding="utf-8")))
    assert named == {"test", "lint"}


@pytest.mark.parametrize(("statuses", "status"), [([0, 0], 0), ([0, 1], 1)])
def test_one_failed_check_fails_the_linters_and_the_others_still_run(
    monkeypatch, capsys, statuses, status
):
    left = [*statuses, *[0] * (len(lint.CHECKS) - len(statuses))]
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, left.pop(0))
    )

    assert lint.main() == status
    assert not left
    assert ("FAILED: ruff format" in capsys.readouterr().out) == bool(status)
