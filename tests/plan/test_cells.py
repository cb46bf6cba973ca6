"""Cells: from text to value and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheets.plan.fields import fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.resource_group import ResourceGroup, Startup
from worksheets.sheets.cells import CellError, text_of, value_of

PLAN = Plan(
    [
        Frame(key="f1", name="frameA"),
        Frame(key="f2", name="frameB"),
        PowerCircuit(key="p1", name="P1"),
        PowerCircuit(key="p2", name="P2"),
    ]
)
NODE = fields_of(Node)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (NODE["cpu_peak"], " 85 ", 85),
        (NODE["cpu_peak"], "", None),
        (NODE["frame"], "frameA", "f1"),
        (NODE["frame"], "FRAMEB", "f2"),
        (NODE["frame"], "", ""),
        (fields_of(Frame)["circuits"], "P2, P1", ("p2", "p1")),
        (fields_of(Frame)["circuits"], "", ()),
        (fields_of(ResourceGroup)["startup"], "ofan", Startup.OFAN),
        (fields_of(ResourceGroup)["startup"], Startup.OAAN.label, Startup.OAAN),
        (fields_of(ClusterOptions)["environment"], "", Environment.PRODUCTION),
        (fields_of(PowerCircuit)["ups"], "Yes", True),
        (fields_of(PowerCircuit)["ups"], "no", False),
        (fields_of(PowerCircuit)["ups"], "", None),
        (NODE["notes"], "one\r\ntwo", "one\ntwo"),
    ],
)
def test_text_becomes_value(field, text, value):
    assert value_of(PLAN, field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        (NODE["cpu_peak"], "101", "from 0 to 100"),
        (NODE["cpu_peak"], "7.5", "not a whole number"),
        (NODE["cpu_peak"], "²", "not a whole number"),
        (NODE["cpu_peak"], "9" * 5000, "not a whole number"),
        (NODE["name"], "  ", "cannot be empty"),
        (NODE["name"], "x" * 100_000, "100,000 characters"),
        (NODE["frame"], "frame", "frameA or frameB"),
        (NODE["frame"], "frmeA", "did you mean frameA"),
        (NODE["rootvg_servers"], "vio1", "no virtual io server yet"),
        (fields_of(Frame)["circuits"], "P1, P1", "twice"),
        (fields_of(PowerCircuit)["ups"], "maybe", "yes or no"),
        (fields_of(ResourceGroup)["startup"], "soon", "Online On Home Node Only"),
    ],
)
def test_wrong_text_says_what_to_enter(field, text, expected):
    with pytest.raises(CellError, match=expected):
        value_of(PLAN, field, text)


@given(
    st.sampled_from(["f1", "f2", ""]),
    st.lists(st.sampled_from(["p1", "p2"]), unique=True),
    st.none() | st.integers(0, 100),
    st.none() | st.booleans(),
)
def test_text_and_value_are_twins(frame, circuits, peak, ups):
    pairs = [
        (NODE["frame"], frame),
        (fields_of(Frame)["circuits"], tuple(circuits)),
        (NODE["cpu_peak"], peak),
        (fields_of(PowerCircuit)["ups"], ups),
    ]
    for field, value in pairs:
        assert value_of(PLAN, field, text_of(PLAN, field, value)) == value
