"""The drawing as SVG."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.documents.sketches import LONG, renamed, sketch
from tests.generator import generate
from worksheets.documents.diagram import diagram, diagram_pages
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = (Site, Frame, VirtualIoServer, Node, Network, StorageUnit, ResourceGroup)


def written(svg: str) -> str:
    """All letters of the drawing without the blanks and breaks between its lines."""
    root = ElementTree.fromstring(svg)
    return "".join("".join(text.text or "" for text in root.iter(f"{_SVG}text")).split())


def shapes(svg: str) -> dict[tuple[str, str], ElementTree.Element]:
    """Elements that stand for a row, by worksheet and key."""
    root = ElementTree.fromstring(svg)
    return {
        (item.get("data-sheet", ""), item.get("data-key", "")): item
        for item in root.iter()
        if item.get("data-key")
    }


@pytest.mark.parametrize(
    "plan",
    [sketch(), renamed(sketch(), LONG), generate(1, 16, 64), generate(2, 4, 9, virtual=True)],
    ids=["sketch", "long names", "16 nodes", "virtual"],
)
def test_every_name_can_be_read_in_full(plan):
    text = written(diagram(plan))
    for kind in _DRAWN:
        for row in plan.rows(kind):
            assert row.name.replace(" ", "") in text, row


def test_every_drawn_row_can_be_found_by_its_key():
    plan = sketch()
    found = shapes(diagram(plan))
    for kind in _DRAWN:
        for row in plan.rows(kind):
            assert (row.slug, row.key) in found
    assert (NetworkDevice.slug, "san") in found


def test_names_are_text_whatever_they_hold():
    name = '</text><script>alert("1")</script>&amp;<!--'
    plan = Plan(
        [
            ClusterOptions(key="cluster", name=name),
            Frame(key="f1", name=name),
            Node(key="n1", name=name, frame="f1"),
            Network(key="net", name=name),
            ResourceGroup(key="g1", name=name, nodes=("n1",)),
        ]
    )
    svg = diagram(plan)
    assert "<script" not in svg
    assert "<!--" not in svg
    assert written(svg).count(name.replace(" ", "")) == 4
    root = ElementTree.fromstring(svg)
    assert root.findtext(f"{_SVG}title") == f"Drawing of the cluster {name}"


def test_a_character_that_xml_forbids_does_not_break_the_drawing():
    plan = Plan([Frame(key="f1", name="frame\ufffe\x0bA"), Node(key="n1", name="a", frame="f1")])
    assert "frame\ufffd\ufffdA" in written(diagram(plan))


def test_failed_parts_are_marked_by_form_and_word():
    plan = sketch()
    drawn = shapes(diagram(plan, failed=[("node", "n1"), ("network", "net1")]))
    node = drawn["node", "n1"]
    assert "failed" in node.get("class", "").split()
    assert node.findtext(f"{_SVG}title") == "nodea, failed"
    assert node.find(f"{_SVG}path") is not None
    assert "failed" in drawn["network", "net1"].get("class", "").split()
    whole = shapes(diagram(plan))
    assert not any("failed" in item.get("class", "").split() for item in whole.values())


def test_the_drawing_needs_nothing_from_elsewhere():
    svg = diagram(generate(4, 6, 9))
    root = ElementTree.fromstring(svg)
    allowed = {f"{_SVG}{tag}" for tag in ("svg", "g", "title", "rect", "line", "circle", "text")}
    assert {item.tag for item in root.iter()} <= allowed
    for item in root.iter():
        assert "style" not in item.attrib
        assert not any(name.startswith("on") or "href" in name for name in item.attrib)


def test_an_empty_plan_says_that_there_is_nothing():
    assert "Nothingtodrawyet" in written(diagram(Plan()))


def test_a_group_without_nodes_is_shown_apart():
    text = written(diagram(sketch()))
    assert text.index("Resourcegroupswithoutanode") < text.index("rg_homeless")


def test_pages_hold_together_what_one_drawing_holds():
    plan = generate(1, 16, 64)
    pages = diagram_pages(plan, 0.57)
    assert len(pages) > 1
    whole = written(diagram(plan))
    assert sorted("".join(written(page) for page in pages)) == sorted(whole)
    for page in pages:
        _, _, width, height = map(float, ElementTree.fromstring(page).get("viewBox", "").split())
        assert height <= width


def test_a_small_drawing_is_one_page():
    assert len(diagram_pages(sketch(), 1.15)) == 1
