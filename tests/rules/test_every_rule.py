"""What holds for every rule: examples, places, order of rows, empty plans.

Every module `examples_*.py` beside this one exports `EXAMPLES`: by rule, a plan that fails and
one that passes. Where it also has `CASES`, the place and the words of the finding are compared.
All that is said about the failing plans stands approved in `told/`; a module may have `MORE`
of them by rule, for the other things that a rule can say.
"""

from __future__ import annotations

import importlib
import random
from pathlib import Path

import pytest

from tests.rules.builders import sound, two_sites, virtual
from tests.rules.cases import Case
from worksheets.plan.fields import fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.rules.design import Design
from worksheets.rules.estate import NO_ESTATE, Estate
from worksheets.rules.finding import Finding
from worksheets.rules.judge import ENGINE_RULE, judge
from worksheets.rules.policy import NO_POLICY, Policy
from worksheets.rules.registry import catalogue
from worksheets.rules.weighing import weight

SOUND_DESIGNS = (sound(), virtual(), two_sites())
EXAMPLES: dict[str, tuple[Plan, Plan]] = {}
MODULES: dict[str, dict[str, tuple[Plan, Plan]]] = {}
MORE: dict[str, tuple[Plan, ...]] = {}
CASES: dict[str, Case] = {}
for _path in sorted(Path(__file__).parent.glob("examples_*.py")):
    _module = importlib.import_module(f"tests.rules.{_path.stem}")
    assert not EXAMPLES.keys() & _module.EXAMPLES.keys(), f"{_path.name} repeats examples"
    EXAMPLES.update(_module.EXAMPLES)
    MODULES[_path.stem] = _module.EXAMPLES
    MORE.update(getattr(_module, "MORE", {}))
    CASES.update(getattr(_module, "CASES", {}))


def found(rule_id: str, plan: Plan) -> list[Finding]:
    rule = catalogue()[rule_id]
    return list(rule.check(Design(plan, policy_of(rule_id), estate_of(rule_id)), rule))


def found_in_all(rule_id: str) -> list[list[Finding]]:
    """What a rule says about each of its failing plans."""
    plans = (EXAMPLES[rule_id][0], *MORE.get(rule_id, ()))
    return [found(rule_id, plan) for plan in plans]


def policy_of(rule_id: str) -> Policy:
    """What the organisation asks in the examples of a rule."""
    return CASES[rule_id].policy if rule_id in CASES else NO_POLICY


def estate_of(rule_id: str) -> Estate:
    """What other clusters have planned in the examples of a rule."""
    return CASES[rule_id].estate if rule_id in CASES else NO_ESTATE


def shuffled(plan: Plan, seed: int) -> Plan:
    rows = list(plan)
    random.Random(seed).shuffle(rows)
    return Plan(rows)


def test_every_rule_has_examples():
    assert sorted(catalogue()) == sorted(EXAMPLES)


@pytest.mark.parametrize("rule_id", sorted(EXAMPLES))
def test_rule_tells_its_examples_apart(rule_id):
    fails, passes = EXAMPLES[rule_id]
    assert found(rule_id, fails)
    assert not found(rule_id, passes)


@pytest.mark.parametrize("rule_id", sorted(CASES))
def test_finding_points_at_the_cell_and_names_the_row(rule_id):
    case = CASES[rule_id]
    findings = found(rule_id, case.fails)
    at_place = [item for item in findings if item.places[0] == case.place]
    assert any(case.says in item.title for item in at_place), findings
    assert len(findings) == case.times


@pytest.mark.parametrize("rule_id", sorted(EXAMPLES))
def test_places_exist_and_findings_have_identities_of_their_own(rule_id):
    plan = EXAMPLES[rule_id][0]
    findings = found(rule_id, plan)
    for place in (place for finding in findings for place in finding.places):
        kind = KINDS[place.sheet]
        assert not place.key or plan.get(kind, place.key) is not None, place
        assert not place.column or place.column in fields_of(kind), place
    assert len({finding.identity for finding in findings}) == len(findings)


@pytest.mark.parametrize("rule_id", sorted(EXAMPLES))
def test_order_of_rows_does_not_matter(rule_id):
    plan = EXAMPLES[rule_id][0]
    asked = policy_of(rule_id), estate_of(rule_id)
    expected = judge(plan, *asked)
    assert all(judge(shuffled(plan, seed), *asked) == expected for seed in (1, 2))


@pytest.mark.parametrize("rule_id", sorted(catalogue()))
def test_rule_says_why_and_what_to_do_and_where_it_comes_from(rule_id):
    rule = catalogue()[rule_id]
    assert rule_id == rule_id.upper()
    assert len(rule.why) > 30
    assert rule.title
    assert rule.fix.endswith(".")
    assert all(rule.sources)


def test_empty_plan_has_no_findings_but_those_of_missing_rows():
    findings = judge(Plan()).findings
    assert all(finding.rule != ENGINE_RULE for finding in findings)
    assert all(not place.key for finding in findings for place in finding.places)


@pytest.mark.parametrize("rule_id", [rule.id for rule in catalogue().values() if not rule.table1])
def test_each_rule_asked_alone_is_silent_about_sound_designs(rule_id):
    rule = catalogue()[rule_id]
    for plan in SOUND_DESIGNS:
        if weight(rule, plan.options.environment, NO_POLICY) is not None:
            assert list(rule.check(Design(plan), rule)) == []


@pytest.mark.parametrize("plan", SOUND_DESIGNS, ids=["two", "virtual", "sites"])
def test_sound_designs_have_no_finding_besides_their_single_points_of_failure(plan):
    tables = {rule.id for rule in catalogue().values() if rule.table1}
    assert [item for item in judge(plan).findings if item.rule not in tables] == []
