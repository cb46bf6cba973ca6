"""Rings and chains in what depends on what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

Pair = tuple[str, str]


def loops(edges: Iterable[Pair]) -> list[frozenset[str]]:
    """Groups of two or more names that can be reached from each other; none for a tree.

    Tarjan's strongly connected components without recursion.
    """
    ahead = _ahead(edges)
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: list[str] = []
    found: list[frozenset[str]] = []
    for start in sorted(ahead):
        if start in number:
            continue
        work = [(start, iter(ahead[start]))]
        number[start] = low[start] = len(number)
        waiting.append(start)
        while work:
            name, rest = work[-1]
            step = next(rest, None)
            if step is None:
                work.pop()
                if work:
                    before = work[-1][0]
                    low[before] = min(low[before], low[name])
                if low[name] == number[name]:
                    place = waiting.index(name)
                    if len(waiting) - place > 1:
                        found.append(frozenset(waiting[place:]))
                    del waiting[place:]
            elif step not in number:
                number[step] = low[step] = len(number)
                waiting.append(step)
                work.append((step, iter(ahead.get(step, ()))))
            elif step in waiting:
                low[name] = min(low[name], number[step])
    return found


def longest_chains(edges: Iterable[Pair]) -> dict[str, tuple[str, ...]]:
    """The longest chain that ends at each name; of equally long ones the first by names.

    Names in or below a loop are left out, since their chains have no end.
    """
    pairs = list(edges)
    ahead = _ahead(pairs)
    behind: dict[str, set[str]] = defaultdict(set)
    for first, second in pairs:
        behind[second].add(first)
    ready = [name for name in ahead if not behind[name]]
    chains: dict[str, tuple[str, ...]] = {name: (name,) for name in ready}
    left = {name: len(names) for name, names in behind.items()}
    while ready:
        name = ready.pop()
        for step in ahead.get(name, ()):
            chain = (*chains[name], step)
            known = chains.get(step, ())
            if (-len(chain), chain) < (-len(known), known):
                chains[step] = chain
            left[step] -= 1
            if not left[step]:
                ready.append(step)
    return {name: chain for name, chain in chains.items() if not left.get(name)}


def _ahead(edges: Iterable[Pair]) -> dict[str, list[str]]:
    """What follows each name, in order, each once."""
    found: dict[str, set[str]] = defaultdict(set)
    for first, second in edges:
        found[first].add(second)
    return {name: sorted(names) for name, names in found.items()}
