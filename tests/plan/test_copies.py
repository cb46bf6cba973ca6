"""Copying a row, alone or with what belongs to it."""

from __future__ import annotations

import pytest

from tests.generator import generate
from worksheets.plan.copies import belongings, next_name, with_copy
from worksheets.plan.difference import difference
from worksheets.plan.integrity import change_problems, problems
from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.resource_group import ResourceGroup


@pytest.fixture
def plan():
    return Plan(
        [
            Frame(key="f", name="frameA", serial="1234"),
            Node(key="a", name="nodea", frame="f", communication_path="nodea"),
            Node(key="b", name="nodeb", frame="f"),
            Card(key="c", name="C1", node="a", slot="7"),
            Port(key="p", name="ent0", card="c"),
            Interface(key="i", name="en0", node="a", ports=("p",)),
            IpLabel(key="l", name="nodea_boot1", address="10.0.0.1", interface="i"),
            IpLabel(key="s", name="svc", function=LabelFunction.SERVICE, address="10.0.0.9"),
            ResourceGroup(key="g", name="rg", nodes=("a", "b")),
        ]
    )


def only(plan, kind, key):
    """The one row that is not in the plan under test."""
    (found,) = (row for row in plan.rows(kind) if row.key != key)
    return found


def test_what_belongs_to_a_node(plan):
    found = belongings(plan, plan.get(Node, "a"))
    assert {(row.slug, row.key) for row in found} == {
        ("node", "a"),
        ("card", "c"),
        ("port", "p"),
        ("interface", "i"),
        ("ip_label", "l"),
    }


def test_a_copy_takes_the_next_name_and_leaves_unique_cells_empty(plan):
    after, copy = with_copy(plan, plan.get(Frame, "f"), deep=False)
    assert (copy.name, copy.serial) == ("frameB", "")
    assert len(after) == len(plan) + 1


def test_a_deep_copy_is_a_node_of_its_own(plan):
    after, copy = with_copy(plan, plan.get(Node, "a"), deep=True)
    assert (copy.name, copy.communication_path, copy.frame) == ("nodec", "nodec", "f")
    card = only(after, Card, "c")
    assert (card.node, card.name, card.slot) == (copy.key, "C1", "7")
    interface = only(after, Interface, "i")
    assert interface.node == copy.key
    assert interface.ports == (only(after, Port, "p").key,)
    label = next(row for row in after.rows(IpLabel) if row.key not in ("l", "s"))
    assert (label.name, label.address, label.interface) == ("nodec_boot1", "", interface.key)
    assert after.get(ResourceGroup, "g").nodes == ("a", "b")


@pytest.mark.parametrize(
    ("kind", "name", "taken", "expected"),
    [
        (Node, "node09", (), "node10"),
        (Node, "node1", ("node2",), "node3"),
        (Node, "nodea", ("nodeb",), "nodec"),
        (Node, "payments", (), "payments2"),
        (Node, "x" * 64, (), "x" * 63 + "2"),
        (Node, "node-a", (), "node-b"),
        (Node, "nodez", ("nodey",), "nodez2"),
    ],
)
def test_the_next_free_name(kind, name, taken, expected):
    plan = Plan(Node(key=f"k{i}", name=text) for i, text in enumerate((name, *taken)))
    assert next_name(plan, kind, name) == expected


def test_a_row_that_is_called_after_its_owner_loses_it_in_a_copy():
    plan = Plan([Node(key="a", name="a"), DiskPath(key="p", node="a")])
    _, copy = with_copy(plan, plan.get(DiskPath, "p"), deep=False)
    assert copy.node == ""


def test_mount_points_get_names_too():
    plan = Plan([FileSystem(key="x", mount_point="/data")])
    assert with_copy(plan, plan.get(FileSystem, "x"), deep=False)[1].mount_point == "/data2"


@pytest.mark.parametrize("seed", range(6))
def test_any_row_of_any_plan_can_be_copied(seed):
    plan = generate(seed, 3, 4)
    for row in plan:
        if row.single:
            continue
        for deep in (False, True):
            after, copy = with_copy(plan, row, deep=deep)
            assert after.get(type(row), copy.key) == copy
            assert not change_problems(plan, after, difference(plan, after))
        assert not problems(after)


def test_names_follow_only_where_they_stand_as_words():
    plan = Plan(
        [
            Node(key="a", name="db1", partition="db1", time_source="db1"),
            Card(key="c", name="link_to_db10", node="a"),
            Card(key="d", name="db1_left", node="a"),
        ]
    )
    after, copy = with_copy(plan, plan.get(Node, "a"), deep=True)
    assert (copy.name, copy.partition, copy.time_source) == ("db2", "db2", "db1")
    names = [card.name for card in after.rows(Card) if card.node == copy.key]
    assert names == ["link_to_db10", "db2_left"]


def test_a_long_path_is_not_cut():
    path = "/oracle/" + "d" * 85
    plan = Plan([FileSystem(key="x", mount_point=path)])
    assert with_copy(plan, plan.get(FileSystem, "x"), deep=False)[1].mount_point == f"{path}2"
