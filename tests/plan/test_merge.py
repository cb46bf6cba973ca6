"""Three-way merge of a row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from worksheets.plan.merge import Clash, merge_rows
from worksheets.plan.rows.node import Node

BASE = Node(key="n1", name="nodea", cpu_peak=50, memory=64)


def test_different_cells_both_survive():
    mine = Node(key="n1", name="nodea", cpu_peak=60, memory=64)
    theirs = Node(key="n1", name="nodea", cpu_peak=50, memory=128)
    merged, clashes = merge_rows(BASE, mine, theirs)
    assert not clashes
    assert (merged.cpu_peak, merged.memory) == (60, 128)


def test_same_cell_clashes():
    mine = Node(key="n1", name="nodea", cpu_peak=60, memory=64)
    theirs = Node(key="n1", name="nodea", cpu_peak=70, memory=64)
    merged, clashes = merge_rows(BASE, mine, theirs)
    assert clashes == [Clash("cpu_peak", 50, 60, 70)]
    assert merged == theirs


peaks = st.none() | st.integers(0, 3)


@given(peaks, peaks, peaks)
def test_merge_is_symmetric_when_nothing_clashes(base, mine, theirs):
    rows = [Node(key="n", name="n", cpu_peak=peak) for peak in (base, mine, theirs)]
    merged, clashes = merge_rows(*rows)
    again, mirrored = merge_rows(rows[0], rows[2], rows[1])
    assert bool(clashes) == bool(mirrored)
    if not clashes:
        assert merged == again
        assert merged.cpu_peak in (mine, theirs)
