"""Where things go in the drawing: nothing covers a word, nothing leaves the page."""

from __future__ import annotations

from functools import cache

import pytest

from tests.documents.sketches import LONG, renamed, sketch
from tests.generator import generate
from worksheets.documents.diagram_layout import lay_out_diagram
from worksheets.documents.picture_of import picture_of
from worksheets.documents.shapes import Layout, Style
from worksheets.plan.plan import Plan
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node

_SIZES = [(2, 3), (3, 5), (5, 8), (8, 20), (16, 64)]
_CASES = [(seed, *size) for seed in range(4) for size in _SIZES]


def plans():
    yield pytest.param(sketch(), id="sketch")
    yield pytest.param(renamed(sketch(), LONG), id="long names")
    for seed, nodes, groups in _CASES:
        yield pytest.param((seed, nodes, groups), id=f"{nodes} nodes, seed {seed}")


@cache
def generated(seed: int, nodes: int, groups: int) -> Layout:
    return lay_out_diagram(picture_of(generate(seed, nodes, groups)))


def layout_of(case) -> Layout:
    return lay_out_diagram(picture_of(case)) if isinstance(case, Plan) else generated(*case)


def overlap(one, other) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("case", list(plans()))
def test_no_wire_crosses_a_word(case):
    layout = layout_of(case)
    words = [(label.text, label.box) for label in layout.labels]
    for wire in layout.wires:
        left, right = sorted((wire.x1, wire.x2))
        top, bottom = sorted((wire.y1, wire.y2))
        struck = [text for text, box in words if overlap((left, top, right, bottom), box)]
        assert not struck, (wire, struck)


@pytest.mark.parametrize("case", list(plans()))
def test_no_word_covers_another(case):
    layout = layout_of(case)
    placed = sorted((label.box, label.text) for label in layout.labels)
    for place, (box, text) in enumerate(placed):
        for other, words in placed[place + 1 :]:
            if other[0] >= box[2]:
                break
            assert not overlap(box, other), (text, words)


@pytest.mark.parametrize("case", list(plans()))
def test_words_stay_inside_their_boxes(case):
    """A label that begins in a card, pill, partition or store also ends in it."""
    layout = layout_of(case)
    tight = {Style.CARD, Style.VIRTUAL, Style.GROUP, Style.NODE, Style.SERVER, Style.STORE}
    panels = [panel for panel in layout.panels if panel.style in tight and panel.title]
    for label in layout.labels:
        left, top, right, bottom = label.box
        for panel in panels:
            x2, y2 = panel.x + panel.width, panel.y + panel.height
            if overlap(label.box, (panel.x, panel.y, x2, y2)):
                assert panel.x <= left, label
                assert right <= x2, label
                assert panel.y <= top, label
                assert bottom <= y2, label


@pytest.mark.parametrize("case", list(plans()))
def test_boxes_of_one_kind_lie_apart(case):
    layout = layout_of(case)
    for style in set(Style):
        boxes = sorted(
            (panel.x, panel.y, panel.x + panel.width, panel.y + panel.height)
            for panel in layout.panels
            if panel.style is style
        )
        for place, box in enumerate(boxes):
            for other in boxes[place + 1 :]:
                assert not overlap(box, other), (style, box, other)


@pytest.mark.parametrize("case", list(plans()))
def test_everything_is_on_the_page(case):
    layout = layout_of(case)
    for label in layout.labels:
        left, top, right, bottom = label.box
        assert left >= 0, label
        assert top >= 0, label
        assert right <= layout.width, label
        assert bottom <= layout.height, label
    for panel in layout.panels:
        assert panel.x >= 0
        assert panel.x + panel.width <= layout.width, panel
        assert panel.y + panel.height <= layout.height, panel


def test_each_cable_reaches_its_bus():
    layout = lay_out_diagram(picture_of(sketch()))
    levels = {wire.ref.key: wire.y1 for wire in layout.wires if wire.bus}
    ends = [dot.y for dot in layout.dots]
    # One card of its own, one of the VIOS and one virtual adapter on net_client; none on net_admin.
    assert ends.count(levels["net1"]) == 3
    assert ends.count(levels["net2"]) == 0
    # Two Fibre Channel cards and the storage unit on the fabric.
    assert ends.count(levels["san"]) == 3


def test_only_the_virtual_adapter_has_a_dashed_cable():
    layout = lay_out_diagram(picture_of(sketch()))
    dashed = [wire for wire in layout.wires if wire.dashed and wire.x1 == wire.x2]
    assert len(dashed) == 1


def test_many_frames_go_into_rows_that_a_page_can_hold():
    plan = generate(1, 16, 64)
    layout = lay_out_diagram(picture_of(plan))
    rows = {panel.y for panel in layout.panels if panel.style is Style.FRAME}
    assert len(rows) > 1
    assert layout.width < 1700


def test_one_frame_with_all_nodes_is_continued_below():
    rows = [Frame(key="f", name="big")]
    rows += [Node(key=f"n{number}", name=f"node{number}", frame="f") for number in range(16)]
    layout = lay_out_diagram(picture_of(Plan(rows)))
    texts = [label.text for label in layout.labels]
    assert texts.count("big") == 2
    assert texts.count("continued") == 1
    assert all(f"node{number}" in texts for number in range(16))
    assert layout.width < 1700


def test_the_bands_follow_each_other_and_hold_everything():
    plan = generate(3, 16, 40)
    layout = lay_out_diagram(picture_of(plan))
    edges = [edge for band in layout.bands for edge in band]
    assert edges == sorted(edges)
    for label in layout.labels:
        assert any(top <= label.y <= bottom for top, bottom in layout.bands), label
