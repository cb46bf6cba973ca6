"""How grave a finding is where the plan stands: by environment and by the organisation."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from worksheets.plan.rows.cluster_options import Environment
from worksheets.rules.finding import Finding, Severity
from worksheets.rules.policy import Policy
from worksheets.rules.registry import Rule


def weight(rule: Rule, environment: Environment, policy: Policy) -> Severity | None:
    """The severity of a rule in an environment; None where it is not asked.

    A setting of the organisation goes before what the catalogue says.
    """
    setting = policy.setting(rule.id, environment)
    return setting.severity if setting is not None else rule.severity_in(environment)


def weights(
    rules: Iterable[Rule], environment: Environment, policy: Policy
) -> list[tuple[Rule, Severity]]:
    """The rules that are asked in an environment, each with its severity."""
    if policy.settings:
        found = [(rule, weight(rule, environment, policy)) for rule in rules]
    elif environment is Environment.PRODUCTION:
        return [(rule, rule.severity) for rule in rules]
    else:
        found = [(rule, rule.outside_production) for rule in rules]
    return [(rule, severity) for rule, severity in found if severity is not None]


def weighed(rule: Rule, target: Severity, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a rule whose severity here is `target`.

    What the check itself weighs lighter than its rule stays at least that light; what it weighs
    graver stays so unless the rule's severity has been changed.
    """
    if target is rule.severity:
        return tuple(findings)
    return tuple(_weighed(rule, target, finding) for finding in findings)


def _weighed(rule: Rule, target: Severity, finding: Finding) -> Finding:
    lighter = finding.severity.rank > rule.severity.rank
    severity = max(finding.severity, target, key=_rank) if lighter else target
    if severity is finding.severity:
        return finding
    return msgspec.structs.replace(finding, severity=severity)


def _rank(severity: Severity) -> int:
    return severity.rank
