"""Custom verification and snapshot methods."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.custom_method import CustomMethod, MethodType
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.registry import Rule, rule


@rule(
    "METHOD-SCRIPT",
    "Custom method without a script",
    severity=Severity.BLOCKER,
    sources=("D10", "PowerHA planning guide: custom verification and snapshot methods"),
    fix="Enter the full path of the script; it is the same on every node.",
)
def method_script(design: Design, rule: Rule) -> Iterator[Finding]:
    """A method is a name, a type and a script that PowerHA calls."""
    for row in design.plan.rows(CustomMethod):
        if not row.script:
            yield rule.at(cell(row, "script"), title=f"{row.name} has no script")


@rule(
    "METHOD-NIGHTLY",
    "Verification method that the night does not run",
    severity=Severity.ADVICE,
    sources=("T6", "D10"),
    fix="Let the automatic verification run it too.",
)
def method_nightly(design: Design, rule: Rule) -> Iterator[Finding]:
    """What crept in since the last change is found at night. A method that runs only when
    somebody synchronises finds it when it is in the way."""
    for row in design.plan.rows(CustomMethod):
        if row.type is MethodType.VERIFY and not row.nightly:
            said = "does not run" if row.nightly is False else "is not said to run"
            yield rule.at(cell(row, "nightly"), title=f"{row.name} {said} at night")


@rule(
    "METHOD-NIGHTLY-IDLE",
    "Nightly method that never runs at night",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("T6", "D10"),
    fix='Turn the daily verification on; say "nightly" of verification methods only.',
)
def method_nightly_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """The daily verification runs verification methods. While it is off, or for a method of a
    snapshot, the answer yes has no effect."""
    daily = design.plan.options.daily_verification
    for row in design.plan.rows(CustomMethod):
        if not row.nightly:
            continue
        if row.type is MethodType.SNAPSHOT:
            yield rule.at(
                cell(row, "nightly"),
                cell(row, "type"),
                title=f"{row.name} belongs to snapshots, which are not taken by verification",
            )
        elif daily is False:
            yield rule.at(
                cell(row, "nightly"),
                title=f"{row.name} is to run nightly, but the daily verification is off",
            )
