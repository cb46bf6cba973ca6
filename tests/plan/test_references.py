"""Who refers to whom."""

from __future__ import annotations

from tests.plans import small_plan
from worksheets.plan.references import users_of
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.power_circuit import PowerCircuit

PLAN = small_plan()


def test_single_references_and_lists():
    assert users_of(PLAN, PLAN.get(Frame, "f1")) == [("node", "n1"), ("node", "n2")]
    assert users_of(PLAN, PLAN.get(PowerCircuit, "p1")) == [("frame", "f1"), ("frame", "f2")]
    assert users_of(PLAN, PLAN.get(Frame, "f2")) == []


def test_a_row_does_not_use_itself():
    alone = Administrator(key="a9", name="Cleo", backup="a9")
    assert users_of(PLAN.replace(alone), alone) == []
    assert users_of(PLAN, PLAN.get(Node, "n1")) == [("resource_group", "g1")]
