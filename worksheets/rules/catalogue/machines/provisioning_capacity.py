"""Whether the processors and memory that the HMC shall add are really there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node, ProcessorMode
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.rules.capacity import entered_size, hundredths
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule


def _asked_on(design: Design) -> dict[str, list[Provisioning]]:
    """Rows of optimal values by node (key) that may run their controllers."""
    layout = layout_of(design)
    found: dict[str, list[Provisioning]] = defaultdict(list)
    for key, rows in sorted(layout.provisioning_of.items()):
        groups = layout.groups_of_controller.get(key, ())
        for node in sorted({node for group in groups for node in group.nodes}):
            found[node] += [row for row in rows if not row.use_desired]
    return found


def _names(design: Design, rows: list[Provisioning]) -> str:
    return listed(design.plan.title(ApplicationController, row.controller) for row in rows)


def _number(amount: int) -> str:
    """Hundredths of processors in words of processors: "2.5"."""
    return f"{amount / 100:g}"


@rule(
    "PROV-LIMIT",
    "More resources than the partition's profile allows",
    severity=Severity.WARNING,
    sources=("N11", "P10"),
    fix="Raise the maximum in the profile (the partition restarts for it), or ask for less.",
)
def prov_limit(design: Design, rule: Rule) -> Iterator[Finding]:
    """The HMC never gives a partition more than the maximum of its profile. What several
    controllers ask for on one node is added up, and in the worst case all of them run there."""
    for key, rows in _asked_on(design).items():
        for node in design.plan.pick(Node, (key,)):
            memory = sum(row.optimal_memory or 0 for row in rows)
            if node.memory_limit is not None and memory > node.memory_limit:
                yield rule.at(
                    cell(node, "memory_limit"),
                    *(cell(row, "optimal_memory") for row in rows if row.optimal_memory),
                    title=f"{_names(design, rows)} may ask for {memory} GiB on {node.name}, "
                    f"whose profile allows {node.memory_limit}",
                )
            dedicated = node.processor_mode is ProcessorMode.DEDICATED
            column = "optimal_cpus" if dedicated else "optimal_virtual_cpus"
            processors = sum(getattr(row, column) or 0 for row in rows)
            if node.processor_limit is not None and processors > node.processor_limit:
                yield rule.at(
                    cell(node, "processor_limit"),
                    *(cell(row, column) for row in rows if getattr(row, column)),
                    title=f"{_names(design, rows)} may ask for {processors} processors on "
                    f"{node.name}, whose profile allows {node.processor_limit}",
                )


@rule(
    "PROV-FRAME",
    "More resources than the frame has",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N11", "P10"),
    fix="Activate more in the frame, sign a Capacity on Demand agreement, or ask for less.",
)
def prov_frame(design: Design, rule: Rule) -> Iterator[Finding]:
    """The HMC can only give what the frame has and no other partition holds. At takeover it is
    too late to order more."""
    layout = layout_of(design)
    asked = _asked_on(design)
    neighbours: dict[str, list[Node]] = defaultdict(list)
    for node in layout.nodes:
        neighbours[node.frame].append(node)
    for node in layout.nodes:
        frame = design.plan.get(Frame, node.frame)
        rows = asked.get(node.key)
        if frame is None or not rows:
            continue
        others = [other for other in neighbours[frame.key] if other is not node]
        installed = all(row.cod_agreement for row in rows)
        memory = sum(row.optimal_memory or 0 for row in rows)
        there = _there(frame.memory_active, frame.memory_installed, installed)
        held = sum(other.memory or 0 for other in others)
        if there is not None and memory > max(there - held, 0):
            yield rule.at(
                cell(frame, "memory_installed" if installed else "memory_active"),
                *(cell(row, "optimal_memory") for row in rows if row.optimal_memory),
                title=f"{_names(design, rows)} may ask for {memory} GiB on {node.name}, and "
                f"{frame.name} has {max(there - held, 0)} for it",
                detail=_how(installed),
                about=node.key,
            )
        processors = sum(hundredths(row) for row in rows)
        cores = _there(frame.processors_active, frame.processors_installed, installed)
        taken = sum(entered_size(other) or 0 for other in others)
        if cores is not None and processors > max(cores * 100 - taken, 0):
            yield rule.at(
                cell(frame, "processors_installed" if installed else "processors_active"),
                *(cell(row) for row in rows if hundredths(row)),
                title=f"{_names(design, rows)} may ask for {_number(processors)} processors on "
                f"{node.name}, and {frame.name} has {_number(max(cores * 100 - taken, 0))} for it",
                detail=_how(installed),
                about=node.key,
            )


def _there(active: int | None, installed: int | None, may_activate: bool) -> int | None:
    """What can be used of a frame: all that is built in, or what is active."""
    if may_activate and installed is not None:
        return installed
    return active if active is not None else installed


def _how(installed: bool) -> str:
    what = (
        "what is installed, under the Capacity on Demand agreement"
        if installed
        else ("what is active")
    )
    return (
        f"Counted is {what}, less what the other cluster nodes in the frame have. Partitions "
        "outside the cluster are not in the plan and come on top."
    )
