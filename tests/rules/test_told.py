"""Rules say about their examples what somebody has approved, to the letter and with all places."""

from __future__ import annotations

import pytest

from tests.rules.test_every_rule import MODULES, found_in_all
from tests.rules.told import FOLDER, approved, approved_file, told

APPROVED = {module: approved(module) for module in MODULES}
RULES = [(rule, module) for module, examples in MODULES.items() for rule in sorted(examples)]


@pytest.mark.parametrize(("rule_id", "module"), RULES, ids=[rule for rule, _ in RULES])
def test_findings_are_told_as_approved(rule_id, module):
    now = told(found_in_all(rule_id))
    assert now == APPROVED[module].get(rule_id), "If this is right, renew it: make approve"


@pytest.mark.parametrize("module", MODULES)
def test_every_approved_text_belongs_to_an_example(module):
    assert APPROVED[module].keys() == MODULES[module].keys()


def test_every_module_of_examples_has_its_text_and_nothing_else_is_there():
    assert set(FOLDER.glob("*.txt")) == {approved_file(module) for module in MODULES}
