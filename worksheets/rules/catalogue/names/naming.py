"""The organisation's own names."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows import KINDS
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.policy import setting_of
from worksheets.rules.registry import Rule, rule


@rule(
    "NAME-POLICY",
    "Name that does not follow the organisation's naming rule",
    severity=Severity.ADVICE,
    sources=("naming rules of the organisation",),
    fix="Rename it by the mask, or ask a steward to widen the rule.",
)
def name_policy(design: Design, rule: Rule) -> Iterator[Finding]:
    """A name that says environment, application and number is understood at night by somebody who
    has never seen the cluster. How grave a departure is, the organisation decides for each rule."""
    setting = setting_of(design.plan)
    for slug, naming in design.policy.naming.items():
        for row in design.plan.rows(KINDS[slug]):
            name = getattr(row, "name", "")
            if naming.mask.read(name, setting) is None:
                yield rule.at(
                    cell(row, "name"),
                    title=f"The name {name} does not follow the naming rule {naming.mask.text}",
                    detail=f"{naming.reason} An example: {naming.example}.".strip(),
                    severity=naming.severity,
                )
