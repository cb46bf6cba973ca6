"""Applications: what their scripts and programs must and must not do."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.application_controller import (
    ApplicationController,
    DataLocation,
    StartupMode,
)
from worksheets.plan.rows.application_monitor import ApplicationMonitor, MonitorMode, MonitorType
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.wording import denies


@rule(
    "APP-SCRIPTS",
    "Application without start or stop script",
    severity=Severity.BLOCKER,
    sources=("P4", "P5", "PowerHA planning guide: application controllers"),
    fix="Enter the full path of the script; it is the same on every node.",
)
def app_scripts(design: Design, rule: Rule) -> Iterator[Finding]:
    """An application controller is made of these two scripts. PowerHA does not create one
    without them."""
    for row in design.plan.rows(ApplicationController):
        for column, word in (("start_script", "start"), ("stop_script", "stop")):
            if not getattr(row, column):
                yield rule.at(cell(row, column), title=f"{row.name} has no {word} script")


@rule(
    "APP-ONE-SCRIPT",
    "One script to start and to stop",
    severity=Severity.WARNING,
    sources=("P4", "P5"),
    fix="Write two scripts; PowerHA calls them without saying which of the two it wants.",
)
def app_one_script(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA tells a script neither to start nor to stop, it just calls the one or the other.
    The same file for both will do the wrong thing once."""
    for row in design.plan.rows(ApplicationController):
        if row.start_script and row.start_script == row.stop_script:
            yield rule.at(
                cell(row, "stop_script"),
                cell(row, "start_script"),
                title=f"{row.name} starts and stops with the same script",
            )


@rule(
    "APP-INTERACTIVE",
    "Application that asks for input",
    severity=Severity.WARNING,
    sources=("P1", "D7"),
    fix="Give the answers by a file or a parameter so that nobody has to be there.",
)
def app_interactive(design: Design, rule: Rule) -> Iterator[Finding]:
    """At a takeover at night nobody answers a prompt; the group then hangs while it starts."""
    for row in design.plan.rows(ApplicationController):
        if row.asks_for_input:
            yield rule.at(cell(row, "asks_for_input"), title=f"{row.name} asks for input")


@rule(
    "APP-BOUND",
    "Application bound to a machine",
    severity=Severity.WARNING,
    sources=("P2",),
    fix="Get a licence for every node, or let the start script set what the application reads.",
)
def app_bound(design: Design, rule: Rule) -> Iterator[Finding]:
    """A licence or configuration tied to a host name, serial number, address or CPU identifier
    holds on one node and fails on the next."""
    for row in design.plan.rows(ApplicationController):
        if not denies(row.bound_to):
            yield rule.at(
                cell(row, "bound_to"), title=f"{row.name} is bound to {row.bound_to.strip()}"
            )


@rule(
    "APP-LOCAL",
    "Application kept on local disks",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P3",),
    fix="Move it to shared disks, or keep the local copies equal with a file collection.",
)
def app_local(design: Design, rule: Rule) -> Iterator[Finding]:
    """Local copies drift apart: somebody updates one node and forgets the other, and the
    takeover starts the old version."""
    for row in design.plan.rows(ApplicationController):
        if row.location is DataLocation.LOCAL:
            yield rule.at(
                cell(row, "location"),
                title=f"{row.name} lies on local disks and nothing keeps the copies equal",
            )


@rule(
    "APP-KILL",
    "Stop script that kills by name",
    severity=Severity.WARNING,
    sources=("D5",),
    fix="Stop by process identifier, by owner, or with the application's own command.",
)
def app_kill(design: Design, rule: Rule) -> Iterator[Finding]:
    """A search for the application's name in the process list also finds PowerHA's own
    processes that carry the name, such as its monitor or the stop script itself."""
    for row in design.plan.rows(ApplicationController):
        if row.kills_by_name:
            yield rule.at(
                cell(row, "kills_by_name"),
                title=f"The stop script of {row.name} kills whatever carries a name",
            )


@rule(
    "APP-MONITOR-KINDS",
    "Application without both kinds of monitor",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("P7", "O1"),
    fix="Add the monitor that is missing.",
)
def app_monitor_kinds(design: Design, rule: Rule) -> Iterator[Finding]:
    """A process monitor sees at once that a process has ended, a custom monitor that the
    application no longer answers. Each is blind to what the other sees. In a workload partition
    only the second kind works. A monitor that watches nothing yet has to find its application
    first."""
    layout = layout_of(design)
    inside = {
        key
        for group in design.plan.rows(ResourceGroup)
        if group.key in layout.wpars_of
        for key in group.controllers
    }
    idle = {row.type for row in design.plan.rows(ApplicationMonitor) if not row.controllers}
    for row in design.plan.rows(ApplicationController):
        if row.key in inside:
            continue
        kinds = idle | {monitor.type for monitor in layout.monitors_of.get(row.key, ())}
        missing = [kind.label for kind in MonitorType if kind not in kinds]
        if len(missing) == 1:
            yield rule.at(cell(row), title=f"{row.name} has no {missing[0]} monitor")


@rule(
    "APP-UNWATCHED",
    "Application watched only while it starts",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("O1", "P7"),
    fix="Set one of the monitors to long-running or both.",
)
def app_unwatched(design: Design, rule: Rule) -> Iterator[Finding]:
    """A startup monitor ends its work once the application is up. A later crash then goes
    unnoticed."""
    for row in design.plan.rows(ApplicationController):
        monitors = layout_of(design).monitors_of.get(row.key, ())
        if monitors and all(monitor.mode is MonitorMode.STARTUP for monitor in monitors):
            yield rule.at(
                cell(row),
                *(cell(monitor, "mode") for monitor in monitors),
                title=f"{row.name} is watched only by startup monitors "
                f"({listed(monitor.name for monitor in monitors)})",
            )


@rule(
    "APP-BACKGROUND",
    "Start in the background that others wait for",
    severity=Severity.WARNING,
    sources=("P8",),
    fix="Start in the foreground, or add a startup monitor that tells when the application is up.",
)
def app_background(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA does not wait for a start script in the background. A group that depends on this
    one then starts before its application answers."""
    plan, layout = design.plan, layout_of(design)
    waited_for = {
        row.leader: row
        for row in layout.ordered(Dependency)
        if row.kind in (DependencyKind.PARENT_CHILD, DependencyKind.START_AFTER)
    }
    for group in plan.pick(ResourceGroup, waited_for):
        for row in plan.pick(ApplicationController, group.controllers):
            modes = {monitor.mode for monitor in layout.monitors_of.get(row.key, ())}
            told = modes & {MonitorMode.STARTUP, MonitorMode.BOTH}
            if row.startup_mode is StartupMode.BACKGROUND and not told:
                yield rule.at(
                    cell(row, "startup_mode"),
                    cell(waited_for[group.key], "leader"),
                    title=f"Other groups wait for {group.name}, but {row.name} starts "
                    "in the background",
                    about=group.key,
                )
