"""The failure graph: leaves that break, and gates that say what breaks with them.

The graph is written in failure space: an OR gate breaks when any of its inputs is broken (things
in series), an AND gate when all are (alternatives), a VOTE gate when at least `threshold` are.
There is no NOT, so more broken parts never mend anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from worksheets.failures.parts import Thing

NEVER = 0
ALWAYS = 1


class Op(IntEnum):
    LEAF = 0
    OR = 1
    AND = 2
    VOTE = 3


_LEAF, _OR, _AND, _VOTE = map(int, Op)


# Operation; threshold: how many inputs must be broken; the inputs, as numbers of gates; the thing
# that the gate stands for, where the plan has a row for it, other gates being steps in between.
# A plain tuple, because thousands are made at every save.
Gate = tuple[int, int, tuple[int, ...], Thing | None]


@dataclass(frozen=True)
class Dag:
    """Gates in topological order: the inputs of a gate have smaller numbers than the gate.

    Gate 0 never breaks, gate 1 is always broken. `leaves` lists the numbers of the parts that
    fail by themselves.
    """

    gates: Sequence[Gate]
    leaves: Sequence[int]

    def thing(self, gate: int) -> Thing | None:
        """What a gate stands for."""
        return self.gates[gate][3]


class Builder:
    """Collects leaves and gates; equal unnamed gates become one.

    Constants are folded, repeated inputs of OR and AND dropped, and an unnamed gate with one
    input is that input. A gate that is given a `thing` is always a gate of its own, so that two
    things which break by the same cause stay apart; ask once per thing.
    """

    def __init__(self) -> None:
        self._gates: list[Gate] = [(_OR, 1, (), None), (_AND, 0, (), None)]
        self._leaves: list[int] = []
        self._known: dict[tuple[int, int, tuple[int, ...]], int] = {}

    def leaf(self, thing: Thing) -> int:
        """A part that fails by itself."""
        self._gates.append((_LEAF, 0, (), thing))
        self._leaves.append(len(self._gates) - 1)
        return self._leaves[-1]

    def any_of(self, args: Iterable[int], thing: Thing | None = None) -> int:
        """Broken when any input is; never, when there is none."""
        kept = dict.fromkeys(args)
        if ALWAYS in kept:
            return ALWAYS
        kept.pop(NEVER, None)
        return self._gate(_OR, 1, tuple(kept), thing) if kept else NEVER

    def all_of(self, args: Iterable[int], thing: Thing | None = None) -> int:
        """Broken when all inputs are; always, when there is none."""
        kept = dict.fromkeys(args)
        if NEVER in kept:
            return NEVER
        kept.pop(ALWAYS, None)
        return self._gate(_AND, len(kept), tuple(kept), thing) if kept else ALWAYS

    def at_least(self, threshold: int, args: Iterable[int], thing: Thing | None = None) -> int:
        """Broken when `threshold` inputs or more are; an input given twice counts twice."""
        given = tuple(args)
        threshold -= given.count(ALWAYS)
        kept = tuple(arg for arg in given if arg > ALWAYS)
        if threshold <= 0:
            return ALWAYS
        if threshold > len(kept):
            return NEVER
        if threshold == 1:
            return self.any_of(kept, thing)
        if threshold == len(kept):
            return self.all_of(kept, thing)
        return self._gate(_VOTE, threshold, kept, thing)

    def dag(self) -> Dag:
        """What has been built so far; gates added later do not enter it."""
        return Dag(tuple(self._gates), tuple(self._leaves))

    def _gate(self, op: int, threshold: int, args: tuple[int, ...], thing: Thing | None) -> int:
        gates = self._gates
        if thing is None:
            if len(args) == 1:
                return args[0]
            key = (op, threshold, args)
            known = self._known.get(key)
            if known is not None:
                return known
            self._known[key] = len(gates)
        gates.append((op, threshold, args, thing))
        return len(gates) - 1


def evaluate(dag: Dag, columns: Sequence[int]) -> list[int]:
    """Which gates are broken in which scenarios, all scenarios at once.

    `columns[i]` belongs to `dag.leaves[i]`: bit s is set when that part is broken in scenario s.
    Returns one such integer per gate; gate 1 is -1 (all bits set). One walk over the graph,
    each gate a few bitwise operations on integers as long as there are scenarios.
    """
    rows = [0] * len(dag.gates)
    for leaf, column in zip(dag.leaves, columns, strict=True):
        rows[leaf] = column
    for gate, (op, threshold, args, _) in enumerate(dag.gates):
        if op == _OR:
            row = 0
            for arg in args:
                row |= rows[arg]
        elif op == _AND:
            row = -1
            for arg in args:
                row &= rows[arg]
        elif op == _VOTE:
            row = _vote(threshold, [rows[arg] for arg in args])
        else:
            continue
        rows[gate] = row
    return rows


def _vote(threshold: int, rows: Iterable[int]) -> int:
    """Bits that are set in at least `threshold` of the rows."""
    reached = [-1] + [0] * threshold
    for row in rows:
        for count in range(threshold, 0, -1):
            reached[count] |= reached[count - 1] & row
    return reached[threshold]
