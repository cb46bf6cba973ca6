"""People who look after the cluster."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.administrator import Administrator
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.registry import Rule, rule


@rule(
    "ADMIN-TRAINED",
    "Untrained administrator with root access",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("D4",),
    fix="Train this person for PowerHA, or take the root access away until then.",
)
def admin_trained(design: Design, rule: Rule) -> Iterator[Finding]:
    """Many outages of clusters are made by hand: a command that is harmless on a single machine
    is not on a cluster node."""
    for row in design.plan.rows(Administrator):
        if row.root_access and row.trained is False:
            yield rule.at(
                cell(row, "root_access"),
                cell(row, "trained"),
                title=f"{row.name} has root access and no training",
            )


@rule(
    "ADMIN-OWN-BACKUP",
    "Administrator without another person as stand-in",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S9",),
    fix="Name another person.",
)
def admin_own_backup(design: Design, rule: Rule) -> Iterator[Finding]:
    """A stand-in is there when the other one is not. Who has no operation guide either is a
    single point of failure, which has a rule of its own."""
    for row in design.plan.rows(Administrator):
        if row.backup == row.key and row.operation_guide.strip():
            yield rule.at(
                cell(row, "backup"), title=f"{row.name} is entered as stand-in for {row.name}"
            )


@rule(
    "ADMIN-CONTACT",
    "Administrator without a contact",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("O4", "S9"),
    fix="Enter a telephone number that is answered at night.",
)
def admin_contact(design: Design, rule: Rule) -> Iterator[Finding]:
    """An alert helps only if it reaches a person who can act, at any hour."""
    for row in design.plan.rows(Administrator):
        if not row.contact.strip():
            yield rule.at(cell(row, "contact"), title=f"Nobody knows how to reach {row.name}")
