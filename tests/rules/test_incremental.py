"""Judging only what a change can have touched gives the findings of judging everything."""

from __future__ import annotations

import dataclasses
import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generator import generate
from tests.rules.builders import edit, sound, two_sites, virtual
from tests.rules.test_random_plans import nonsense, nonsense_row
from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.wpar import Wpar
from worksheets.rules import registry
from worksheets.rules.design import Design
from worksheets.rules.estate import NO_ESTATE, Estate, Kind, Neighbour, Thing, Twin
from worksheets.rules.finding import Finding, Severity
from worksheets.rules.judge import ENGINE_RULE, judge
from worksheets.rules.mask import read_mask
from worksheets.rules.policy import NO_POLICY, Naming, Policy, RuleSetting, settings_of
from worksheets.rules.weighing import weighed, weights

POLICIES = (
    NO_POLICY,
    Policy(naming={"node": Naming("node", read_mask("srv{nn}"), "srv01")}),
    Policy(settings=settings_of([RuleSetting("SPOF-NODE", None, "tolerated")])),
    Policy(settings=settings_of([RuleSetting("RUN-ALERTS", Severity.BLOCKER, "audit")])),
)


OTHER = Neighbour("other", "Clearing", Environment.PRODUCTION)
ESTATES = (
    NO_ESTATE,
    Estate(known=True),
    Estate(known=True, others={Thing(Kind.ADDRESS, "10.1.1.100"): (OTHER,)}),
    Estate(known=True, twin=Twin("twin", sound()), mirrored_by=(OTHER,)),
)


def changed(dice: random.Random, plan: Plan) -> Plan:
    """The plan after something that people do: edit, add, delete, move, swap the environment."""
    kind = dice.choice(list(KINDS.values()))
    rows = plan.rows(kind)
    verb = dice.randrange(5)
    if verb == 0 and rows:
        return plan.without(kind, dice.choice(rows).key)
    if verb == 1 and len(rows) > 1:
        return plan.ordered(kind, [row.key for row in reversed(rows)])
    if verb == 2 and plan.rows(ClusterOptions):
        environment = dice.choice(list(Environment))
        return plan.replace(
            msgspec.structs.replace(plan.rows(ClusterOptions)[0], environment=environment)
        )
    if verb == 3:
        return Plan(list(plan))
    if kind is ClusterOptions and rows:
        return plan.replace(msgspec.structs.replace(rows[0], alerts=dice.choice(("", "trap"))))
    return plan.replace(nonsense_row(dice, kind, dice.randrange(5)))


def follow(plan: Plan, seed: int, steps: int) -> None:
    """Judge a plan through random changes, each time from what was known before."""
    dice = random.Random(seed)
    judgement = judge(plan)
    for _ in range(steps):
        plan = changed(dice, plan)
        policy, estate = dice.choice(POLICIES), dice.choice(ESTATES)
        judgement = judge(plan, policy, estate, since=judgement)
        assert judgement.findings == judge(plan, policy, estate).findings


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_any_changes_of_nonsense_are_judged_alike(seed):
    follow(nonsense(seed), seed, steps=6)


@pytest.mark.parametrize("plan", [sound(), virtual(), two_sites()], ids=["two", "virtual", "sites"])
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_any_changes_of_sound_designs_are_judged_alike(plan, seed):
    follow(plan, seed, steps=6)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**4), nodes=st.integers(2, 5))
def test_one_cell_of_a_generated_plan_is_judged_alike(seed, nodes):
    plan = generate(seed, nodes, 4)
    before = judge(plan)
    dice = random.Random(seed)
    for kind in KINDS.values():
        for row in plan.rows(kind)[:1]:
            after = plan.replace(msgspec.structs.replace(row, notes=str(dice.random())))
            assert judge(after, since=before).findings == judge(after).findings


def asked(plan: Plan) -> list[Finding]:
    """What every rule says about a plan when nothing is known beforehand."""
    design = Design(plan)
    rules = weights(registry.catalogue().values(), plan.options.environment, NO_POLICY)
    return [
        finding
        for rule, severity in rules
        for finding in weighed(rule, severity, tuple(rule.check(design, rule)))
    ]


@pytest.mark.parametrize("seed", range(40))
def test_what_is_known_of_an_empty_plan_hides_nothing(seed):
    dice = random.Random(seed)
    kinds = [kind for kind in KINDS.values() if dice.random() < 0.3]
    plan = Plan(row for kind in kinds for row in nonsense(seed).rows(kind))
    findings = {finding.identity: finding for finding in reversed(asked(plan))}
    assert judge(plan).findings == tuple(sorted(findings.values(), key=lambda item: item.order))


def test_rules_of_empty_worksheets_are_not_asked_at_all(monkeypatch):
    plan = sound()
    assert plan.rows(Node)
    assert not plan.rows(Wpar)
    called = []

    def noted(rule):
        def check(design, rule):
            called.append(rule.id)
            return original.check(design, rule)

        original = rule
        return dataclasses.replace(rule, check=check)

    rules = {id_: noted(rule) for id_, rule in registry.catalogue().items()}
    monkeypatch.setattr("worksheets.rules.judge.catalogue", lambda: rules)
    judge(Plan())
    called.clear()
    judge(plan)
    assert "NODE-BUSY" in called
    assert "WPAR-NFS-REACH" not in called


def reused(plan: Plan, after: Plan) -> set[str]:
    before = judge(plan)
    later = judge(after, since=before)
    assert before.basis is not None
    assert later.basis is not None
    return {
        id_
        for id_, outcome in later.basis.outcomes.items()
        if before.basis.outcomes.get(id_) is outcome
    }


def test_rules_of_other_worksheets_are_not_asked_again():
    plan = sound()
    kept = reused(plan, edit(plan, Administrator, "ada", contact=""))
    assert "ADMIN-CONTACT" not in kept
    assert {"NODE-BUSY", "SPOF-NODE", "RG-POLICY-OFFLINE"} <= kept


def test_failure_analysis_is_made_again_only_when_a_part_has_changed():
    plan = sound()
    before = judge(plan)
    people = judge(edit(plan, Administrator, "ada", contact=""), since=before)
    machines = judge(edit(plan, Node, "n1", frame=""), since=before)
    assert before.basis is not None
    assert people.basis is not None
    assert machines.basis is not None
    assert people.basis.design.singles is before.basis.design.singles
    assert machines.basis.design.singles is not before.basis.design.singles


def test_another_name_shows_in_what_is_told_of_it():
    plan = edit(sound(), ResourceGroup, "rg", nodes=("n1",))
    after = edit(plan, Node, "n1", name="renamed")
    findings = judge(after, since=judge(plan)).findings
    assert any("renamed" in item.title for item in findings if item.rule == "SPOF-NODE")


def test_a_rule_that_failed_is_asked_again(monkeypatch):
    plan = sound()
    broken = registry.catalogue()["NODE-BUSY"]

    def stop(design, rule):
        raise RuntimeError("no")

    rules = {**registry.catalogue(), "NODE-BUSY": dataclasses.replace(broken, check=stop)}
    with monkeypatch.context() as patch:
        patch.setattr("worksheets.rules.judge.catalogue", lambda: rules)
        failed = judge(plan)
    assert [item.about for item in failed.unjudged] == ["NODE-BUSY"]
    assert judge(plan, since=failed).unjudged == ()


def test_a_failing_rule_hides_no_other(monkeypatch):
    plan = edit(sound(), Node, "n1", cpu_peak=99)
    whole = judge(plan).findings

    def stop(design, rule):
        yield rule.at(*[], title="half")
        raise KeyError("gone")

    rules = dict(registry.catalogue())
    rules["NODE-BUSY"] = dataclasses.replace(rules["NODE-BUSY"], check=stop)
    monkeypatch.setattr("worksheets.rules.judge.catalogue", lambda: rules)
    findings = judge(plan).findings
    assert [item.rule for item in findings if item.rule not in {f.rule for f in whole}] == [
        ENGINE_RULE
    ]
    assert [item for item in findings if item.rule != ENGINE_RULE] == [
        item for item in whole if item.rule != "NODE-BUSY"
    ]
    assert findings[0].severity is Severity.BLOCKER
