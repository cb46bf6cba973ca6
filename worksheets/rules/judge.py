"""Runs all rules over a plan."""

from __future__ import annotations

from typing import NamedTuple

from worksheets.plan.plan import Plan
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.policy import NO_POLICY, Policy
from worksheets.rules.registry import Rule, catalogue
from worksheets.rules.weighing import weighed, weight

ENGINE_RULE = "RULE-FAILED"


class Judgement(NamedTuple):
    """All findings of a plan, gravest first, each once."""

    findings: tuple[Finding, ...]

    @property
    def spofs(self) -> int:
        """Findings that leave a row of the paper's Table 1 open."""
        rules = catalogue()
        return sum(bool(f.rule in rules and rules[f.rule].table1) for f in self.findings)

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


def judge(plan: Plan, policy: Policy = NO_POLICY) -> Judgement:
    """Judge a plan by every rule of the catalogue and by the organisation's policy.

    The same rows in another order give the same findings. A rule that raises is reported as a
    blocker of its own and does not hide the others.
    """
    design = Design(plan, policy)
    found: dict[str, Finding] = {}
    environment = plan.options.environment
    for rule in catalogue().values():
        severity = weight(rule, environment, policy)
        if severity is None:
            continue
        for finding in weighed(rule, severity, _run(rule, design)):
            found.setdefault(finding.identity, finding)
    return Judgement(tuple(sorted(found.values(), key=lambda finding: finding.order)))


def _run(rule: Rule, design: Design) -> list[Finding]:
    try:
        return list(rule.check(design, rule))
    except Exception as error:
        return [
            Finding(
                rule=ENGINE_RULE,
                severity=Severity.BLOCKER,
                title=f"The rule {rule.id} could not be applied to this plan",
                detail=f"It stopped with {type(error).__name__}: {error}"[:500],
                fix="Report this with the plan file; until then the plan counts as not judged.",
                places=(Place("cluster_options"),),
                about=rule.id,
            )
        ]
