"""Whether takeover nodes can carry what comes to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.capacity import Takeover
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import CPU_PEAK
from worksheets.rules.registry import Rule, rule

_PROCESSORS = (
    "Computed from CPU peak times entitlement (or processors; all nodes alike where none is "
    "entered). Groups at home on one node share its load alike, a node that is home of none "
    "counts nothing of its own, and a requirement may ask for less after a takeover."
)
_MEMORY = (
    "Computed from the optimal memory of the controllers, or else from the memory of the home "
    "node, which its groups share alike. A node that is home of none counts nothing of its own."
)


def _names(design: Design, takeover: Takeover) -> str:
    titles = design.plan.titles(ResourceGroup)
    return listed(titles[key] for key in takeover.groups)


@rule(
    "CAP-PROCESSORS",
    "Takeover that makes a node too busy",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N10", "N9"),
    fix="Give the node more processors, or spread the groups over several takeover nodes.",
)
def cap_processors(design: Design, rule: Rule) -> Iterator[Finding]:
    """A takeover node carries its own work and that of the node that failed. Short of processor
    time it serves nobody well, and it answers heartbeats late."""
    capacity = layout_of(design).capacity
    coming = capacity.single
    for node in layout_of(design).nodes:
        size = capacity.sizes.get(node.key)
        takeover = _heaviest(coming.get(node.key, ()))
        if size is None or takeover is None or not takeover.processors:
            continue
        own = capacity.own_processors(node)
        percent = (own + takeover.processors) // size
        if percent > CPU_PEAK:
            source = design.plan.title(Node, takeover.source)
            yield rule.at(
                cell(node, "cpu_peak"),
                *(cell(row, "cpu_peak") for row in design.plan.pick(Node, (takeover.source,))),
                title=f"{node.name} is {percent}% busy once it has taken over "
                f"{_names(design, takeover)} from {source}",
                detail=f"{own // size}% of its own and {takeover.processors // size}% that comes. "
                + _PROCESSORS,
            )


def _heaviest(takeovers: Iterable[Takeover]) -> Takeover | None:
    return max(takeovers, key=lambda item: (item.processors, item.source), default=None)


def _largest(takeovers: Iterable[Takeover]) -> Takeover | None:
    return max(takeovers, key=lambda item: (item.memory, item.source), default=None)


@rule(
    "CAP-PROCESSORS-WORST",
    "Node that cannot carry all that may come",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N10", "N9"),
    fix="Size the node for all of them, or take it off some of the lists.",
)
def cap_processors_worst(design: Design, rule: Rule) -> Iterator[Finding]:
    """Several nodes can be away at once, and every group that lists this node may then come to
    it. The worst case is all of them together."""
    capacity = layout_of(design).capacity
    coming, worst = capacity.single, capacity.worst
    for node in layout_of(design).nodes:
        size = capacity.sizes.get(node.key)
        takeover = worst.get(node.key)
        single = _heaviest(coming.get(node.key, ()))
        if size is None or takeover is None:
            continue
        if single is not None and single.processors >= takeover.processors:
            continue
        own = capacity.own_processors(node)
        percent = (own + takeover.processors) // size
        if percent > CPU_PEAK:
            yield rule.at(
                cell(node, "cpu_peak"),
                title=f"{node.name} would be {percent}% busy with all of "
                f"{_names(design, takeover)}",
                detail=f"{own // size}% of its own and {takeover.processors // size}% that may "
                f"come at once. {_PROCESSORS}",
                severity=None if percent > 100 else Severity.ADVICE,
            )


def _is_guess(design: Design, node: Node, takeover: Takeover) -> bool:
    """Whether nothing but guesses says that memory is short: the node works itself, so that what
    it has is no measure of what is free, and nobody has entered what the groups need."""
    capacity, layout = layout_of(design).capacity, layout_of(design)
    return capacity.is_home(node) and not any(
        layout.provisioning_of.get(controller)
        for group in design.plan.pick(ResourceGroup, takeover.groups)
        for controller in group.controllers
    )


def _memory_there(design: Design, node: Node, takeover: Takeover) -> int | None:
    """Memory that a node has, or can be grown to where a group that comes gets its own."""
    grown = not layout_of(design).groups_that_grow.isdisjoint(takeover.groups)
    return node.memory_limit if grown and node.memory_limit is not None else node.memory


@rule(
    "CAP-MEMORY",
    "Takeover that does not fit into memory",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N10",),
    fix="Give the node more memory, or spread the groups over several takeover nodes.",
)
def cap_memory(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node that pages while it takes over is slower than one that is down: applications time
    out, monitors fail, and the groups move on. A node that works itself is asked only once
    somebody has entered how much memory the groups need."""
    capacity = layout_of(design).capacity
    coming = capacity.single
    for node in layout_of(design).nodes:
        takeover = _largest(coming.get(node.key, ()))
        there = _memory_there(design, node, takeover) if takeover is not None else None
        if takeover is None or there is None or not takeover.memory:
            continue
        if _is_guess(design, node, takeover):
            continue
        own = capacity.own_memory(node)
        if own + takeover.memory > there:
            yield rule.at(
                cell(node, "memory"),
                *(cell(row, "memory") for row in design.plan.pick(Node, (takeover.source,))),
                title=f"{node.name} has {there} GiB and needs {own + takeover.memory} once it "
                f"has taken over {_names(design, takeover)} from "
                f"{design.plan.title(Node, takeover.source)}",
                detail=f"{own} GiB of its own and {takeover.memory} GiB that come. {_MEMORY}",
                # Where the node works itself, what it has is only a guess at what it uses.
                severity=Severity.ADVICE if own else None,
            )


@rule(
    "CAP-MEMORY-WORST",
    "Memory too small for all that may come",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N10",),
    fix="Size the node for all of them, or take it off some of the lists.",
)
def cap_memory_worst(design: Design, rule: Rule) -> Iterator[Finding]:
    """When several nodes are away, all groups that list this node may come to it. What does not
    fit into memory does not run."""
    capacity = layout_of(design).capacity
    coming, worst = capacity.single, capacity.worst
    for node in layout_of(design).nodes:
        takeover = worst.get(node.key)
        single = _largest(coming.get(node.key, ()))
        if takeover is None or (single is not None and single.memory >= takeover.memory):
            continue
        if _is_guess(design, node, takeover):
            continue
        there = _memory_there(design, node, takeover)
        own = capacity.own_memory(node)
        if there is not None and own + takeover.memory > there:
            yield rule.at(
                cell(node, "memory"),
                title=f"{node.name} has {there} GiB and would need {own + takeover.memory} for "
                f"all of {_names(design, takeover)}",
                detail=f"{own} GiB of its own and {takeover.memory} GiB that may come at once. "
                + _MEMORY,
                severity=Severity.ADVICE if own else None,
            )
