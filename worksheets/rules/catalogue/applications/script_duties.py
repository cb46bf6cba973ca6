"""What the start and stop scripts of an application controller must do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.registry import Check, Rule, rule


@dataclass(frozen=True)
class Duty:
    """One duty: the column that answers it, and what is said where the answer is no.

    `says` is put in front of the controller's name.
    """

    id: str
    column: str
    title: str
    says: str
    why: str
    fix: str
    sources: tuple[str, ...]
    severity: Severity = Severity.WARNING


DUTIES = (
    Duty(
        "SCRIPT-RUNNING",
        "ends_if_running",
        "Start script that starts what already runs",
        "The start script does not look first whether it runs already:",
        "After resources were left running unmanaged, PowerHA calls the start script on a live "
        "application. A second copy can damage the data of the first.",
        "Let the script look for the application first and end with 0 when it is there.",
        ("P4",),
    ),
    Duty(
        "SCRIPT-ENVIRONMENT",
        "checks_environment",
        "Start script that takes its surroundings for granted",
        "The start script does not check disks, file systems and addresses:",
        "A start on a half-acquired group fails in the middle and leaves a state that nobody has "
        "planned for.",
        "Check file systems and addresses before the first command that changes anything.",
        ("P4",),
    ),
    Duty(
        "SCRIPT-HOST",
        "branches_by_host",
        "Start script that does not know its node",
        "The start script does not branch by host name:",
        "Where nodes need different commands, a script without branches does the right thing on "
        "one of them only.",
        "Keep the host name in a variable and branch by it; answer yes where no node differs.",
        ("P4",),
        Severity.ADVICE,
    ),
    Duty(
        "SCRIPT-DATA",
        "checks_data",
        "Start script that trusts the data",
        "The start script does not look at the state of the data:",
        "After a crash, locks, half-written files and unfinished transactions are still there. A "
        "start that does not look for them fails just when it matters.",
        "Look for what a crash leaves behind, and recover before the start.",
        ("P4",),
    ),
    Duty(
        "SCRIPT-NEEDS",
        "checks_prerequisites",
        "Start script that does not check what it needs",
        "The start script does not check the services it rests on:",
        "On the takeover node a database or name service may come later than the application "
        "that asks it.",
        "Check for the services, or plan a dependency between the groups.",
        ("P4", "P8"),
    ),
    Duty(
        "SCRIPT-ALERT",
        "raises_alerts",
        "Start script that fails in silence",
        "Nobody is alerted when the start script fails:",
        "When a start fails on the takeover node too, only a person can help, and nobody has "
        "called one.",
        "Send an alert by a way that leaves the node.",
        ("P4", "O4"),
    ),
    Duty(
        "SCRIPT-CHILDREN",
        "ends_children",
        "Stop script that leaves child processes",
        "The stop script leaves child processes behind:",
        "A process left over keeps files on the shared disks open, and the group cannot leave "
        "the node.",
        "End the children and whatever else holds files there.",
        ("P5",),
    ),
    Duty(
        "SCRIPT-UNMOUNT",
        "frees_file_systems",
        "Stop script that does not free the file systems",
        "The stop script does not see to it that file systems can be unmounted:",
        "A file system that is busy cannot be unmounted; the release of the group fails and the "
        "takeover waits for a person.",
        "Let the script look who still uses each file system, and end them.",
        ("P5",),
    ),
    Duty(
        "SCRIPT-FORCE",
        "forces_leftovers",
        "Stop script that never uses force",
        "The stop script forces nothing that will not end:",
        "Commands of the vendor may hang or give up. Without a second, harder try the group "
        "stays where it is.",
        "Give the orderly stop a time, then end by force what is left.",
        ("P5",),
    ),
    Duty(
        "SCRIPT-RETURN",
        "returns_zero",
        "Stop script that does not return zero",
        "The stop script does not always return 0:",
        "Any other return code puts the group into error, and cluster events stop until a person "
        "has recovered them.",
        "Return 0 in every case that the cluster can live with.",
        ("P5", "D7"),
    ),
    Duty(
        "SCRIPT-LOG",
        "logs_verbosely",
        "Scripts that do not log",
        "The scripts do not trace what they do to the log of the cluster:",
        "After a takeover that went wrong, the log of the cluster is the only witness.",
        "Trace each step with its time, to the output that PowerHA keeps.",
        ("P6",),
        Severity.ADVICE,
    ),
    Duty(
        "SCRIPT-COMMANDS",
        "documented_commands",
        "Scripts with undocumented commands",
        "The scripts use commands of PowerHA that have no man page:",
        "What is not documented may change or go with the next fix, and nobody tells.",
        "Use only utilities that have a man page.",
        ("P9",),
    ),
)


def _check(duty: Duty) -> Check:
    def check(design: Design, rule: Rule) -> Iterator[Finding]:
        for row in design.plan.rows(ApplicationController):
            if getattr(row, duty.column) is False:
                yield rule.at(cell(row, duty.column), title=f"{duty.says} {row.name}")

    check.__doc__ = duty.why
    return check


for _duty in DUTIES:
    rule(
        _duty.id,
        _duty.title,
        severity=_duty.severity,
        outside_production=Severity.ADVICE,
        sources=_duty.sources,
        fix=_duty.fix,
    )(_check(_duty))
