"""Dependencies in which one group leads: parent and child, start after, stop after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import by_name, listed
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import limits_of
from worksheets.rules.loops import longest_chains, loops
from worksheets.rules.registry import Rule, rule

_LED = tuple(kind for kind in DependencyKind if kind.has_leader)
Edges = dict[tuple[str, str], Dependency]


def _edges(design: Design, kind: DependencyKind) -> Edges:
    """Pairs of leader and follower (keys) with a row that joins them; no group with itself."""
    return layout_of(design).led[kind]


@rule(
    "DEP-OPEN",
    "Dependency that is not complete",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: resource group dependencies",),
    fix="Enter the leading group and those that follow, or at least two members of the set.",
)
def dep_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """A dependency joins at least two groups; one that names fewer says nothing."""
    for row in design.plan.rows(Dependency):
        title = f"{design.plan.title(Dependency, row.key)}: a group is missing"
        if row.kind.has_leader and not row.leader:
            yield rule.at(cell(row, "leader"), title=title)
        elif not row.groups or (
            # Each priority of "different nodes" is a row of its own and may hold one group.
            not row.kind.has_leader
            and row.kind is not DependencyKind.DIFFERENT_NODES
            and len(row.groups) < 2
        ):
            yield rule.at(cell(row, "groups"), title=title)


@rule(
    "DEP-SELF",
    "Group that depends on itself",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: resource group dependencies", "per IBM guides"),
    fix="Take the group out of one of the two columns.",
)
def dep_self(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group cannot wait for itself."""
    for row in design.plan.rows(Dependency):
        if row.leader and row.leader in row.groups and row.kind.has_leader:
            yield rule.at(
                cell(row, "groups"),
                cell(row, "leader"),
                title=f"{design.plan.title(ResourceGroup, row.leader)} depends on itself "
                f"({row.kind.label})",
            )


@rule(
    "DEP-LEADER",
    "Leading group where none leads",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: resource group dependencies",),
    fix="Put the group among the members of the set and clear the leading group.",
)
def dep_leader(design: Design, rule: Rule) -> Iterator[Finding]:
    """In a location dependency all members are alike; a group entered as leading is ignored."""
    for row in design.plan.rows(Dependency):
        if row.leader and not row.kind.has_leader:
            yield rule.at(
                cell(row, "leader"),
                title=f"{design.plan.title(ResourceGroup, row.leader)} is entered as leading in "
                f"{row.kind.label}",
            )


@rule(
    "DEP-PRIORITY-IDLE",
    "Priority that is not used",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("PowerHA planning guide: resource group dependencies",),
    fix="Clear the priority.",
)
def dep_priority_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """Priorities belong to groups that must be online on different nodes."""
    for row in design.plan.rows(Dependency):
        if row.priority is not None and row.kind is not DependencyKind.DIFFERENT_NODES:
            names = listed(design.plan.title(ResourceGroup, key) for key in row.groups)
            yield rule.at(
                cell(row, "priority"),
                title=f"A priority is entered for {row.kind.label} of {names or 'no group'}",
            )


@rule(
    "DEP-CYCLE",
    "Groups that wait for each other",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: resource group dependencies", "per IBM guides"),
    fix="Take one of the dependencies out.",
)
def dep_cycle(design: Design, rule: Rule) -> Iterator[Finding]:
    """If each group of a ring waits for the next, none of them ever starts or stops."""
    for kind in _LED:
        edges = _edges(design, kind)
        for ring in loops(edges):
            rows = {row.key: row for pair, row in edges.items() if ring.issuperset(pair)}
            names = listed(design.plan.title(ResourceGroup, key) for key in ring)
            yield rule.at(
                *(cell(rows[key], "groups") for key in sorted(rows)),
                title=f"{names} wait for each other ({kind.label})",
                about=f"{kind.value} {min(ring)}",
            )


@rule(
    "DEP-DEPTH",
    "Chain of parents and children too long",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: resource group dependencies", "per IBM guides"),
    fix="Join groups of neighbouring levels, or let some of them only start after others.",
)
def dep_depth(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA takes parents and children over three levels. Longer chains are refused, and would
    also take long to move."""
    edges = _edges(design, DependencyKind.PARENT_CHILD)
    parents = {parent for parent, _ in edges}
    most = limits_of(design.plan).levels
    for bottom, chain in longest_chains(edges).items():
        if len(chain) > most and bottom not in parents:
            names = [design.plan.title(ResourceGroup, key) for key in chain]
            yield rule.at(
                cell(edges[chain[-2], bottom], "groups"),
                title=f"{len(chain)} levels of parents and children: {', '.join(names)}",
                about=bottom,
            )


@rule(
    "DEP-BOTH",
    "Parent and child that also start after each other",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: resource group dependencies", "per IBM guides"),
    fix="Keep one of the two; parent and child already includes the order of starting.",
)
def dep_both(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA refuses two groups that are parent and child and have a start-after dependency as
    well, in whichever direction."""
    starts = _edges(design, DependencyKind.START_AFTER)
    found: dict[frozenset[str], list[Dependency]] = defaultdict(list)
    for (parent, child), row in _edges(design, DependencyKind.PARENT_CHILD).items():
        for pair in ((parent, child), (child, parent)):
            if pair in starts:
                found[frozenset(pair)] += [starts[pair], row]
    for keys, rows in found.items():
        names = by_name(design.plan.title(ResourceGroup, key) for key in keys)
        yield rule.at(
            *(cell(row, "groups") for row in {row.key: row for row in rows}.values()),
            title=f"{listed(names)} are parent and child and also start after each other",
            about=" ".join(sorted(keys)),
        )
