"""Applications in workload partitions: their scripts and monitors, and the way in."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor, MonitorType
from worksheets.plan.rows.wpar import Wpar
from worksheets.rules.catalogue.groups.wpars import nodes_without, with_group
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.paths import within
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: workload partitions"


@rule(
    "WPAR-SCRIPTS",
    "Script that is not seen inside the workload partition",
    severity=Severity.WARNING,
    sources=("X4", _GUIDE),
    fix="Put the script into the script directory, at the same path inside and outside.",
)
def wpar_scripts(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA calls start, stop and monitor scripts inside the partition, at the paths that are
    entered for them. What lies elsewhere on the node is not there."""
    plan, layout = design.plan, layout_of(design)
    for row, group in with_group(design):
        for controller in plan.pick(ApplicationController, dict.fromkeys(group.controllers)):
            called: list[tuple[ApplicationController | ApplicationMonitor, str, str]] = [
                (controller, "start_script", controller.start_script),
                (controller, "stop_script", controller.stop_script),
                *(
                    (monitor, "monitor_method", monitor.monitor_method)
                    for monitor in layout.monitors_of.get(controller.key, ())
                ),
            ]
            for owner, column, path in called:
                if path and row.script_directory and not within(path, row.script_directory):
                    yield rule.at(
                        cell(owner, column),
                        cell(row, "script_directory"),
                        title=f"{path} of {owner.name} does not lie in {row.script_directory}, "
                        f"the script directory of {row.name}",
                        about=row.key,
                    )


@rule(
    "WPAR-SAME-PATH",
    "Scripts at another path outside the workload partition",
    severity=Severity.BLOCKER,
    sources=("X4", _GUIDE),
    fix="Put the scripts at the same path on the nodes that have no partition.",
)
def wpar_same_path(design: Design, rule: Rule) -> Iterator[Finding]:
    """On a node without the partition PowerHA calls the scripts by the same paths, in the node
    itself. If they are not there, the application does not start."""
    for row, group in with_group(design):
        missing = nodes_without(design, row, group)
        if missing and not row.same_path_outside:
            refused = row.same_path_outside is False
            names = listed(node.name for node in missing)
            yield rule.at(
                cell(row, "same_path_outside"),
                cell(row, "nodes"),
                title=f"The scripts of {row.name} have another path on {names}"
                if refused
                else f"Nobody has said yet whether the scripts of {row.name} have the same path "
                f"on {names}",
                severity=None if refused else Severity.ADVICE,
            )


@rule(
    "WPAR-SMART-ASSIST",
    "Smart Assist scripts in a workload partition",
    severity=Severity.BLOCKER,
    sources=("X7", _GUIDE),
    fix="Plan start, stop and monitor scripts of your own.",
)
def wpar_smart_assist(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA supports none of the Smart Assist scripts in a group that runs in a partition."""
    for row in design.plan.rows(Wpar):
        if row.smart_assist:
            yield rule.at(
                cell(row, "smart_assist"), title=f"{row.name} is to run Smart Assist scripts"
            )


@rule(
    "WPAR-PROCESS-MONITOR",
    "Process monitor on an application in a workload partition",
    severity=Severity.BLOCKER,
    sources=("X8", _GUIDE),
    fix="Replace it by a custom monitor.",
)
def wpar_process_monitor(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA watches processes from the node, not from inside the partition, and does not
    support process monitors there."""
    plan, layout = design.plan, layout_of(design)
    for row, group in with_group(design):
        for controller in plan.pick(ApplicationController, dict.fromkeys(group.controllers)):
            for monitor in layout.monitors_of.get(controller.key, ()):
                if monitor.type is MonitorType.PROCESS:
                    yield rule.at(
                        cell(monitor, "type"),
                        cell(row, "resource_group"),
                        title=f"{monitor.name} watches processes of {controller.name}, which runs "
                        f"in {row.name}",
                        about=f"{row.key} {controller.key}",
                    )


@rule(
    "WPAR-GLOBAL",
    "Address that is not reachable from outside the workload partition",
    severity=Severity.BLOCKER,
    sources=("X9", "X5", _GUIDE),
    fix="Choose a service label on a network on which the node itself has an interface.",
)
def wpar_global(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA runs in the node and reaches into the partition by a service label of the group.
    Without that way in it can neither start nor stop anything there."""
    for row in design.plan.rows(Wpar):
        if row.reachable_from_global is False:
            yield rule.at(
                cell(row, "reachable_from_global"),
                title=f"The node cannot reach the service label of {row.name}",
            )
