"""Software on the nodes: support that is checked, fixes that are applied or committed."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.maintenance_task import MaintenanceTask, TaskKind
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.software_level import InstallState, SoftwareLevel
from worksheets.rules.catalogue.machines.software_levels import products
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule


@rule(
    "SOFT-UNCHECKED",
    "Level whose support is not checked",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("U1", "W11"),
    fix="Read the release notes and the vendors' support lists, and enter what they say.",
)
def soft_unchecked(design: Design, rule: Rule) -> Iterator[Finding]:
    """Vendors support certain combinations of software, firmware and application only. Outside
    of them nobody helps on the night that it fails."""
    for row in design.plan.rows(SoftwareLevel):
        name = f"{row.product.strip()} on {design.plan.title(Node, row.node)}"
        if row.checked is False:
            yield rule.at(
                cell(row, "checked"),
                title=f"Nobody has checked that {name} is supported with the rest",
            )
        elif row.checked and not row.evidence.strip():
            yield rule.at(
                cell(row, "evidence"),
                cell(row, "checked"),
                title=f"{name} counts as checked, but no evidence is named",
                severity=Severity.ADVICE,
            )


@rule(
    "SOFT-STATE",
    "Product that is committed in part",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("M3", "U4"),
    fix="Commit or reject what is left over, the same on all nodes.",
)
def soft_state(design: Design, rule: Rule) -> Iterator[Finding]:
    """Applied fixes can be taken back, committed ones are ready for an upgrade. A mixture is
    neither; with different states on the nodes only some of them can go back."""
    for rows in products(design).values():
        states = {row.state for row in rows}
        for row in rows:
            name = design.plan.title(Node, row.node)
            if row.state is InstallState.PARTLY:
                yield rule.at(
                    cell(row, "state"),
                    title=f"{row.product.strip()} is partly committed on {name}",
                )
            elif row.state is InstallState.COMMITTED and InstallState.APPLIED in states:
                yield rule.at(
                    cell(row, "state"),
                    title=f"{row.product.strip()} is committed on {name} and applied elsewhere",
                    severity=Severity.ADVICE,
                )


@rule(
    "SOFT-COMMIT",
    "Applied fixes before an update",
    severity=Severity.ADVICE,
    sources=("U4", "M3"),
    fix="Commit the fixes that have proven themselves before the update begins.",
)
def soft_commit(design: Design, rule: Rule) -> Iterator[Finding]:
    """New fixes stay applied until they have proven themselves. An update asks for committed
    software, so both are decided before its date."""
    due = [row for row in design.plan.rows(MaintenanceTask) if row.kind is TaskKind.UPDATE]
    if not any(row.next_due for row in due):
        return
    first = min(row.next_due for row in due if row.next_due)
    applied = [
        row
        for rows in products(design).values()
        for row in rows
        if row.state is InstallState.APPLIED
    ]
    if applied:
        names = listed(row.product.strip() for row in applied)
        marked = layout_of(design).in_order(applied)
        yield rule.at(
            sheet(SoftwareLevel, "state"),
            *(cell(row, "state") for row in marked),
            title=f"{names} will be applied, not committed, on {first}, when an update is due",
        )
