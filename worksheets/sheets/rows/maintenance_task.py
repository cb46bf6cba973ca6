"""The maintenance task worksheet."""

from __future__ import annotations

from worksheets.plan.rows.maintenance_task import MaintenanceTask
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=MaintenanceTask,
    title="Maintenance and tests",
    singular="maintenance task",
    group=Group.RUNNING,
    order=50,
    lead=(
        "Work that comes back: snapshots, backups, verification, log review, fallover tests. "
        "High availability is kept by it or lost without anybody noticing."
    ),
    columns=(
        Column(
            "name",
            "Task",
            "What is done, in a few words by which people know it in the calendar.",
            example="Fallover test of all groups",
            sources=("T5", "T6"),
            width=28,
        ),
        Column(
            "kind",
            "Kind",
            "What sort of work it is. A cluster wants at least snapshots, system backups, a daily "
            "look at verification and logs, and fallover tests.",
            example="fallover and fallback test",
            sources=("M1", "M2", "T5", "T6"),
            needed=needs.always,
            width=22,
        ),
        Column(
            "frequency",
            "How often",
            "How often it comes back. Fallover and fallback are tested twice a year; snapshots "
            "are taken before each change besides.",
            example="twice a year",
            sources=("T5", "T6", "M1"),
            needed=needs.always,
            width=14,
        ),
        Column(
            "last_done",
            "Last done",
            "The date on which it was last done with a good result.",
            hint="YYYY-MM-DD",
            example="2026-09-18",
            sources=("T5", "D2"),
            width=11,
        ),
        Column(
            "next_due",
            "Next due",
            "The date by which it has to be done again. Tests need a window, so agree on it "
            "months ahead.",
            hint="YYYY-MM-DD",
            example="2027-03-14",
            sources=("T5", "D2"),
            needed=needs.in_production,
            width=11,
        ),
        Column(
            "responsible",
            "Responsible",
            "The person who sees to it that it happens, not necessarily who does it.",
            example="Omar Khan",
            sources=("R6", "S9"),
            needed=needs.always,
            width=18,
        ),
        Column(
            "team",
            "Team",
            "The support team that does the work and keeps the window free for it.",
            example="Unix operations",
            sources=("M6",),
            width=20,
        ),
        Column(
            "procedure",
            "Procedure",
            "How it is done and what counts as passed; or where that is written down.",
            example="Halt the home node with halt -q; the service answers again within 5 minutes.",
            sources=("T2", "DOC3", "DOC4"),
            needed=needs.in_production,
            width=34,
        ),
        Column(
            "duration",
            "Duration",
            "How long it takes as a whole, the way back included.",
            unit="min",
            example="90",
            sources=("M8",),
            width=8,
        ),
        Column(
            "disruptive",
            "Interrupts service",
            "Yes when users notice it, so that it needs a window and their consent.",
            sources=("M8", "M9"),
            needed=needs.always,
            width=10,
        ),
        Column(
            "record",
            "Record",
            "Where the result is kept: the next auditor and the next outage both ask for it.",
            hint="where results lie",
            example="test log, share /ha/tests",
            sources=("DOC3", "M4"),
            width=28,
        ),
    ),
    sources=("T5", "T6", "D2"),
    needed=needs.in_production,
)
