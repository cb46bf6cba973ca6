"""The command check_plan, run as in a build: no database, exit codes, formats, files and stdin."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from django.core.management import CommandError, CommandParser, call_command

from tests.rules.builders import edit, two_sites
from worksheets.exchange.checks.checked import UNREADABLE
from worksheets.management.commands.check_plan import Command
from worksheets.plan.plan_file import VERSION, decode, digest, encode
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.rules.judge import ENGINE_RULE
from worksheets.rules.policy_file import read_policy
from worksheets.rules.registry import catalogue

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "worksheets" / "samples"
SAP, LINKED = (str(SAMPLES / f"{name}.json") for name in ("sapdemo71_cluster", "lcl_records"))
OLD = str(ROOT / "tests" / "plan" / "version1" / "vcl_payments.json")
NOWHERE = "postgres://nobody:nothing@127.0.0.1:1/none"


def run(*arguments: str, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess:
    """The command in a process of its own, with a database that is not there."""
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "check_plan", *arguments],
        env=os.environ | {"DATABASE_URL": NOWHERE} | variables,
        input=stdin,
        capture_output=True,
        timeout=120,
    )


def called(*arguments: str) -> tuple[int, str]:
    """Exit code and output of the command in this process."""
    out = io.StringIO()
    try:
        call_command("check_plan", *arguments, stdout=out, stderr=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


@pytest.fixture
def files(tmp_path) -> dict[str, str]:
    """Plan files by what is in them, and one that is not there."""
    options = partial(edit, two_sites(), ClusterOptions, "cluster")
    plans = {
        "clean": two_sites(),
        "warned": options(rootvg_event=False),
        "blocked": options(name="cluster name with blanks"),
    }
    for name, plan in plans.items():
        (tmp_path / name).write_bytes(encode(plan))
    return {name: str(tmp_path / name) for name in (*plans, "missing")}


def test_needs_no_database_and_says_the_same_each_time():
    first, second = (run(SAP, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert (first.returncode, first.stderr) == (1, b"")
    assert first.stdout == second.stdout
    assert f"digest {digest(decode(Path(SAP).read_bytes()))}".encode() in first.stdout


def test_bytes_are_the_same_whatever_the_terminal_can_show():
    plain = run(SAP, "--format", "sarif", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert plain.returncode == 1
    assert plain.stdout == run(SAP, "--format", "sarif").stdout


def test_reads_stdin():
    done = run("-", "--format", "json", stdin=Path(LINKED).read_bytes())
    (file,) = json.loads(done.stdout)["files"]
    assert (file["file"], file["cluster"]) == ("stdin", "lcl_records")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit"])
def test_reads_files_whose_names_are_not_utf8(files, tmp_path, monkeypatch, form):
    monkeypatch.chdir(tmp_path)
    for name in (os.fsdecode(b"pl\xe4n.json"), os.fsdecode(b"/tmp/pl\xe4n.json")):
        assert called(name, "--format", form)[0] == UNREADABLE
    named = os.fsdecode(b"pl\xe4n.json")
    Path(files["clean"]).rename(named)
    code, out = called(named, "--format", form)
    assert code == 0
    assert ("pl%EF%BF%BDn.json" if form == "sarif" else "pl\ufffdn.json") in out


def test_asks_for_no_checks_that_need_a_database():
    assert Command.requires_system_checks == []
    assert Command.requires_migrations_checks is False


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("clean", 0),
        ("clean --fail-on advice", 0),
        ("warned", 0),
        ("warned --fail-on warning", 1),
        ("warned --fail-on advice", 1),
        ("warned --fail-on never", 0),
        ("blocked", 1),
        ("blocked --fail-on never", 0),
        ("warned blocked clean", 1),
        ("blocked missing", 2),
        ("clean missing --fail-on never", 2),
    ],
)
def test_exit_codes(files, arguments, code):
    assert called(*[files.get(word, word) for word in arguments.split()])[0] == code


@pytest.mark.parametrize("fail_on", ["blocker", "never"])
def test_a_rule_that_fails_ends_with_3(monkeypatch, files, fail_on):
    def stop(design, rule):
        raise ZeroDivisionError

    broken = dataclasses.replace(catalogue()["NODE-BUSY"], check=stop)
    monkeypatch.setitem(catalogue(), broken.id, broken)
    code, out = called(files["clean"], files["missing"], "--fail-on", fail_on)
    assert code == 3
    assert ENGINE_RULE in out


def test_an_older_file_is_read_as_an_import_reads_it():
    assert json.loads(Path(OLD).read_text())["version"] < VERSION
    assert called(OLD, "--fail-on", "never")[0] == 0


def test_every_problem_of_an_unreadable_file_is_told(tmp_path):
    document = json.loads(Path(LINKED).read_text())
    document["sheets"]["node"][0]["frame"] = "nowhere"
    document["sheets"]["frame"][0]["rack"] = "nowhere either"
    file = tmp_path / "broken.json"
    file.write_text(json.dumps(document))
    code, out = called(str(file))
    assert code == 2
    told = " ".join(out.split())
    assert "column frame: refers to 'nowhere'" in told
    assert "column rack: refers to 'nowhere either'" in told


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit"])
def test_output_goes_into_a_file_and_the_log_gets_a_line_each(tmp_path, form):
    file = tmp_path / "report"
    code, out = called(SAP, LINKED, "--format", form, "--output", str(file))
    assert code == 1
    assert [line.split(": ")[0] for line in out.splitlines()] == [SAP, LINKED]
    if form == "junit":
        assert len(Xml.fromstring(file.read_bytes())) == 2
    elif form != "text":
        assert json.loads(file.read_bytes())


def test_the_policy_is_asked(tmp_path, files):
    rule = "RUN-ROOTVG-EVENT"
    setting = {"rule": rule, "severity": "blocker", "reason": "asked by the board"}
    document = {"format": "ha-cluster-policy", "version": 1, "settings": [setting]}
    policy = tmp_path / "policy.json"
    policy.write_text(json.dumps(document))
    code, out = called(files["warned"], "--policy", str(policy))
    assert code == 1
    assert rule in out


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"{", "not a readable policy file"), (None, "No such file"), (b"{}", "not a policy file")],
)
def test_a_policy_that_cannot_be_read_ends_with_2(tmp_path, content, message):
    policy = tmp_path / "policy.json"
    if content is not None:
        policy.write_bytes(content)
    with pytest.raises(CommandError, match=message) as raised:
        called(LINKED, "--policy", str(policy))
    assert raised.value.returncode == 2


def test_output_that_cannot_be_written_ends_with_2(tmp_path):
    with pytest.raises(CommandError) as raised:
        called(LINKED, "--output", str(tmp_path / "none" / "report"))
    assert raised.value.returncode == 2


def test_the_page_for_people_names_every_option_and_its_examples_can_be_used():
    page = (ROOT / "docs" / "plans-in-git.md").read_text(encoding="utf-8")
    own = CommandParser()
    Command().add_arguments(own)
    options = {option for action in own._actions for option in action.option_strings}
    assert options > {"--format", "--policy"}
    assert all(f"`{option}" in page for option in options - {"-h", "--help"})
    report, policy = (json.loads(text) for text in re.findall(r"```json\n(.*?)```", page, re.S))
    assert read_policy(json.dumps(policy).encode()).settings
    (file,) = json.loads(called(SAP, "--format", "json")[1])["files"]
    (told,) = report["files"]
    assert told.keys() == file.keys()
    assert told["findings"][0].keys() == file["findings"][0].keys()
    assert told["findings"][0]["places"][0].keys() == file["findings"][0]["places"][0].keys()
