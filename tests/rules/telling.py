"""What one rule says about a plan, in lines that are easy to compare."""

from __future__ import annotations

from worksheets.plan.plan import Plan
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Place
from worksheets.rules.registry import catalogue


def told(plan: Plan, rule_id: str) -> list[Finding]:
    """The findings of one rule, whatever the environment, by their titles."""
    rule = catalogue()[rule_id]
    return sorted(rule.check(Design(plan), rule), key=lambda finding: finding.title)


def titles(plan: Plan, rule_id: str) -> list[str]:
    return [finding.title for finding in told(plan, rule_id)]


def severities(plan: Plan, rule_id: str) -> list[str]:
    return [finding.severity.value for finding in told(plan, rule_id)]


def _words(place: Place) -> str:
    return "/".join(part for part in (place.sheet, place.key, place.column) if part)


def places(plan: Plan, rule_id: str) -> list[list[str]]:
    """All places of each finding, the first one to jump to."""
    return [[_words(place) for place in finding.places] for finding in told(plan, rule_id)]
