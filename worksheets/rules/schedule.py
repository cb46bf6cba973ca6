"""How often work comes back, and which work a cluster needs."""

from __future__ import annotations

from dataclasses import dataclass

from worksheets.plan.rows.maintenance_task import Frequency, TaskKind
from worksheets.rules.finding import Severity

# The most days between two times, in whole weeks from a month on: windows keep their day of the
# week. Work at each change has no calendar.
LONGEST_GAP: dict[Frequency, int] = {
    Frequency.DAILY: 1,
    Frequency.WEEKLY: 7,
    Frequency.MONTHLY: 35,
    Frequency.QUARTERLY: 98,
    Frequency.HALF_YEARLY: 196,
    Frequency.YEARLY: 378,
}


@dataclass(frozen=True)
class Duty:
    """Work that has to come back, and how often at least.

    `at_change`: whether doing it at each change is enough too.
    """

    id: str
    kind: TaskKind
    slowest: Frequency
    at_change: bool
    severity: Severity
    sources: tuple[str, ...]
    why: str

    def met_by(self, frequency: Frequency) -> bool:
        """Whether work that comes back that often is enough."""
        if frequency is Frequency.EACH_CHANGE:
            return self.at_change
        return LONGEST_GAP[frequency] <= LONGEST_GAP[self.slowest]

    @property
    def asked(self) -> str:
        """How often it is asked for, in words."""
        least = "" if self.slowest is Frequency.DAILY else "at least "
        words = f"{least}{self.slowest.label}"
        return f"{Frequency.EACH_CHANGE.label} or {words}" if self.at_change else words


DUTIES = (
    Duty(
        "TASK-FALLOVER",
        TaskKind.FALLOVER_TEST,
        Frequency.HALF_YEARLY,
        False,
        Severity.WARNING,
        ("T5",),
        "A takeover that was last tried when the cluster was built may not work any more. Twice a "
        "year everything that can fall over does, there and back.",
    ),
    Duty(
        "TASK-LOGS",
        TaskKind.LOG_REVIEW,
        Frequency.DAILY,
        False,
        Severity.WARNING,
        ("T6",),
        "Clusters announce their failures in logs long before they fail. Somebody has to read "
        "them every day.",
    ),
    Duty(
        "TASK-VERIFICATION",
        TaskKind.VERIFICATION,
        Frequency.MONTHLY,
        True,
        Severity.ADVICE,
        ("T6", "D10"),
        "The automatic verification writes its warnings into a log. Now and then somebody runs it "
        "by hand, with its extended checks, and acts on every warning.",
    ),
    Duty(
        "TASK-SNAPSHOT",
        TaskKind.SNAPSHOT,
        Frequency.MONTHLY,
        True,
        Severity.WARNING,
        ("M1", "D2", "U4"),
        "A snapshot is the way back to the configuration of yesterday. It is taken before each "
        "change, and regularly where changes are rare.",
    ),
    Duty(
        "TASK-BACKUP",
        TaskKind.SYSTEM_BACKUP,
        Frequency.MONTHLY,
        True,
        Severity.WARNING,
        ("D2", "M2", "U2"),
        "A node that lost its system is put back from a mksysb. An old one brings back old levels "
        "and passwords.",
    ),
    Duty(
        "TASK-DATA",
        TaskKind.DATA_BACKUP,
        Frequency.WEEKLY,
        False,
        Severity.WARNING,
        ("D2", "U2"),
        "A mirror copies a mistake as faithfully as everything else. Against deleted and damaged "
        "data only a backup helps.",
    ),
    Duty(
        "TASK-RESTORE",
        TaskKind.RESTORE_TEST,
        Frequency.YEARLY,
        False,
        Severity.WARNING,
        ("U2",),
        "A backup that nobody has ever restored is a hope.",
    ),
    Duty(
        "TASK-REPORT",
        TaskKind.REPORT,
        Frequency.DAILY,
        True,
        Severity.ADVICE,
        ("M4", "DOC5"),
        "The report made after a successful change says what the cluster looks like now, and what "
        "was different before.",
    ),
    Duty(
        "TASK-TOOL",
        TaskKind.TEST_TOOL,
        Frequency.YEARLY,
        True,
        Severity.ADVICE,
        ("T4",),
        "The cluster test tool runs the same tests in the same order each time, so that results "
        "can be compared.",
    ),
    Duty(
        "TASK-UPDATE",
        TaskKind.UPDATE,
        Frequency.YEARLY,
        False,
        Severity.ADVICE,
        ("D2", "U1"),
        "Software and firmware stay reasonably current only if a date for it comes back.",
    ),
)
