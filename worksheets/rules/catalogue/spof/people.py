"""Single points of failure: applications and the people who look after them."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.catalogue.spof.common import names
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.registry import Rule, rule


@rule(
    "SPOF-APPLICATION",
    "Application without takeover node or monitor",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S8", "O1"),
    table1="S8",
    fix="Add a takeover node to the group, and a monitor to the application.",
)
def spof_application(design: Design, rule: Rule) -> Iterator[Finding]:
    """An application is only kept up when somebody notices that it stopped and there is another
    place to start it: a monitor, and a second node in the list of its group."""
    plan = design.plan
    for group in plan.rows(ResourceGroup):
        controllers = plan.pick(ApplicationController, group.controllers)
        nodes = plan.pick(Node, group.nodes)
        if controllers and len(nodes) < 2:
            where = f"{nodes[0].name} alone" if nodes else "no node"
            yield rule.at(
                cell(group, "nodes"),
                title=f"{names(design, ApplicationController, group.controllers)} in "
                f"{group.name} can run on {where}; there is no takeover node",
                fix=f"Add a takeover node to the list of {group.name}.",
            )
    watched = {key for row in plan.rows(ApplicationMonitor) for key in row.controllers}
    for controller in plan.rows(ApplicationController):
        if controller.key not in watched:
            yield rule.at(
                cell(controller, "name"),
                title=f"{controller.name} has no application monitor",
                fix=f"Add a process monitor and a custom monitor for {controller.name}.",
            )


@rule(
    "SPOF-ADMIN",
    "Administrator without stand-in or guide",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S9",),
    table1="S9",
    fix="Enter the administrators, each with a stand-in or a detailed operation guide.",
)
def spof_admin(design: Design, rule: Rule) -> Iterator[Finding]:
    """The person who knows the cluster is away on the night it fails. A trained stand-in, or a
    guide that somebody else can follow step by step, takes that weight off one person."""
    people = design.plan.rows(Administrator)
    if not people:
        yield rule.at(
            sheet(Administrator),
            title="Nobody is entered who looks after the cluster",
        )
    for person in people:
        backup = design.plan.get(Administrator, person.backup)
        alone = backup is None or backup.key == person.key
        if alone and not person.operation_guide.strip():
            yield rule.at(
                cell(person, "backup"),
                cell(person, "operation_guide"),
                title=f"{person.name} has neither a stand-in nor an operation guide",
                fix=f"Name somebody else as backup of {person.name}, or say where the operation "
                "guide lies.",
            )
