"""The plan: frozen rows, titles, replacement."""

from __future__ import annotations

import pytest

from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.virtual_io_server import VirtualIoServer

NODE = Node(key="n1", name="nodea")
CARD = Card(key="c1", name="C2", node="n1")
PORT = Port(key="p1", name="ent0", card="c1")


def test_rows_keep_their_order_and_kind():
    plan = Plan([Node(key="b", name="b"), CARD, Node(key="a", name="a")])
    assert [row.key for row in plan.rows(Node)] == ["b", "a"]
    assert plan.rows(Card) == (CARD,)
    assert plan.get(Node, "") is None
    assert plan.pick(Node, ["a", "zz", "b"]) == plan.rows(Node)[::-1]


def test_two_rows_with_one_key_are_refused():
    with pytest.raises(ValueError, match="'n1'"):
        Plan([NODE, Node(key="n1", name="other")])


def test_title_of_a_port_names_the_partition_that_holds_the_card():
    plan = Plan([NODE, CARD, PORT])
    assert plan.title(Port, "p1") == "nodea ent0"
    server = VirtualIoServer(key="v1", name="vio1")
    moved = plan.replace(server, Card(key="c1", name="C2", server="v1"))
    assert moved.title(Port, "p1") == "vio1 ent0"
    assert moved.keys_by_title(Port) == {"vio1 ent0": "p1"}


def test_replace_leaves_the_plan_itself_alone():
    plan = Plan([NODE])
    renamed = plan.replace(Node(key="n1", name="nodeb"))
    assert plan.title(Node, "n1") == "nodea"
    assert renamed.title(Node, "n1") == "nodeb"
    assert len(renamed.without(Node, "n1")) == 0
    assert len(renamed) == 1


def test_options_of_an_empty_plan():
    assert Plan().options.name == "unnamed"
