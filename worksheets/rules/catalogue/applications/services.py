"""Applications as their owners know them: what they consist of and what they hang on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from worksheets.failures.words import listed
from worksheets.plan.rows.application import Application
from worksheets.plan.rows.application_controller import ApplicationController, StartupMode
from worksheets.plan.rows.application_monitor import MonitorMode
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.wording import denies

_ONE_MACHINE = re.compile(
    r"serial|host ?id|cpu ?id|mac address|node[- ]?locked"
    r"|(?:one|single|this) (?:node|machine|server)\b",
    re.IGNORECASE,
)


@rule(
    "SERVICE-NONE",
    "Application controllers without an application",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("P1", "P2", "DOC2"),
    fix="Enter the applications that the controllers belong to, with owner and procedures.",
)
def service_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """Who owns an application and how people start, check and stop it stands nowhere else. The
    scripts are only as good as these procedures. An application that names no controller yet may
    be the one."""
    layout = layout_of(design)
    applications = design.plan.rows(Application)
    controllers = layout.ordered(ApplicationController)
    if controllers and not applications:
        yield rule.at(
            sheet(Application), title="No application is entered, only application controllers"
        )
        return
    served = {key for row in applications for key in row.controllers}
    unfinished = any(not row.controllers for row in applications)
    for row in controllers if not unfinished else ():
        if row.key not in served:
            yield rule.at(cell(row), title=f"{row.name} belongs to no application")


@rule(
    "SERVICE-SHARED",
    "Controller of several applications",
    severity=Severity.ADVICE,
    sources=("D9", "PowerHA planning guide: applications"),
    fix="Give each application a controller of its own, or say why they go together.",
)
def service_shared(design: Design, rule: Rule) -> Iterator[Finding]:
    """Applications behind one controller start, stop and fall over together: the failure of one
    takes the others down."""
    users: dict[str, list[Application]] = defaultdict(list)
    for row in layout_of(design).ordered(Application):
        for key in dict.fromkeys(row.controllers):
            users[key].append(row)
    for controller in design.plan.pick(ApplicationController, sorted(users)):
        rows = users[controller.key]
        if len(rows) > 1:
            yield rule.at(
                cell(controller),
                *(cell(row, "controllers") for row in rows),
                title=f"{controller.name} serves {listed(row.name for row in rows)}",
            )


@rule(
    "SERVICE-INTERACTIVE",
    "Application that waits for a person",
    severity=Severity.WARNING,
    sources=("P1", "D7"),
    fix="Find a way to start and stop it without a person, then correct the controller too.",
)
def service_interactive(design: Design, rule: Rule) -> Iterator[Finding]:
    """A start that waits for a passphrase or a confirmation waits all night. High availability
    ends where a hand is needed. A controller that says so as well has a rule of its own."""
    for row in design.plan.rows(Application):
        controllers = design.plan.pick(ApplicationController, row.controllers)
        if row.prompts and not any(controller.asks_for_input for controller in controllers):
            denying = [
                cell(controller, "asks_for_input")
                for controller in controllers
                if controller.asks_for_input is False
            ]
            yield rule.at(
                cell(row, "prompts"),
                *denying,
                title=f"{row.name} waits for input of a person",
                detail="Its controller says that it asks for nothing." if denying else "",
            )


@rule(
    "SERVICE-BOUND",
    "Application that hangs on one machine",
    severity=Severity.WARNING,
    sources=("P2",),
    fix='Cure it, or say "none" and in the rationale how every node gets what it needs.',
)
def service_bound(design: Design, rule: Rule) -> Iterator[Finding]:
    """What is tied to a host name, an address, a serial number or a CPU identifier works on one
    node and fails on the next. A controller that says so as well has a rule of its own."""
    for row in design.plan.rows(Application):
        controllers = design.plan.pick(ApplicationController, row.controllers)
        told = any(not denies(controller.bound_to) for controller in controllers)
        if not denies(row.host_bindings) and not told:
            yield rule.at(
                cell(row, "host_bindings"),
                title=f"{row.name} is bound to {_first_line(row.host_bindings)}",
            )


def _first_line(text: str) -> str:
    line = text.strip().split("\n")[0].strip()
    return line if len(line) <= 80 else f"{line[:79]}…"


@rule(
    "SERVICE-LICENCE",
    "Licence that seems to hold on one machine",
    severity=Severity.ADVICE,
    sources=("P2",),
    fix="Get a licence for each node, and say in this cell that every node has one.",
)
def service_licence(design: Design, rule: Rule) -> Iterator[Finding]:
    """A licence for one serial number, host or CPU identifier ends the takeover at the start
    script."""
    for row in design.plan.rows(Application):
        tied = _ONE_MACHINE.search(row.licence)
        covered = re.search(r"\b(?:each|every|all|both)\b", row.licence, re.IGNORECASE)
        if tied and not covered and denies(row.host_bindings):
            yield rule.at(
                cell(row, "licence"),
                title=f"The licence of {row.name} speaks of {tied[0].lower()}, not of every node",
            )


@rule(
    "SERVICE-ORDER",
    "Parts of an application that start before each other are up",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P8",),
    fix="Start the earlier part in the foreground, or give it a startup monitor.",
)
def service_order(design: Design, rule: Rule) -> Iterator[Finding]:
    """Inside one group PowerHA starts the controllers one after the other, but does not wait for
    a script in the background. The next part then looks for one that is not there yet."""
    layout = layout_of(design)
    told = (MonitorMode.STARTUP, MonitorMode.BOTH)
    for group in layout.groups:
        rows = design.plan.pick(ApplicationController, group.controllers)
        for row, follower in pairwise(rows):
            monitors = layout.monitors_of.get(row.key, ())
            awaited = any(monitor.mode in told for monitor in monitors)
            if row.startup_mode is not StartupMode.BACKGROUND or awaited:
                continue
            together = _together(design, row, follower)
            if together:
                yield rule.at(
                    cell(row, "startup_mode"),
                    cell(group, "controllers"),
                    title=f"{follower.name} starts while {row.name}, which {together} begins "
                    "with, may not be up",
                    about=f"{group.key} {follower.key}",
                )


def _together(design: Design, first: ApplicationController, second: ApplicationController) -> str:
    """Name of an application in which the one comes before the other, or an empty text."""
    for row in layout_of(design).ordered(Application):
        keys = row.controllers
        if first.key in keys and second.key in keys[keys.index(first.key) + 1 :]:
            return row.name
    return ""
