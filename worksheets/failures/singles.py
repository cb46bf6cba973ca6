"""All single failures of a plan: each part fails alone, exactly, in one walk over the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from worksheets.failures.dag import evaluate
from worksheets.failures.explain import broken_things, stages
from worksheets.failures.graph import Graph
from worksheets.failures.lacks import lacks
from worksheets.failures.parts import Part, PartKind, Thing, part
from worksheets.failures.words import natural
from worksheets.plan.plan import Plan
from worksheets.plan.rows.resource_group import ResourceGroup


class Loss(NamedTuple):
    """A part whose failure leaves resource groups (keys, by name) with nowhere to run."""

    part: Part
    groups: tuple[str, ...]


class Stranded(NamedTuple):
    """A resource group (key) that cannot run anywhere even with nothing failed, and why."""

    group: str
    reasons: tuple[str, ...]


class Cut(NamedTuple):
    """A part whose failure alone takes down things that are not the resource groups.

    Each of `things` is what breaks at once: a node, a box without power, a disk path, or the
    hold of a node on a network. The groups may survive it by a fallover.
    """

    part: Part
    things: tuple[CutThing, ...]


class CutThing(NamedTuple):
    """What a cut takes down: `kind` and `key` name the row, `node` whose network it was."""

    kind: PartKind
    key: str
    node: str = ""


_ADAPTERS = frozenset({PartKind.CARD, PartKind.PORT, PartKind.SERVER})
# Which parts are told for which things: the redundancy that belongs inside a node or a box.
_CUTS = {
    PartKind.NODE: frozenset({PartKind.ROOTVG, PartKind.SERVER}),
    PartKind.FRAME: frozenset({PartKind.CIRCUIT}),
    PartKind.STORAGE: frozenset({PartKind.CIRCUIT}),
    PartKind.DEVICE: frozenset({PartKind.CIRCUIT}),
    PartKind.PATH: _ADAPTERS,
    PartKind.NETWORK: _ADAPTERS,
}


class SingleFailures:
    """What each single failure takes away. Nothing here depends on the order of rows."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._graph = Graph(plan)
        self._dag = self._graph.dag
        self._rows = evaluate(self._dag, [1 << bit for bit in range(len(self._dag.leaves))])

    def settled(self) -> SingleFailures:
        """The same with everything worked out that otherwise waits until it is asked for."""
        _ = self.losses, self.stranded, self.cuts
        return self

    @cached_property
    def losses(self) -> tuple[Loss, ...]:
        """The single points of failure, from the ground up (sites first), then by name."""
        lost: dict[int, list[str]] = defaultdict(list)
        for key in self._groups_by_name:
            row = self._rows[self._graph.groups[key]]
            if row > 0:
                for bit in _bits(row):
                    lost[bit].append(key)
        found = [Loss(self._part(bit), tuple(keys)) for bit, keys in lost.items()]
        return tuple(sorted(found, key=lambda loss: _part_order(loss.part)))

    @cached_property
    def stranded(self) -> tuple[Stranded, ...]:
        """Groups that cannot run anywhere as entered, by name."""
        return tuple(
            Stranded(key, self.lacks(key))
            for key in self._groups_by_name
            if self._rows[self._graph.groups[key]] < 0
        )

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        """Single parts inside a node or a box on which it hangs alone, whether a group is lost
        or not: cards, ports, Virtual I/O Servers, rootvg disks, power circuits."""
        masks = {kind: self._mask(parts) for kind, parts in _CUTS.items()}
        cut: dict[int, set[CutThing]] = defaultdict(set)
        for gate, kind, key, node in self._watched():
            row = self._rows[gate]
            hit = row & masks[kind]
            if hit and row > 0:
                for bit in _bits(hit):
                    cut[bit].add(CutThing(kind, key, node))
        found = [
            Cut(self._part(bit), tuple(sorted(things, key=_thing_order)))
            for bit, things in cut.items()
        ]
        return tuple(sorted(found, key=lambda item: _part_order(item.part)))

    def chain(self, loss: Loss) -> tuple[tuple[str, ...], ...]:
        """How the loss spreads, as stages of names from the part to the groups."""
        bit = self._bit[Thing(loss.part.kind, loss.part.key)]
        tops = [self._graph.groups[key] for key in loss.groups]
        things = broken_things(self._dag, self._rows, bit, tops)
        names = [self._plan.title(ResourceGroup, key) for key in loss.groups]
        return stages(self._plan, loss.part, things, names)

    def lacks(self, group: str) -> tuple[str, ...]:
        """What keeps a group from nodes of its list while nothing has failed, in words."""
        return lacks(self._graph, group)

    @cached_property
    def _groups_by_name(self) -> list[str]:
        groups = sorted(
            self._plan.rows(ResourceGroup), key=lambda row: (natural(row.name), row.key)
        )
        return [row.key for row in groups]

    @cached_property
    def _bit(self) -> dict[Thing, int]:
        return {self._leaf(bit): bit for bit in range(len(self._dag.leaves))}

    def _leaf(self, bit: int) -> Thing:
        thing = self._dag.thing(self._dag.leaves[bit])
        assert thing is not None, "a leaf is always a thing"
        return thing

    def _part(self, bit: int) -> Part:
        return part(self._plan, self._leaf(bit))

    def _mask(self, kinds: frozenset[PartKind]) -> int:
        bits = [1 << bit for thing, bit in self._bit.items() if thing.kind in kinds]
        return sum(bits)

    def _watched(self) -> Iterator[tuple[int, PartKind, str, str]]:
        """What a cut may take down: its gate, kind and key, and the node of a network."""
        boxes = (PartKind.NODE, PartKind.FRAME, PartKind.STORAGE, PartKind.DEVICE)
        for gate, (_, _, args, thing) in enumerate(self._dag.gates):
            if args and thing is not None and thing[0] in boxes:
                yield gate, thing[0], thing[1], ""
        for key, gate in self._graph.paths.items():
            yield gate, PartKind.PATH, key, ""
        for (node, network), gate in self._graph.links.items():
            yield gate, PartKind.NETWORK, network, node


def single_failures(plan: Plan) -> SingleFailures:
    """Fail every part of a plan alone."""
    return SingleFailures(plan)


def _bits(row: int) -> Iterator[int]:
    """Positions of the set bits, lowest first."""
    while row:
        low = row & -row
        yield low.bit_length() - 1
        row ^= low


def _part_order(item: Part) -> tuple[object, ...]:
    return (item.kind.stage, item.kind.words, natural(item.name), item.key)


def _thing_order(thing: CutThing) -> tuple[object, ...]:
    return (thing.kind.stage, thing.kind.words, thing.key, thing.node)
