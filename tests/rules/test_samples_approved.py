"""The rules say about the samples what somebody has approved, to the byte."""

from __future__ import annotations

import difflib
from collections import defaultdict

import pytest

from tests.rules.asking import asked
from tests.samples_approved import FOLDER, RENEW, approved_file, block, samples, told
from worksheets.exchange.checks.checked import CheckedPlan
from worksheets.plan.plan_file import decode
from worksheets.rules.registry import catalogue

SAMPLES = samples()
CHECKED = {name: CheckedPlan(name, data, decode(data)) for name, data in SAMPLES.items()}
APPROVED: dict[tuple[str, str], list[str]] = defaultdict(list)
for _name in SAMPLES:
    for _block in approved_file(_name).read_text(encoding="utf-8").strip().split("\n\n")[1:]:
        APPROVED[_name, _block.splitlines()[0].split(" ")[1]].append(_block)


@pytest.mark.parametrize("name", SAMPLES)
def test_findings_are_those_that_were_approved(name):
    approved = approved_file(name).read_bytes().decode()
    now = told(name, SAMPLES[name])
    if now != approved:
        lines = difflib.unified_diff(
            approved.splitlines(), now.splitlines(), "approved", "now", lineterm=""
        )
        difference = "\n".join(lines) or "(ends of lines only)"
        pytest.fail(f"{difference}\n\nIf this is right, renew it: {RENEW}", pytrace=False)


def test_every_sample_has_its_text_and_nothing_else_is_there():
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(SAMPLES)


@pytest.mark.parametrize("rule_id", catalogue())
def test_each_rule_asked_alone_says_the_same(rule_id):
    for name, checked in CHECKED.items():
        findings = asked(rule_id, checked.plan)
        assert [block(checked, finding) for finding in findings] == APPROVED[name, rule_id]
