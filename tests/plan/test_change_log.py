"""A write can be told, remembered, and taken back without harm to what came after."""

from __future__ import annotations

import pytest
from msgspec import structs

from tests.generator import generate
from tests.plans import small_plan
from worksheets.plan.change_log import (
    Obstacle,
    decode_change,
    encode_change,
    put_below,
    take_back,
)
from worksheets.plan.difference import difference
from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.node import Node


def nodes(plan):
    return [node.key for node in plan.rows(Node)]


def changed(plan, key, **values):
    return plan.replace(structs.replace(plan.get(Node, key), **values))


def test_equal_plans_do_not_differ():
    assert not difference(small_plan(), small_plan())
    plan = small_plan()
    assert not difference(plan, plan.replace(plan.get(Node, "n1")))


def test_a_difference_names_what_came_went_changed_and_moved():
    before = Plan([Node(key=key, name=key) for key in "abcd"])
    after = Plan([Node(key=key, name=key) for key in "dab"] + [Node(key="e", name="e")])
    after = changed(after, "a", memory=4)
    found = difference(before, after)
    assert [row.key for row in found.added] == ["e"]
    assert [row.key for row in found.removed] == ["c"]
    assert [(old.memory, new.memory) for old, new in found.changed] == [(None, 4)]
    assert [(order.before, order.after) for order in found.order] == [
        (tuple("abcd"), tuple("dabe"))
    ]


def test_rows_added_last_and_rows_gone_are_no_reordering():
    before = Plan([Node(key=key, name=key) for key in "abc"])
    after = Plan([Node(key=key, name=key) for key in "acd"])
    assert difference(before, after).order == ()


@pytest.mark.parametrize("seed", range(4))
def test_what_is_remembered_is_what_happened(seed):
    before, after = generate(seed, 3, 4), generate(seed + 5, 4, 3)
    found = difference(before, after)
    assert decode_change(encode_change(found)) == found


@pytest.mark.parametrize("seed", range(4))
def test_taking_back_at_once_gives_the_plan_as_it_was(seed):
    before, after = generate(seed, 3, 4), generate(seed + 5, 4, 3)
    plan, obstacles = take_back(after, difference(before, after))
    assert obstacles == []
    assert plan == before


def test_a_row_deleted_in_the_middle_comes_back_to_its_place():
    before = Plan([Node(key=key, name=key) for key in "abcde"])
    after = before.without(Node, "b", "c")
    plan, _ = take_back(after, difference(before, after))
    assert nodes(plan) == list("abcde")


def test_other_cells_changed_since_survive():
    before = small_plan()
    after = changed(before, "n1", memory=77)
    later = changed(after, "n1", cpu_peak=50)
    plan, obstacles = take_back(later, difference(before, after))
    assert obstacles == []
    assert plan == changed(before, "n1", cpu_peak=50)


def test_the_same_cell_changed_since_is_an_obstacle():
    before = small_plan()
    after = changed(before, "n1", memory=77)
    later = changed(after, "n1", memory=99)
    _, obstacles = take_back(later, difference(before, after))
    assert obstacles == [Obstacle("node", "n1", "memory")]


def test_an_added_row_that_was_changed_since_is_an_obstacle():
    before = small_plan()
    after = before.replace(Card(key="cx", name="CX"))
    later = after.replace(Card(key="cx", name="CX", slot="7"))
    _, obstacles = take_back(later, difference(before, after))
    assert obstacles == [Obstacle("card", "cx", "")]


def test_a_changed_row_that_was_deleted_since_is_an_obstacle():
    before = Plan([Node(key="a", name="a")])
    after = changed(before, "a", memory=1)
    _, obstacles = take_back(after.without(Node, "a"), difference(before, after))
    assert obstacles == [Obstacle("node", "a", "")]


def test_a_row_goes_below_another_or_first():
    plan = Plan([Node(key=key, name=key) for key in "abc"])
    assert nodes(put_below(plan, plan.get(Node, "a"), "c")) == list("bca")
    assert nodes(put_below(plan, plan.get(Node, "c"), "")) == list("cab")
    assert nodes(put_below(plan, plan.get(Node, "b"), "gone")) == list("abc")
