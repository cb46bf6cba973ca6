"""Processors and memory that PowerHA gets from the HMC before it starts an application."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING

from worksheets.failures.words import listed
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node, ProcessorMode
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.rules.capacity import units
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_OPTIMAL = ("optimal_memory", "optimal_cpus", "optimal_units", "optimal_virtual_cpus")


def _name(design: Design, row: Provisioning) -> str:
    return design.plan.title(ApplicationController, row.controller) or "A row without controller"


def _nodes(design: Design, row: Provisioning) -> tuple[Node, ...]:
    """Nodes that may run the controller, in the order of keys."""
    groups = layout_of(design).groups_of_controller.get(row.controller, ())
    return design.plan.pick(Node, sorted({key for group in groups for key in group.nodes}))


def _filled(row: Provisioning) -> list[str]:
    return [column for column in _OPTIMAL if getattr(row, column) not in (None, "")]


@rule(
    "PROV-KEY",
    "Activation key that nobody has entered",
    severity=Severity.WARNING,
    sources=("P10",),
    fix="Enter the activation key at the HMC, and say so here.",
)
def prov_key(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA can ask for Capacity on Demand, but not type in its key. Without the key the HMC
    gives nothing at takeover."""
    for row in design.plan.rows(Provisioning):
        if row.cod_agreement and not row.activation_key:
            is_open = row.activation_key is None
            yield rule.at(
                cell(row, "activation_key"),
                cell(row, "cod_agreement"),
                title=f"{_name(design, row)} counts on Capacity on Demand, and "
                + (
                    "nobody has said whether its key is entered"
                    if is_open
                    else "its key is not entered"
                ),
                severity=Severity.ADVICE if is_open else None,
            )


@rule(
    "PROV-NAMES",
    "Names by which the HMC does not find the partition",
    severity=Severity.WARNING,
    sources=("P10", "N1"),
    fix="Give partition, host and PowerHA node one name.",
)
def prov_names(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA asks the HMC for the partition by the name of the node. Another name means another
    partition, or none."""
    for row in design.plan.rows(Provisioning):
        if row.names_agree is False:
            yield rule.at(
                cell(row, "names_agree"),
                title=f"Partition, host and node names do not agree for {_name(design, row)}",
            )
        for node in _nodes(design, row):
            for column, word in (("partition", "partition"), ("host_name", "host")):
                entered = getattr(node, column).strip()
                if entered and entered != node.name:
                    yield rule.at(
                        cell(node, column),
                        cell(row, "names_agree"),
                        title=f"The {word} of {node.name} is called {entered}, and "
                        f"{_name(design, row)} gets its resources by the node's name",
                        about=row.key,
                    )


@rule(
    "PROV-RESOLVE",
    "HMC that does not resolve the nodes",
    severity=Severity.WARNING,
    sources=("P10", "W10"),
    fix="Enter the nodes in the name service or hosts file of the HMC, and test it.",
)
def prov_resolve(design: Design, rule: Rule) -> Iterator[Finding]:
    """A request that the HMC cannot answer for want of a name adds nothing, and PowerHA does not
    try another HMC."""
    for row in design.plan.rows(Provisioning):
        if row.hmc_resolves is False:
            yield rule.at(
                cell(row, "hmc_resolves"),
                title=f"The HMC does not resolve the names of the nodes of {_name(design, row)}",
            )


@rule(
    "PROV-HMC",
    "Node to be grown by no HMC",
    severity=Severity.WARNING,
    sources=("P10", "N11"),
    fix="Name the HMCs of the frame on the frames worksheet.",
)
def prov_hmc(design: Design, rule: Rule) -> Iterator[Finding]:
    """Processors and memory are moved by the HMC of the frame. A node whose frame has none stays
    as it is."""
    for row in design.plan.rows(Provisioning):
        for node in _nodes(design, row):
            frame = design.plan.get(Frame, node.frame)
            if frame is not None and not frame.hmcs:
                yield rule.at(
                    cell(row),
                    cell(frame, "hmcs"),
                    title=f"{_name(design, row)} is to get more on {node.name}, but {frame.name} "
                    "has no HMC",
                    about=node.key,
                )


@rule(
    "PROV-IDLE",
    "Provisioning of a controller that runs nowhere",
    severity=Severity.WARNING,
    sources=("P10", "PowerHA planning guide: dynamic LPAR and capacity on demand"),
    fix="Put the controller into a resource group, or remove the row.",
)
def prov_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """Resources are added when PowerHA starts a controller. A row that names none adds nothing."""
    for row in design.plan.rows(Provisioning):
        if not row.controller:
            yield rule.at(cell(row, "controller"), title=f"{_name(design, row)} adds nothing")


@rule(
    "PROV-TWICE",
    "Controller with two rows of provisioning",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: dynamic LPAR and capacity on demand",),
    fix="Put all that the controller gets into one row.",
)
def prov_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA keeps one set of values for each controller."""
    for rows in layout_of(design).provisioning_of.values():
        if len(rows) > 1:
            yield rule.at(
                *(cell(row, "controller") for row in rows),
                title=f"{_name(design, rows[0])} is entered {len(rows)} times",
            )


@rule(
    "PROV-VALUES",
    "Values that do not say what is added",
    severity=Severity.WARNING,
    sources=("P10", "PowerHA planning guide: dynamic LPAR and capacity on demand"),
    fix="Enter the optimal values, or use the desired values of the profile.",
)
def prov_values(design: Design, rule: Rule) -> Iterator[Finding]:
    """Without the desired values of the profile PowerHA needs values of its own; with them it
    does not look at what else is entered."""
    for row in design.plan.rows(Provisioning):
        filled = _filled(row)
        if row.use_desired is False and not filled:
            yield rule.at(
                cell(row, "optimal_memory"),
                cell(row, "use_desired"),
                title=f"{_name(design, row)} has neither desired nor optimal values",
            )
        elif row.use_desired and filled:
            yield rule.at(
                cell(row, "use_desired"),
                *(cell(row, column) for column in filled),
                title=f"{_name(design, row)} uses desired values; its optimal ones have no effect",
                severity=Severity.ADVICE,
            )


@rule(
    "PROV-VIRTUAL",
    "Fewer virtual processors than processing units",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: dynamic LPAR and capacity on demand", "per IBM guides"),
    fix="Enter as many virtual processors as units, rounded up, or more.",
)
def prov_virtual(design: Design, rule: Rule) -> Iterator[Finding]:
    """A virtual processor can use at most one unit of a processor, so the HMC refuses fewer of
    them than units."""
    for row in design.plan.rows(Provisioning):
        least = int(units(row).to_integral_value(ROUND_CEILING))
        if row.optimal_virtual_cpus is not None and row.optimal_virtual_cpus < least:
            yield rule.at(
                cell(row, "optimal_virtual_cpus"),
                cell(row, "optimal_units"),
                title=f"{_name(design, row)} spreads {row.optimal_units} units over "
                f"{row.optimal_virtual_cpus} virtual processors; it takes {least}",
            )


@rule(
    "PROV-KIND",
    "Processors of a kind that the partition does not have",
    severity=Severity.WARNING,
    sources=("P10", "PowerHA planning guide: dynamic LPAR and capacity on demand"),
    fix="Enter whole processors for dedicated partitions, units for those that share.",
)
def prov_kind(design: Design, rule: Rule) -> Iterator[Finding]:
    """A partition has dedicated processors or a share of the pool. PowerHA cannot add the one
    kind to the other."""
    for row in design.plan.rows(Provisioning):
        nodes = [node for node in _nodes(design, row) if node.processor_mode is not None]
        dedicated = [node for node in nodes if node.processor_mode is ProcessorMode.DEDICATED]
        sharing = [node for node in nodes if node.processor_mode is not ProcessorMode.DEDICATED]
        for column, unfit, words in (
            ("optimal_cpus", sharing, "dedicated processors on a shared partition"),
            ("optimal_units", dedicated, "processing units on a dedicated partition"),
            ("optimal_virtual_cpus", dedicated, "virtual processors on a dedicated partition"),
        ):
            if unfit and getattr(row, column) not in (None, "", 0):
                yield rule.at(
                    cell(row, column),
                    *(cell(node, "processor_mode") for node in unfit),
                    title=f"{_name(design, row)} asks for {words}, "
                    f"{listed(node.name for node in unfit)}",
                )


@rule(
    "PROV-SHORT",
    "Application that stays down when resources are short",
    severity=Severity.ADVICE,
    sources=("P10", "R6"),
    fix="Let it start with less, or have somebody decide that down is better than slow.",
)
def prov_short(design: Design, rule: Rule) -> Iterator[Finding]:
    """If the HMC cannot give everything, this application does not start at all. After the loss
    of a frame, that is the usual case."""
    for row in design.plan.rows(Provisioning):
        if row.start_anyway is False and not row.rationale.strip():
            yield rule.at(
                cell(row, "start_anyway"),
                title=f"{_name(design, row)} does not start unless all its resources are there",
            )
