"""Dependencies: IBM's worked example, and rings and chains against a naive search."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from worksheets.plan.plan import Plan
from worksheets.plan.rows.dependency import Dependency, DependencyKind, LocationPriority
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup, Startup
from worksheets.rules.judge import judge
from worksheets.rules.loops import longest_chains, loops

NODES = {"DB2": "23", "WS1": "23", "WS2": "23", "WS3": "23", "WS4": "13", "WAS": "13"}
APART = DependencyKind.DIFFERENT_NODES


def ibm_example() -> Plan:
    """Three nodes, six groups, three levels, two sets together and one apart."""
    groups = [
        ResourceGroup(key=name.lower(), name=name, nodes=tuple(nodes), startup=Startup.OFAN)
        for name, nodes in NODES.items()
    ]
    together = [("db2", "ws1", "ws2", "ws3"), ("was", "ws4")]
    return Plan(
        [
            *(Node(key=key, name=f"node{key}") for key in "123"),
            *groups,
            Dependency(key="c1", leader="db2", groups=("was",)),
            Dependency(key="c2", leader="was", groups=("ws1", "ws2", "ws3", "ws4")),
            *(
                Dependency(key=f"t{number}", kind=DependencyKind.SAME_NODE, groups=members)
                for number, members in enumerate(together)
            ),
            Dependency(key="a1", kind=APART, groups=("db2",), priority=LocationPriority.HIGH),
            Dependency(key="a2", kind=APART, groups=("was",), priority=LocationPriority.LOW),
        ]
    )


def test_the_worked_example_of_the_guides_has_no_finding_about_dependencies():
    rules = {finding.rule for finding in judge(ibm_example()).findings}
    assert not {rule for rule in rules if rule.startswith("DEP-")}


def test_a_fourth_level_below_the_example_is_one_too_many():
    deeper = ibm_example().replace(
        ResourceGroup(key="x", name="X", nodes=("2", "3")),
        Dependency(key="c3", leader="ws4", groups=("x",)),
    )
    depth = [item for item in judge(deeper).findings if item.rule == "DEP-DEPTH"]
    assert [item.title for item in depth] == ["4 levels of parents and children: DB2, WAS, WS4, X"]


PAIRS = st.sets(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda p: p[0] != p[1]),
    max_size=12,
)


def _reached(pairs: set[tuple[str, str]], start: str) -> set[str]:
    found: set[str] = set()
    ahead = {start}
    while ahead:
        ahead = {second for first, second in pairs if first in ahead} - found
        found |= ahead
    return found


@given(PAIRS)
def test_rings_are_what_reaches_itself(pairs):
    names = {name for pair in pairs for name in pair}
    reach = {name: _reached(pairs, name) for name in names}
    rings = {
        frozenset(other for other in names if other in reach[name] and name in reach[other])
        for name in names
        if name in reach[name]
    }
    found = loops(pairs)
    assert set(found) == rings
    assert len(found) == len(rings)


def _walks(pairs: set[tuple[str, str]], end: str) -> list[tuple[str, ...]]:
    before = [first for first, second in pairs if second == end]
    longer = [(*walk, end) for first in before for walk in _walks(pairs, first)]
    return [(end,), *longer]


@given(PAIRS)
def test_chains_are_the_longest_walks(pairs):
    names = {name for pair in pairs for name in pair}
    in_ring = {name for name in names if name in _reached(pairs, name)}
    below = in_ring.union(*(_reached(pairs, name) for name in in_ring))
    expected = {
        name: min(_walks(pairs, name), key=lambda walk: (-len(walk), walk))
        for name in names - below
    }
    assert longest_chains(pairs) == expected
