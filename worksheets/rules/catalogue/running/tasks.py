"""Maintenance tasks: their dates, the people, and what the service notices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from worksheets.failures.words import listed
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.maintenance_task import MaintenanceTask, TaskKind
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.promises import tightest
from worksheets.rules.registry import Rule, rule
from worksheets.rules.schedule import LONGEST_GAP


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@rule(
    "TASK-DATES",
    "Task that is due before it was last done",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("T5", "D2"),
    fix="Enter the next date.",
)
def task_dates(design: Design, rule: Rule) -> Iterator[Finding]:
    """A date that was not moved on after the work was done makes the calendar useless."""
    for row in design.plan.rows(MaintenanceTask):
        last, due = _day(row.last_done), _day(row.next_due)
        if last is not None and due is not None and due <= last:
            yield rule.at(
                cell(row, "next_due"),
                cell(row, "last_done"),
                title=f"{row.name} was done on {row.last_done} and is due on {row.next_due}",
            )


@rule(
    "TASK-GAP",
    "Gap longer than the frequency allows",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("T5", "T6", "D2"),
    fix="Bring the next date forward, or say honestly how often it is done.",
)
def task_gap(design: Design, rule: Rule) -> Iterator[Finding]:
    """What is called twice a year and planned for next year is done once a year."""
    for row in design.plan.rows(MaintenanceTask):
        last, due = _day(row.last_done), _day(row.next_due)
        most = LONGEST_GAP.get(row.frequency) if row.frequency is not None else None
        if last is None or due is None or most is None or row.frequency is None:
            continue
        if (due - last).days > most:
            yield rule.at(
                cell(row, "next_due"),
                cell(row, "frequency"),
                title=f"{row.name} is to be done {row.frequency.label}, but {(due - last).days} "
                "days lie between the last time and the next",
            )


@rule(
    "TASK-PROCEDURE",
    "Disruptive task without a procedure",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("M8", "T2", "DOC3"),
    fix="Write down the steps, what counts as passed, and the way back.",
)
def task_procedure(design: Design, rule: Rule) -> Iterator[Finding]:
    """Work that users notice is done by a text that was read before, with a way back in it."""
    for row in design.plan.rows(MaintenanceTask):
        if row.disruptive and not row.procedure.strip():
            yield rule.at(
                cell(row, "procedure"),
                cell(row, "disruptive"),
                title=f"{row.name} interrupts the service and has no procedure",
            )


@rule(
    "TASK-STAND-IN",
    "Task that hangs on one person",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("S9", "M6"),
    fix="Name a team for the task, or a stand-in for the person.",
)
def task_stand_in(design: Design, rule: Rule) -> Iterator[Finding]:
    """Work that comes back is not done while the only person for it is away. A person without an
    operation guide too is a single point of failure, which has a rule of its own, as have
    people who name themselves and the only administrator."""
    plan, layout = design.plan, layout_of(design)
    hanging: dict[str, list[MaintenanceTask]] = defaultdict(list)
    for row in layout.in_order(plan.rows(MaintenanceTask)):
        if not row.team:
            hanging[row.responsible].append(row)
    several = len(plan.rows(Administrator)) > 1
    for person in plan.pick(Administrator, hanging) if several else ():
        alone = plan.get(Administrator, person.backup) is None
        if alone and person.operation_guide.strip():
            rows = hanging[person.key]
            yield rule.at(
                cell(person, "backup"),
                *(cell(row, "responsible") for row in rows),
                title=f"{listed(row.name for row in rows)} {'hang' if len(rows) > 1 else 'hangs'} "
                f"on {person.name}, who has no stand-in",
            )


@rule(
    "TASK-WINDOW",
    "Disruptive task longer than the planned outage",
    severity=Severity.ADVICE,
    sources=("M8", "R2"),
    fix="Shorten or split the work, or agree on a longer window for it.",
)
def task_window(design: Design, rule: Rule) -> Iterator[Finding]:
    """Users have agreed to a number of minutes in a month. If the work takes more, the window
    holds neither the whole work nor its way back."""
    asked = tightest(design.plan, "planned_outage")
    if asked is None:
        return
    requirement, minutes = asked
    for row in design.plan.rows(MaintenanceTask):
        if row.disruptive and row.duration is not None and row.duration > minutes:
            yield rule.at(
                cell(row, "duration"),
                cell(requirement, "planned_outage"),
                title=f"{row.name} takes {row.duration} min; {requirement.name} may be stopped for "
                f"{minutes} min a month",
            )


@rule(
    "TASK-QUIET-TEST",
    "Fallover test that interrupts nothing",
    severity=Severity.ADVICE,
    sources=("T5", "M8"),
    fix="Enter that it interrupts the service, and ask for the window.",
)
def task_quiet_test(design: Design, rule: Rule) -> Iterator[Finding]:
    """A takeover stops the application on one node before it starts on the other. A test that
    nobody notices has not moved it."""
    for row in design.plan.rows(MaintenanceTask):
        if row.kind is TaskKind.FALLOVER_TEST and row.disruptive is False:
            yield rule.at(
                cell(row, "disruptive"), title=f"{row.name} is said not to interrupt the service"
            )
