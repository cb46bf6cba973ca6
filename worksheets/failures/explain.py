"""How a failure spreads from a part to the resource groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from worksheets.failures.dag import Dag, Op
from worksheets.failures.parts import Part, PartKind, Thing, part
from worksheets.failures.words import shortened
from worksheets.plan.plan import Plan

# When one of these is broken, what else broke beside it need not be told.
_ENOUGH = (PartKind.NODE, PartKind.FRAME, PartKind.RACK, PartKind.DISK)
# A broken card or port is told by the interface or path that it takes down.
_UNTOLD = (PartKind.CARD, PartKind.PORT)


def broken_things(dag: Dag, rows: Sequence[int], bit: int, tops: Iterable[int]) -> set[Thing]:
    """The things whose being broken in scenario `bit` explains why the gates `tops` are.

    Walks down from the tops over broken inputs only. Where a node, a frame, a rack or a disk is
    gone, what else was lost beside it is left out, since that alone is enough.
    """
    found: set[Thing] = set()
    seen: set[int] = set()
    waiting = list(tops)
    while waiting:
        gate = waiting.pop()
        if gate in seen:
            continue
        seen.add(gate)
        op, _, args, thing = dag.gates[gate]
        broken = [arg for arg in args if rows[arg] >> bit & 1]
        if op == Op.OR:
            broken = [arg for arg in broken if _enough(dag.thing(arg))] or broken
        waiting += broken
        if thing is None or (thing.kind is PartKind.PATH and _enough(dag.thing(broken[0]))):
            continue
        found.add(thing)
    return found


def _enough(thing: Thing | None) -> bool:
    return thing is not None and thing.kind in _ENOUGH


def stages(
    plan: Plan, first: Part, things: Iterable[Thing], groups: Iterable[str]
) -> tuple[tuple[str, ...], ...]:
    """The failure of `first` told from the part over what it breaks to the groups (names).

    One tuple of names per stage, in the order of their kinds from the ground up, long ones
    shortened to six names and "and N more".
    """
    names: dict[int, list[str]] = defaultdict(list)
    for thing in things:
        if thing.kind in _UNTOLD or thing == (first.kind, first.key):
            continue
        names[thing.kind.stage].append(part(plan, thing).name)
    middle = [shortened(names[stage]) for stage in sorted(names)]
    return ((first.name,), *middle, shortened(groups))
