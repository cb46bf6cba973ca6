"""Orders of starting and stopping that several kinds of dependency give together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from worksheets.failures.words import listed
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.loops import loops
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: resource group dependencies"
_START = (DependencyKind.PARENT_CHILD, DependencyKind.START_AFTER)
_STOP = (DependencyKind.PARENT_CHILD, DependencyKind.STOP_AFTER)


@dataclass(frozen=True)
class Edge:
    """`first` starts (or stops) before `then`, by this row."""

    first: str
    then: str
    row: Dependency


def _edges(design: Design, kinds: tuple[DependencyKind, ...]) -> Iterator[Edge]:
    """Leader and follower of these kinds; no group with itself."""
    for row in layout_of(design).ordered(Dependency):
        for follower in row.groups if row.kind in kinds and row.leader else ():
            if follower != row.leader:
                yield Edge(row.leader, follower, row)


def _mixed_rings(edges: list[Edge]) -> Iterator[tuple[frozenset[str], list[Dependency]]]:
    """Rings that only several kinds together make, with the rows of each."""
    alone: list[frozenset[str]] = []
    by_kind: dict[DependencyKind, list[tuple[str, str]]] = defaultdict(list)
    for edge in edges:
        by_kind[edge.row.kind].append((edge.first, edge.then))
    for pairs in by_kind.values():
        alone += loops(pairs)
    for ring in loops((edge.first, edge.then) for edge in edges):
        if not any(part <= ring for part in alone):
            rows = {e.row.key: e.row for e in edges if e.first in ring and e.then in ring}
            yield ring, [rows[key] for key in sorted(rows)]


@rule(
    "DEP-CYCLE-START",
    "Groups whose dependencies let none of them start first",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Take one of the dependencies out.",
)
def dep_cycle_start(design: Design, rule: Rule) -> Iterator[Finding]:
    """A parent starts before its child, and a target before what starts after it. Both together
    can close a ring that neither closes alone, and then no group of it ever starts."""
    for ring, rows in _mixed_rings(list(_edges(design, _START))):
        if len(ring) == 2:
            continue  # parent and child that also start after each other: DEP-BOTH
        names = listed(design.plan.title(ResourceGroup, key) for key in ring)
        yield rule.at(
            *(cell(row, "groups") for row in rows),
            title=f"None of {names} can start first",
            detail="Parent and child together with start after close a ring.",
            about=min(ring),
        )


@rule(
    "DEP-CYCLE-STOP",
    "Groups whose dependencies let none of them stop first",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Take the stop-after dependency out; a child stops before its parent anyway.",
)
def dep_cycle_stop(design: Design, rule: Rule) -> Iterator[Finding]:
    """Children are released before their parents. A child that shall stop after its parent, even
    by way of other groups, contradicts that, and the cluster cannot be stopped in order."""
    edges = [
        Edge(edge.then, edge.first, edge.row)
        if edge.row.kind is DependencyKind.PARENT_CHILD
        else edge
        for edge in _edges(design, _STOP)
    ]
    for ring, rows in _mixed_rings(edges):
        names = listed(design.plan.title(ResourceGroup, key) for key in ring)
        yield rule.at(
            *(cell(row, "groups") for row in rows),
            title=f"None of {names} can stop first",
            detail="A child stops before its parent; stop after asks for the reverse.",
            about=min(ring),
        )


@rule(
    "DEP-TWICE",
    "Dependency entered twice",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(_GUIDE,),
    fix="Keep it in one row.",
)
def dep_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA holds each dependency between two groups once. Entered in two rows, the second
    cannot be created, and taking one of them out later does not end it."""
    rows: dict[tuple[DependencyKind, str, str], list[Dependency]] = defaultdict(list)
    for edge in _edges(design, (*_START, DependencyKind.STOP_AFTER)):
        found = rows[edge.row.kind, edge.first, edge.then]
        if edge.row not in found:
            found.append(edge.row)
    for (kind, leader, follower), twice in rows.items():
        if len(twice) > 1:
            one, other = (design.plan.title(ResourceGroup, key) for key in (leader, follower))
            yield rule.at(
                *(cell(row, "groups") for row in twice),
                title=f"{one} and {other} are joined by {len(twice)} rows ({kind.label})",
                about=f"{leader} {follower}",
            )
