"""Runs the rules over a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.rules.design import ESTATE, POLICY, Design
from worksheets.rules.estate import NO_ESTATE, Estate
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.memory import Source
from worksheets.rules.policy import NO_POLICY, Policy
from worksheets.rules.registry import Rule, catalogue
from worksheets.rules.weighing import weighed, weights

ENGINE_RULE = "RULE-FAILED"
_ORDER = attrgetter("order")


class Outcome(NamedTuple):
    """What one rule said, and the worksheets that it read to say so.

    `failed`: it could not be applied; then `findings` tells that.
    """

    findings: tuple[Finding, ...]
    sources: frozenset[Source]
    failed: bool = False


class Basis(NamedTuple):
    """What a judgement was made from, so that the next one need not begin from nothing."""

    plan: Plan
    policy: Policy
    estate: Estate
    design: Design
    outcomes: Mapping[str, Outcome]


@dataclass(frozen=True)
class Judgement:
    """All findings of a plan, gravest first, each once. `basis`: where it was judged here."""

    findings: tuple[Finding, ...]
    basis: Basis | None = field(default=None, compare=False, repr=False)

    @property
    def spofs(self) -> int:
        """Findings that leave a row of the paper's Table 1 open."""
        rules = catalogue()
        return sum(bool(f.rule in rules and rules[f.rule].table1) for f in self.findings)

    @property
    def unjudged(self) -> tuple[Finding, ...]:
        """The reports of rules that could not be applied."""
        return tuple(finding for finding in self.findings if finding.rule == ENGINE_RULE)

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


def judge(
    plan: Plan,
    policy: Policy = NO_POLICY,
    estate: Estate = NO_ESTATE,
    *,
    since: Judgement | None = None,
) -> Judgement:
    """Judge a plan by every rule of the catalogue and by the organisation's policy.

    `estate`: the other clusters; without it no rule asks about them.
    The same rows in another order give the same findings. A rule that raises is reported as a
    blocker of its own and does not hide the others. `since`: an earlier judgement of nearly the
    same plan; rules that read nothing which has changed keep what they said then. The findings
    are the same with and without it.
    """
    basis = since.basis if since is not None else None
    if basis is None:
        basis = _from_nothing()
    changed = _changed(basis, plan, policy, estate)
    design = basis.design.after(plan, policy, estate, changed)
    return _judged(plan, policy, estate, design, _still_true(basis.outcomes, changed))


def _judged(
    plan: Plan, policy: Policy, estate: Estate, design: Design, known: Mapping[str, Outcome]
) -> Judgement:
    outcomes: dict[str, Outcome] = {}
    found: dict[str, Finding] = {}
    for rule, severity in weights(catalogue().values(), plan.options.environment, policy):
        outcome = known.get(rule.id) or _run(rule, design)
        outcomes[rule.id] = outcome
        said = outcome.findings
        if said and not outcome.failed:
            said = weighed(rule, severity, said)
        for finding in said:
            found.setdefault(finding.identity, finding)
    findings = tuple(sorted(found.values(), key=_ORDER))
    return Judgement(findings, Basis(plan, policy, estate, design, outcomes))


_NOTHING: list[tuple[Mapping[str, Rule], Basis]] = []


def _from_nothing() -> Basis:
    """What the rules say about an empty plan, worked out once for a catalogue.

    Half of the worksheets of most plans are empty. What read nothing else said all it can say.
    """
    rules = catalogue()
    if not _NOTHING or _NOTHING[0][0] is not rules:
        plan = Plan()
        design = Design(plan)
        judgement = _judged(plan, NO_POLICY, NO_ESTATE, design, {})
        assert judgement.basis is not None
        _NOTHING[:] = [(rules, judgement.basis)]
    return _NOTHING[0][1]


def _changed(before: Basis, plan: Plan, policy: Policy, estate: Estate) -> frozenset[Source]:
    """What is not as it was: worksheets, the policy, the other clusters."""
    changed: set[Source] = {
        kind
        for kind in KINDS.values()
        if not plan.shares(before.plan, kind) and plan.rows(kind) != before.plan.rows(kind)
    }
    if policy != before.policy:
        changed.add(POLICY)
    if estate != before.estate:
        changed.add(ESTATE)
    return frozenset(changed)


def _still_true(
    outcomes: Mapping[str, Outcome], changed: frozenset[Source]
) -> Mapping[str, Outcome]:
    """What rules said that read nothing of what has changed. A rule that failed tries again."""
    return {
        id_: outcome
        for id_, outcome in outcomes.items()
        if not outcome.failed and changed.isdisjoint(outcome.sources)
    }


def _run(rule: Rule, design: Design) -> Outcome:
    memory = design.memory
    memory.begin()
    try:
        findings = tuple(rule.check(design, rule))
        return Outcome(findings, frozenset(memory.reading))
    except Exception as error:
        return Outcome((_failure(rule, error),), frozenset(), failed=True)


def _failure(rule: Rule, error: Exception) -> Finding:
    return Finding(
        rule=ENGINE_RULE,
        severity=Severity.BLOCKER,
        title=f"The rule {rule.id} could not be applied to this plan",
        detail=f"It stopped with {type(error).__name__}: {error}"[:500],
        fix="Report this with the plan file; until then the plan counts as not judged.",
        places=(Place("cluster_options"),),
        about=rule.id,
    )
