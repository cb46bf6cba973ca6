"""A whole run over a small module: what tests notice is killed, what none notices survives."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mutmut", reason="only make mutation installs mutmut")

ROOT = Path(__file__).resolve().parents[2]
MODULE = """
def is_more(value, least):
    return value > least

def untested(value):
    return value > 1

def endless(value):
    while value < 3:
        value += 1
    return value
"""
CLOSE = "def test_close():\n    assert not is_more(7, 7)\n"
FAR = "def test_far():\n    assert is_more(9, 7)\n"
WAIT = "def test_endless():\n    assert endless(0) == 3\n"
ALWAYS = "def test_always():\n    is_more(1, 2)\n"
BROKEN = "def test_broken():\n    assert is_more(1, 2)\n"
RUN = """
import json, sys
from pathlib import Path
import pytest
from tests.mutation import profile, runner
from tests.mutation.mutants import mutants
folder = Path.cwd()
profile.ROOT, profile.CACHE = folder, folder / "profile.json"
runner.PATIENCE = 1, 0.5
sys.path.insert(0, str(folder))
work = list(mutants((folder / "sample.py").read_text(), "sample"))
laboratory = runner.Laboratory(folder, work, 2)
pytest.main(["-q", "-p", "no:cacheprovider", "-c", "/dev/null", f"--rootdir={folder}"],
            plugins=[laboratory])
found = [[v.mutant.function, v.mutant.is_now.strip(), v.outcome.name, v.tests]
         for v in laboratory.verdicts]
Path("verdicts.json").write_text(json.dumps([found, laboratory.failing]))
"""


def verdicts(folder: Path, *tests: str) -> tuple[dict[tuple[str, str], str], list[str]]:
    """Outcomes by function and change, and the tests that fail without any."""
    (folder / "sample.py").write_text(MODULE)
    (folder / "test_sample.py").write_text("\n".join(("from sample import *", *tests)))
    search = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", RUN], cwd=folder, env=search, check=True, timeout=60)
    found, failing = json.loads((folder / "verdicts.json").read_text())
    return {(function, now): outcome for function, now, outcome, _ in found}, failing


def test_each_mutant_lives_until_a_test_tells_it_apart(tmp_path):
    told, failing = verdicts(tmp_path, CLOSE, FAR, WAIT)
    assert not failing
    assert told["is_more", ">= least"] == "KILLED"
    assert told["untested", ">= 1"] == "SURVIVED"
    assert told["endless", "value -= 1"] == "HUNG"
    # The same folder again, now without the test that was about it.
    told, _ = verdicts(tmp_path, FAR)
    assert told["is_more", ">= least"] == "SURVIVED"


def test_tests_that_notice_nothing_or_fail_anyhow_kill_nothing(tmp_path):
    told, failing = verdicts(tmp_path, ALWAYS, BROKEN)
    assert told["is_more", ">= least"] == "SURVIVED"
    assert failing == ["test_sample.py::test_broken"]
