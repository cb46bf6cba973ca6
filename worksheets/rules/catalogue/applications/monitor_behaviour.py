"""Application monitors: when they look, what they call and what follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.application_controller import ApplicationController, StartupMode
from worksheets.plan.rows.application_monitor import (
    ApplicationMonitor,
    FailureAction,
    MonitorMode,
    MonitorType,
)
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import Fallover, ResourceGroup, Startup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import HARMLESS_SIGNALS
from worksheets.rules.registry import Rule, rule

_AT_START = (MonitorMode.STARTUP, MonitorMode.BOTH)
_PROCESS_CELLS = ("processes", "process_owner", "instance_count")
_CUSTOM_CELLS = ("monitor_method", "monitor_interval", "hung_signal")


@rule(
    "MON-UNTESTED",
    "Monitor that nobody has tested",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P7", "T2"),
    fix="Kill the application, let it hang, and let it be; see what the monitor does each time.",
)
def mon_untested(design: Design, rule: Rule) -> Iterator[Finding]:
    """A monitor that misses a failure is useless, one that sees failures where none are stops a
    healthy application. Only a test tells."""
    for row in design.plan.rows(ApplicationMonitor):
        if row.tested is False:
            yield rule.at(cell(row, "tested"), title=f"{row.name} has not been tested")


@rule(
    "MON-EARLY",
    "Monitor that looks before the application is up",
    severity=Severity.WARNING,
    sources=("P7", "PowerHA planning guide: application monitors"),
    fix="Make the stabilization interval longer than the longest start, with recovery of data.",
)
def mon_early(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA waits for the stabilization interval before it believes what a monitor says. If
    the start takes longer, the application is taken for dead and started again, for ever."""
    layout = layout_of(design)
    for row in design.plan.rows(ApplicationController):
        for monitor in layout.monitors_of.get(row.key, ()):
            awaits = row.startup_mode is StartupMode.BACKGROUND or monitor.mode in _AT_START
            waits = monitor.stabilization_interval
            if not awaits or waits is None or row.start_time is None:
                continue
            if row.start_time > waits:
                yield rule.at(
                    cell(monitor, "stabilization_interval"),
                    cell(row, "start_time"),
                    title=f"{monitor.name} looks after {waits} s, but {row.name} takes "
                    f"{row.start_time} s to start",
                    about=row.key,
                )


@rule(
    "MON-METHOD-TWICE",
    "One monitor script for several monitors",
    severity=Severity.WARNING,
    sources=("P7", "PowerHA planning guide: application monitors"),
    fix="Give each monitor a script of its own, which may call a common one.",
)
def mon_method_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA calls a monitor script without arguments, so it cannot know for which application
    it is asked. The failure of one then looks like the failure of all."""
    users: dict[str, list[ApplicationMonitor]] = defaultdict(list)
    for row in layout_of(design).ordered(ApplicationMonitor):
        if row.type is MonitorType.CUSTOM and row.monitor_method:
            users[row.monitor_method].append(row)
    for path, rows in users.items():
        if len({row.controllers for row in rows}) > 1:
            yield rule.at(
                *(cell(row, "monitor_method") for row in rows),
                title=f"{listed(row.name for row in rows)} all call {path}",
            )


@rule(
    "MON-METHOD-START",
    "Monitor that starts or stops the application",
    severity=Severity.BLOCKER,
    sources=("P7", "PowerHA planning guide: application monitors"),
    fix="Write a script that only asks the application and returns 0 when it answers.",
)
def mon_method_start(design: Design, rule: Rule) -> Iterator[Finding]:
    """The monitor script runs at every interval. If it is the start or the stop script, it does
    not watch the application but moves it."""
    for row in design.plan.rows(ApplicationMonitor):
        if row.type is not MonitorType.CUSTOM or not row.monitor_method:
            continue
        for controller in design.plan.pick(ApplicationController, sorted(set(row.controllers))):
            for column, word in (("start_script", "start"), ("stop_script", "stop")):
                if getattr(controller, column) == row.monitor_method:
                    yield rule.at(
                        cell(row, "monitor_method"),
                        cell(controller, column),
                        title=f"{row.name} calls the {word} script of {controller.name}",
                        about=f"{controller.key} {word}",
                    )


@rule(
    "MON-CELLS",
    "Monitor with settings of the other kind",
    severity=Severity.ADVICE,
    sources=("PowerHA planning guide: application monitors",),
    fix="Empty these cells, or correct the type.",
)
def mon_cells(design: Design, rule: Rule) -> Iterator[Finding]:
    """Process monitors take processes, custom monitors a script. Settings of the other kind are
    not used, and readers believe that they are."""
    for row in design.plan.rows(ApplicationMonitor):
        custom = row.type is MonitorType.CUSTOM
        columns = _PROCESS_CELLS if custom else _CUSTOM_CELLS
        filled = [name for name in columns if getattr(row, name) not in (None, "")]
        if filled:
            other = MonitorType.PROCESS if custom else MonitorType.CUSTOM
            yield rule.at(
                *(cell(row, name) for name in filled),
                title=f"{row.name} is a {row.type.label} monitor with settings of a "
                f"{other.label} monitor",
                about="cells",
            )


@rule(
    "MON-SIGNAL",
    "Signal that does not end a hung monitor",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: application monitors", "AIX: signals"),
    fix="Take 9, or leave the cell empty.",
)
def mon_signal(design: Design, rule: Rule) -> Iterator[Finding]:
    """When a monitor script runs longer than its interval PowerHA sends it this signal. With one
    that AIX ignores by default, the hung script stays."""
    for row in design.plan.rows(ApplicationMonitor):
        if row.type is MonitorType.CUSTOM and row.hung_signal in HARMLESS_SIGNALS:
            yield rule.at(
                cell(row, "hung_signal"),
                title=f"{row.name} ends a hung script by signal {row.hung_signal}, "
                "which does not end it",
            )


@rule(
    "MON-NO-RESTART",
    "Failure that neither restarts nor moves anything",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P7", "D7"),
    fix="Allow restarts, or let the failure lead to a fallover.",
)
def mon_no_restart(design: Design, rule: Rule) -> Iterator[Finding]:
    """With no restarts and the action "notify", PowerHA only tells that the application is dead.
    It stays so until a person comes."""
    for row in design.plan.rows(ApplicationMonitor):
        if row.failure_action is FailureAction.NOTIFY and row.restart_count == 0:
            yield rule.at(
                cell(row, "restart_count"),
                cell(row, "failure_action"),
                title=f"{row.name} restarts nothing and only notifies",
            )


@rule(
    "MON-FALLOVER",
    "Fallover of an application that cannot go anywhere",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S8", "P7"),
    fix="Give the group a fallover policy that moves it, or choose notify.",
)
def mon_fallover(design: Design, rule: Rule) -> Iterator[Finding]:
    """The action "fallover" moves the group to its next node. Where the policy keeps the group
    from moving, it just goes offline. A group on all nodes goes on where it is well, and a group
    without a second node has a rule of its own."""
    layout = layout_of(design)
    staying = {
        group.key
        for group in layout.groups
        if group.fallover is Fallover.BO and group.startup is not Startup.OAAN
    }
    for row in design.plan.rows(ApplicationMonitor) if staying else ():
        if row.failure_action is not FailureAction.FALLOVER:
            continue
        groups = {
            group.key: group
            for key in row.controllers
            for group in layout.groups_of_controller.get(key, ())
            if group.key in staying
        }
        for group in layout.in_order(groups.values()):
            yield rule.at(
                cell(row, "failure_action"),
                cell(group, "fallover"),
                title=f"{row.name} asks for a fallover of {group.name}, but its policy takes "
                "it offline",
                about=group.key,
            )


@rule(
    "MON-SLOW",
    "Restarts that take longer than the outage allowed",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R2", "P7"),
    fix="Allow fewer restarts or shorter intervals, or agree on a longer recovery time.",
)
def mon_slow(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA first tries all restarts on the same node and moves the group after that. The
    users wait for both."""
    layout = layout_of(design)
    for requirement in design.plan.rows(Requirement):
        for group in design.plan.pick(ResourceGroup, sorted(set(requirement.groups))):
            for key in sorted(set(group.controllers)):
                for row in layout.monitors_of.get(key, ()):
                    spent = _seconds_until_fallover(row)
                    if requirement.rto is not None and spent > requirement.rto * 60:
                        yield rule.at(
                            cell(row, "restart_count"),
                            cell(requirement, "rto"),
                            title=f"{row.name} restarts for up to {spent} s, but "
                            f"{requirement.name} is to be back within {requirement.rto} min",
                            about=f"{requirement.key} {group.key} {key}",
                        )


def _seconds_until_fallover(row: ApplicationMonitor) -> int:
    """How long restarts can go on before the group moves, as far as entered."""
    each = row.stabilization_interval or 0
    if row.type is MonitorType.CUSTOM:
        each += row.monitor_interval or 0
    return each * (row.restart_count or 0)
