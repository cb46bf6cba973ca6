"""Some rules asked about one plan, and no others: quick, and one rule's test fails for it alone."""

from __future__ import annotations

from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.rules.design import Design
from worksheets.rules.estate import NO_ESTATE, Estate
from worksheets.rules.finding import Finding
from worksheets.rules.policy import NO_POLICY, Policy
from worksheets.rules.registry import catalogue
from worksheets.rules.weighing import weighed, weight


def only(rule_id: str, plan: Plan) -> Finding:
    """The one finding of a rule; fails where it has none or several."""
    (finding,) = found(rule_id, plan)
    return finding


def asked(
    rules: str, plan: Plan, policy: Policy = NO_POLICY, estate: Estate = NO_ESTATE
) -> list[Finding]:
    """The findings of the rule of this id, or of all with this beginning ("DEP-"), weighed as the
    environment of the plan wants it and in the order of a judgement."""
    design = Design(plan, policy, estate)
    findings: list[Finding] = []
    for rule in catalogue().values():
        if rule.id == rules or (rules.endswith("-") and rule.id.startswith(rules)):
            severity = weight(rule, plan.options.environment, policy)
            if severity is not None:
                findings += weighed(rule, severity, rule.check(design, rule))
    return sorted(findings, key=lambda finding: finding.order)
