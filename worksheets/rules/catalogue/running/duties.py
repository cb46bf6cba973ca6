"""Work that a cluster needs again and again: one rule for each duty."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.maintenance_task import MaintenanceTask
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Check, Rule, rule
from worksheets.rules.schedule import DUTIES, LONGEST_GAP, Duty

_NEVER = 1_000_000  # days: work at each change comes at no certain time


@rule(
    "TASK-NONE",
    "No work is planned that keeps the cluster able to take over",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("T5", "T6", "D2"),
    fix="Enter fallover tests, log review, snapshots and backups with their dates.",
)
def task_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """High availability wears off unseen: each change that is not tested may be the one that
    stops the next takeover."""
    if not design.plan.rows(MaintenanceTask):
        yield rule.at(
            sheet(MaintenanceTask),
            title="Neither fallover tests nor backups nor reviews are planned",
        )


def _check(duty: Duty) -> Check:
    def check(design: Design, rule: Rule) -> Iterator[Finding]:
        rows = layout_of(design).in_order(design.plan.rows(MaintenanceTask))
        of_kind = [row for row in rows if row.kind is duty.kind]
        if rows and not of_kind:
            yield rule.at(
                sheet(MaintenanceTask, "kind"),
                title=f"No task is planned of the kind: {duty.kind.label}",
            )
        often = [(row, row.frequency) for row in of_kind if row.frequency is not None]
        settled = len(often) == len(of_kind) > 0
        if settled and not any(duty.met_by(frequency) for _, frequency in often):
            row, frequency = min(often, key=lambda item: LONGEST_GAP.get(item[1], _NEVER))
            yield rule.at(
                cell(row, "frequency"),
                title=f"{row.name} is done {frequency.label}; {duty.asked} is asked for",
            )

    check.__doc__ = duty.why
    return check


for _duty in DUTIES:
    rule(
        _duty.id,
        f"Missing or too seldom: {_duty.kind.label}",
        severity=_duty.severity,
        outside_production=Severity.ADVICE if _duty.severity is Severity.WARNING else None,
        sources=_duty.sources,
        fix=f"Plan it {_duty.asked}.",
    )(_check(_duty))
