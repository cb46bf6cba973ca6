"""The graph builder and the walk over it."""

from __future__ import annotations

from itertools import product

import pytest

from worksheets.failures.dag import ALWAYS, NEVER, Builder, evaluate
from worksheets.failures.parts import PartKind, Thing


def leaves(builder: Builder, count: int) -> list[int]:
    return [builder.leaf(Thing(PartKind.NODE, f"n{number}")) for number in range(count)]


def truth(builder: Builder, gate: int, count: int) -> list[bool]:
    """Whether the gate is broken, for every set of broken leaves in counting order."""
    dag = builder.dag()
    columns = [
        sum(1 << scenario for scenario in range(2**count) if scenario >> leaf & 1)
        for leaf in range(count)
    ]
    row = evaluate(dag, columns)[gate]
    return [bool(row >> scenario & 1) for scenario in range(2**count)]


def broken_counts(count: int) -> list[int]:
    return [scenario.bit_count() for scenario in range(2**count)]


@pytest.mark.parametrize(("count", "threshold"), list(product((1, 2, 3, 5), (1, 2, 3, 4, 5))))
def test_a_vote_breaks_when_enough_inputs_are_broken(count: int, threshold: int) -> None:
    builder = Builder()
    gate = builder.at_least(threshold, leaves(builder, count))
    assert truth(builder, gate, count) == [n >= threshold for n in broken_counts(count)]


def test_any_and_all() -> None:
    builder = Builder()
    parts = leaves(builder, 3)
    some, every = builder.any_of(parts), builder.all_of(parts)
    assert truth(builder, some, 3) == [n > 0 for n in broken_counts(3)]
    assert truth(builder, every, 3) == [n == 3 for n in broken_counts(3)]


def test_an_input_given_twice_has_two_votes() -> None:
    builder = Builder()
    first, second, third = leaves(builder, 3)
    gate = builder.at_least(2, [first, first, second, third])
    assert truth(builder, gate, 3) == [
        False, True, False, True, False, True, True, True,
    ]  # fmt: skip


def test_constants_are_folded() -> None:
    builder = Builder()
    (part,) = leaves(builder, 1)
    assert builder.any_of([]) == NEVER
    assert builder.all_of([]) == ALWAYS
    assert builder.any_of([NEVER, part]) == part
    assert builder.any_of([ALWAYS, part]) == ALWAYS
    assert builder.all_of([NEVER, part]) == NEVER
    assert builder.all_of([ALWAYS, part]) == part
    assert builder.at_least(2, [ALWAYS, NEVER, part]) == part
    assert builder.at_least(1, [ALWAYS, part]) == ALWAYS
    assert builder.at_least(2, [NEVER, part]) == NEVER


def test_equal_unnamed_gates_are_one_and_named_ones_are_not() -> None:
    builder = Builder()
    parts = leaves(builder, 2)
    assert builder.any_of(parts) == builder.any_of(parts)
    one, other = Thing(PartKind.DISK, "a"), Thing(PartKind.DISK, "b")
    assert builder.any_of(parts[:1], one) != builder.any_of(parts[:1], other)


def test_votes_over_the_same_inputs_with_other_thresholds_differ() -> None:
    builder = Builder()
    parts = leaves(builder, 4)
    assert builder.at_least(2, parts) != builder.at_least(3, parts)


def test_a_graph_does_not_grow_with_its_builder() -> None:
    builder = Builder()
    parts = leaves(builder, 2)
    before = builder.dag()
    builder.any_of(parts)
    assert len(before.gates) == 4
    assert len(builder.dag().gates) == 5


def test_the_two_constants() -> None:
    assert evaluate(Builder().dag(), []) == [0, -1]
