"""Policy files: what they say is what judges, and what is wrong in them is told with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.rules.builders import edit, sound
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.rules.finding import Severity
from worksheets.rules.judge import judge
from worksheets.rules.policy import NO_POLICY
from worksheets.rules.policy_file import MAX_BYTES, PolicyFileError, read_policy

NAMING = {"worksheet": "node", "mask": "{env}{app:3}{nn}", "example": "psap01"}
SETTING = {"rule": "RUN-ROOTVG-EVENT", "severity": "blocker", "reason": "decided in May"}


def policy_file(**members: Any) -> bytes:
    return json.dumps({"format": "ha-cluster-policy", "version": 1, **members}).encode()


def complaints(data: bytes) -> list[str]:
    with pytest.raises(PolicyFileError) as raised:
        read_policy(data)
    return raised.value.messages


def test_a_file_that_asks_nothing_is_no_policy():
    assert read_policy(policy_file()) == NO_POLICY


def test_naming_is_read_with_its_severity_and_judges():
    policy = read_policy(policy_file(naming=[{**NAMING, "severity": "blocker", "reason": "CMDB"}]))
    named = policy.naming["node"]
    assert (named.mask.text, named.example, named.reason) == (NAMING["mask"], "psap01", "CMDB")
    found = [item for item in judge(sound(), policy).findings if item.rule == "NAME-POLICY"]
    assert {item.severity for item in found} == {Severity.BLOCKER}
    assert {item.places[0].sheet for item in found} == {"node"}


@pytest.mark.parametrize(("written", "severity"), [("blocker", Severity.BLOCKER), (None, None)])
def test_a_setting_changes_the_severity_or_switches_the_rule_off(written, severity):
    plan = edit(sound(), ClusterOptions, "cluster", rootvg_event=False)
    policy = read_policy(policy_file(settings=[{**SETTING, "severity": written}]))
    found = [f.severity for f in judge(plan, policy).findings if f.rule == SETTING["rule"]]
    assert found == ([] if severity is None else [severity])


def test_a_setting_for_one_environment_stands_beside_that_for_all():
    test_only = {**SETTING, "severity": None, "environment": "test"}
    policy = read_policy(policy_file(settings=[SETTING, test_only]))
    rule = SETTING["rule"]
    assert policy.setting(rule, Environment.TEST).severity is None
    assert policy.setting(rule, Environment.PRODUCTION).severity is Severity.BLOCKER
    assert policy.setting(rule, Environment.PRODUCTION).reason == "decided in May"


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"settings": [{**SETTING, "rule": "NODE-BUSSY"}]}, "settings, item 1: there is no rule "),
        ({"settings": [{**SETTING, "rule": "NODE-BUSSY"}]}, "did you mean NODE-BUSY"),
        ({"settings": [{**SETTING, "rule": "node-busy"}]}, "did you mean NODE-BUSY"),
        ({"settings": [{**SETTING, "reason": " "}]}, "has no reason"),
        ({"settings": [SETTING, SETTING]}, "settings, item 2: RUN-ROOTVG-EVENT is set twice"),
        ({"settings": [{**SETTING, "severity": "grave"}]}, "enter blocker, warning, advice"),
        ({"settings": [{**SETTING, "environment": "prod"}]}, "enter production, test"),
        ({"settings": [{"rule": "NODE-BUSY", "reason": "x"}]}, "missing required field severity"),
        ({"settings": [{**SETTING, "level": 1}]}, "unknown field level"),
        ({"naming": [{**NAMING, "worksheet": "nodes"}]}, "did you mean node"),
        ({"naming": [NAMING, NAMING]}, "naming, item 2: node has a naming rule already"),
        ({"naming": [{**NAMING, "mask": "{env"}]}, "single {"),
        ({"naming": [{**NAMING, "example": "x"}]}, "x does not follow the mask"),
        (
            {"naming": [{"worksheet": "cluster_options", "mask": "{cluster}", "example": "a"}]},
            "{cluster} cannot stand",
        ),
        ({"waivers": []}, "unknown field waivers"),
        ({"version": 2}, "format version 2"),
        ({"format": "ha-cluster-plan"}, "not a policy file"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(members, message):
    assert any(message.lower() in found.lower() for found in complaints(policy_file(**members)))


def test_every_mistake_is_told_at_once():
    data = policy_file(naming=[{"worksheet": 1}, NAMING], settings=[{**SETTING, "rule": "X"}] * 2)
    assert [found.split(":")[0] for found in complaints(data)] == [
        "naming, item 1",
        "settings, item 1",
        "settings, item 2",
        "settings, item 2",
    ]


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_policy_is_refused(data):
    assert len(complaints(data)) == 1


def test_a_huge_file_is_refused():
    assert "1 MiB" in complaints(b" " * (MAX_BYTES + 1))[0]
