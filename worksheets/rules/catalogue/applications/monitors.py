"""Application monitors."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.application_monitor import (
    ApplicationMonitor,
    FailureAction,
    MonitorType,
)
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.registry import Rule, rule
from worksheets.rules.restarts import least_restart_interval

_SHELL = (".sh", ".ksh", ".bash", ".csh")


def _processes(row: ApplicationMonitor) -> list[str]:
    return row.processes.replace(",", " ").split()


@rule(
    "MON-METHOD",
    "Custom monitor without a method",
    severity=Severity.BLOCKER,
    sources=("P7", "PowerHA planning guide: application monitors"),
    fix="Enter the full path of the script that asks the application, and how often it runs.",
)
def mon_method(design: Design, rule: Rule) -> Iterator[Finding]:
    """A custom monitor is a script and the interval at which PowerHA calls it."""
    for row in design.plan.rows(ApplicationMonitor):
        if row.type is not MonitorType.CUSTOM:
            continue
        if not row.monitor_method:
            yield rule.at(cell(row, "monitor_method"), title=f"{row.name} has no monitor method")
        if row.monitor_interval is None:
            yield rule.at(
                cell(row, "monitor_interval"), title=f"{row.name} has no monitor interval"
            )


@rule(
    "MON-PROCESSES",
    "Process monitor without processes or owner",
    severity=Severity.BLOCKER,
    sources=("P7", "PowerHA planning guide: application monitors"),
    fix="Enter the processes as ps -el shows them and the user that owns them.",
)
def mon_processes(design: Design, rule: Rule) -> Iterator[Finding]:
    """A process monitor needs to know which processes of which user it shall watch."""
    for row in design.plan.rows(ApplicationMonitor):
        if row.type is not MonitorType.PROCESS:
            continue
        if not _processes(row):
            yield rule.at(cell(row, "processes"), title=f"{row.name} names no process")
        if not row.process_owner.strip():
            yield rule.at(cell(row, "process_owner"), title=f"{row.name} names no process owner")


@rule(
    "MON-INSTANCES",
    "Instance count with several processes",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: application monitors",),
    fix="Set the count to 1, or make a monitor for each process.",
)
def mon_instances(design: Design, rule: Rule) -> Iterator[Finding]:
    """A count above 1 tells how many instances of one process there are; with several
    processes PowerHA accepts 1 only."""
    for row in design.plan.rows(ApplicationMonitor):
        several = row.type is MonitorType.PROCESS and len(_processes(row)) > 1
        if several and row.instance_count is not None and row.instance_count > 1:
            yield rule.at(
                cell(row, "instance_count"),
                cell(row, "processes"),
                title=f"{row.name} counts {row.instance_count} instances "
                f"of {len(_processes(row))} processes",
            )


@rule(
    "MON-SHELL",
    "Process monitor on a shell script",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: application monitors",),
    fix="Watch the program that the script starts, or use a custom monitor.",
)
def mon_shell(design: Design, rule: Rule) -> Iterator[Finding]:
    """In the process table a shell script appears as its shell, so a process monitor does not
    find it by its name."""
    for row in design.plan.rows(ApplicationMonitor):
        scripts = [name for name in _processes(row) if name.lower().endswith(_SHELL)]
        if row.type is MonitorType.PROCESS and scripts:
            yield rule.at(
                cell(row, "processes"), title=f"{row.name} watches the shell script {scripts[0]}"
            )


@rule(
    "MON-RESTART",
    "Restart interval too short",
    severity=Severity.WARNING,
    sources=("P7", "PowerHA planning guide: application monitors", "per IBM guides"),
    fix="Take at least 1.1 times the restart count times the sum of the other two intervals.",
)
def mon_restart(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA forgets restarts after this interval. If the allowed restarts do not fit into it
    the count never fills: the application is restarted for ever and its group never moves."""
    for row in design.plan.rows(ApplicationMonitor):
        if not row.restart_count or row.restart_interval is None:
            continue
        if row.stabilization_interval is None:
            continue
        each = row.stabilization_interval
        if row.type is MonitorType.CUSTOM:
            each += row.monitor_interval or 0
        least = least_restart_interval(row.restart_count, each)
        if row.restart_interval < least:
            yield rule.at(
                cell(row, "restart_interval"),
                cell(row, "restart_count"),
                title=f"{row.name} forgets restarts after {row.restart_interval} s; "
                f"{row.restart_count} restarts take up to {least} s",
            )


@rule(
    "MON-NOTIFY",
    "Monitor that acts by notifying nobody",
    severity=Severity.WARNING,
    sources=("O4", "PowerHA planning guide: application monitors"),
    fix="Enter a notify method, or let the failure lead to a fallover.",
)
def mon_notify(design: Design, rule: Rule) -> Iterator[Finding]:
    """With the action "notify" a failed application stays down until somebody comes. Without a
    notify method nobody learns of it."""
    for row in design.plan.rows(ApplicationMonitor):
        if row.failure_action is FailureAction.NOTIFY and not row.notify_method:
            yield rule.at(
                cell(row, "notify_method"),
                cell(row, "failure_action"),
                title=f"{row.name} only notifies, and no notify method is entered",
            )


@rule(
    "MON-IDLE",
    "Monitor without an application",
    severity=Severity.WARNING,
    sources=("O1", "P7"),
    fix="Name the application controllers that it watches.",
)
def mon_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """A monitor runs only while a controller that it belongs to is active."""
    for row in design.plan.rows(ApplicationMonitor):
        if not row.controllers:
            yield rule.at(cell(row, "controllers"), title=f"{row.name} watches no application")
