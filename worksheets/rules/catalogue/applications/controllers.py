"""Application controllers: where their scripts lie and what watches their processor time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.application_controller import ApplicationController, DataLocation
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.plan.rows.node import Node
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.paths import upwards
from worksheets.rules.registry import Rule, rule

_SCRIPTS = (("start_script", "start"), ("stop_script", "stop"))


def _scripts(design: Design) -> Iterator[tuple[ApplicationController, str, str, str]]:
    """Controller, column, word and path of each script that is entered, by controllers' keys."""
    for row in layout_of(design).ordered(ApplicationController):
        for column, word in _SCRIPTS:
            path = getattr(row, column)
            if path:
                yield row, column, word, path


@rule(
    "APP-SCRIPT-SHARED",
    "Script on shared disks",
    severity=Severity.WARNING,
    sources=("P3", "P4", "PowerHA planning guide: application controllers", "per IBM guides"),
    fix="Keep scripts on a local file system of every node, equal by a file collection.",
)
def app_script_shared(design: Design, rule: Rule) -> Iterator[Finding]:
    """Verification looks for the scripts on every node of the group. On shared disks they are
    there only where the group runs, and gone when a mount has failed."""
    layout = layout_of(design)
    for row, column, word, path in _scripts(design):
        system = layout.shared_file_system(path)
        if system is not None:
            yield rule.at(
                cell(row, column),
                cell(system),
                title=f"The {word} script of {row.name} lies on the shared file system "
                f"{system.mount_point}",
            )


@rule(
    "APP-SCRIPT-ONE-NODE",
    "Script on a file system of some nodes only",
    severity=Severity.WARNING,
    sources=("P3", "P4"),
    fix="Make the file system on every node of the group, or move the script.",
)
def app_script_one_node(design: Design, rule: Rule) -> Iterator[Finding]:
    """The path of a script is the same on every node. Where the file system below it was never
    made, the takeover finds no script."""
    mounted = _mounted_on(design)
    if not mounted:
        return
    known = {node for nodes in mounted.values() for node in nodes}
    groups_of = layout_of(design).groups_of_controller
    for row, column, word, path in _scripts(design):
        point = next((at for at in upwards(path) if at in mounted), None)
        if point is None:
            continue
        users = {node for group in groups_of.get(row.key, ()) for node in group.nodes}
        lacking = design.plan.pick(Node, sorted((users & known) - mounted[point]))
        if lacking:
            yield rule.at(
                cell(row, column),
                *(cell(node) for node in lacking),
                title=f"The {word} script of {row.name} lies on {point}, which "
                f"{listed(node.name for node in lacking)} does not have",
            )


def _mounted_on(design: Design) -> dict[str, set[str]]:
    """Nodes (keys) by mount point of a local file system."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in design.plan.rows(LocalFileSystem):
        volume_group = design.plan.get(LocalVolumeGroup, row.local_volume_group)
        if row.mount_point.strip("/") and volume_group is not None and volume_group.node:
            found[row.mount_point.rstrip("/")].add(volume_group.node)
    return found


@rule(
    "APP-SCRIPT-TWICE",
    "One script for several controllers",
    severity=Severity.WARNING,
    sources=("P4", "P5"),
    fix="Give each controller scripts of its own, which may call a common one with arguments.",
)
def app_script_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA does not tell a script for which controller it runs. A script of two controllers
    starts or stops both, or the wrong one."""
    users: dict[tuple[str, str, str], list[ApplicationController]] = defaultdict(list)
    for row, column, word, path in _scripts(design):
        users[column, word, path].append(row)
    for (column, word, path), rows in users.items():
        if len(rows) > 1:
            yield rule.at(
                *(cell(row, column) for row in rows),
                title=f"{listed(row.name for row in rows)} have one {word} script, {path}",
            )


@rule(
    "APP-CPU-MONITOR",
    "Processor monitor that is not complete",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: application controllers",),
    fix="Enter the full path of the process and the interval in minutes.",
)
def app_cpu_monitor(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA takes the switch, the process and the interval together or not at all."""
    for row in design.plan.rows(ApplicationController):
        if not row.cpu_monitor:
            continue
        if not row.cpu_process:
            yield rule.at(
                cell(row, "cpu_process"),
                title=f"{row.name} watches processor time, but of no process",
            )
        if row.cpu_interval is None:
            yield rule.at(
                cell(row, "cpu_interval"),
                title=f"{row.name} watches processor time, but at no interval",
            )


@rule(
    "APP-CPU-IDLE",
    "Settings of a processor monitor that is off",
    severity=Severity.ADVICE,
    sources=("PowerHA planning guide: application controllers",),
    fix="Turn the processor monitor on, or empty the process and the interval.",
)
def app_cpu_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """A process or an interval that nothing uses lets readers believe that it is watched."""
    for row in design.plan.rows(ApplicationController):
        if not row.cpu_monitor and (row.cpu_process or row.cpu_interval is not None):
            yield rule.at(
                cell(row, "cpu_monitor"),
                title=f"{row.name} has settings of a processor monitor, which is not on",
            )


@rule(
    "APP-COLLECTION",
    "Local copies without a file collection",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P3", "D10"),
    fix="Plan the file collection and list the files in it.",
)
def app_collection(design: Design, rule: Rule) -> Iterator[Finding]:
    """The plan relies on a file collection to keep local copies equal, and there is none."""
    if any(row.files.strip() for row in design.plan.rows(FileCollection)):
        return
    for row in design.plan.rows(ApplicationController):
        if row.location is DataLocation.COLLECTION:
            yield rule.at(
                cell(row, "location"),
                sheet(FileCollection),
                title=f"{row.name} relies on a file collection, and none lists a file",
            )
