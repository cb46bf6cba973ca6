"""Titles, places and severities of the examples on NFS, partitions, tapes and storage, in full."""

from __future__ import annotations

import pytest

from tests.rules import examples_nfs, examples_resources, examples_wpar
from tests.rules.test_every_rule import found
from tests.rules.told_resources import TOLD

CASES = {**examples_nfs.CASES, **examples_wpar.CASES, **examples_resources.CASES}


def test_all_examples_are_listed():
    assert list(TOLD) == list(CASES)


@pytest.mark.parametrize("rule_id", sorted(CASES))
def test_findings_say_and_show_all_they_should(rule_id):
    findings = [
        (
            finding.severity.value,
            finding.title,
            " ".join("/".join((p.sheet, p.key, p.column)) for p in finding.places),
        )
        for finding in found(rule_id, CASES[rule_id].fails)
    ]
    assert findings == TOLD[rule_id]
