"""The drawing of a cluster as SVG, for pages and documents alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

from django.utils.safestring import SafeString

from worksheets.documents.diagram_layout import lay_out_diagram
from worksheets.documents.picture import Ref
from worksheets.documents.picture_of import picture_of
from worksheets.documents.shapes import Label, Layout, Panel, Style, Wire
from worksheets.plan.plan import Plan

_SVG = "http://www.w3.org/2000/svg"
_FONTS = "Plex Sans, IBM Plex Sans, sans-serif"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INK, _SOFT, _FAILED = "#18212c", "#566170", "#a81e12"
_BLUE, _BROWN = "#1a56b0", "#7d5200"

# Attributes of SVG, not style rules: a page's style sheet overrides them, and a drawing that
# stands alone has them.
_PANELS = {
    Style.AREA: {"fill": "#fbfcfd", "stroke": "#8a94a3", "stroke-dasharray": "6 4", "rx": "12"},
    Style.FRAME: {"fill": "#f1f3f6", "stroke": "#b6bfca", "rx": "8"},
    Style.SERVER: {"fill": "#e6eaef", "stroke": "#a5afbb", "rx": "6"},
    Style.NODE: {"fill": "#ffffff", "stroke": "#5f6b7a", "stroke-width": "1.3", "rx": "6"},
    Style.CARD: {"fill": "#ffffff", "stroke": "#5f6b7a", "rx": "3"},
    Style.VIRTUAL: {"fill": "#ffffff", "stroke": "#5f6b7a", "stroke-dasharray": "3 2", "rx": "3"},
    Style.GROUP: {"fill": "#e6effb", "stroke": _BLUE, "rx": "9"},
    Style.STORE: {"fill": "#ffffff", "stroke": "#5f6b7a", "stroke-width": "1.3", "rx": "6"},
}
_LINES = {Style.NETWORK: _BLUE, Style.FABRIC: _BROWN}
_LETTERS = {Style.NOTE: _SOFT, Style.GROUP: _BLUE, **_LINES}


def diagram(plan: Plan, *, failed: Iterable[tuple[str, str]] = ()) -> SafeString:
    """The whole cluster as one SVG element.

    `failed`: parts to mark as broken, as (slug of the worksheet, key of the row). Safe to put
    into a page: names get there only as text and attribute values that the XML writer escapes.
    """
    layout = lay_out_diagram(picture_of(plan))
    return _svg(layout, plan.options.name, failed, 0.0, layout.height)


def diagram_width(plan: Plan) -> float:
    """Width of the drawing in its own units (96 to the inch)."""
    return lay_out_diagram(picture_of(plan)).width


def diagram_pages(plan: Plan, shape: float) -> list[SafeString]:
    """The same drawing in pieces for paper, cut between rows of frames.

    `shape`: height of the room on a page, divided by its width. A row higher than that stays
    whole.
    """
    layout = lay_out_diagram(picture_of(plan))
    height = layout.width * shape
    pieces: list[tuple[float, float]] = []
    for top, bottom in layout.bands:
        if pieces and bottom - pieces[-1][0] <= height:
            top = pieces.pop()[0]
        pieces.append((top, bottom))
    return [_svg(layout, plan.options.name, (), top, bottom) for top, bottom in pieces]


def _svg(
    layout: Layout, name: str, failed: Iterable[tuple[str, str]], top: float, bottom: float
) -> SafeString:
    broken = frozenset(Ref(*ref) for ref in failed)
    height = bottom - top
    root = ElementTree.Element(
        "svg",
        {
            "xmlns": _SVG,
            "class": "cluster-diagram",
            "viewBox": f"0 {_figure(top)} {_figure(layout.width)} {_figure(height)}",
            "width": _figure(layout.width),
            "height": _figure(height),
            "role": "img",
            "font-family": _FONTS,
        },
    )
    _child(root, "title", {}, f"Drawing of the cluster {name}")
    for panel in layout.panels:
        if top <= panel.y <= bottom:
            _panel(root, panel, panel.ref in broken)
    for wire in layout.wires:
        if min(wire.y1, wire.y2) <= bottom and max(wire.y1, wire.y2) >= top:
            _wire(root, wire, wire.ref in broken)
    for dot in layout.dots:
        if top <= dot.y <= bottom:
            place = {"cx": _figure(dot.x), "cy": _figure(dot.y), "r": "2.6"}
            _child(root, "circle", {"class": dot.style.value, **place, "fill": _LINES[dot.style]})
    for label in layout.labels:
        if top <= label.y <= bottom:
            _label(root, label)
    return SafeString(ElementTree.tostring(root, encoding="unicode"))


def _panel(root: ElementTree.Element, panel: Panel, broken: bool) -> None:
    shape = {
        "x": _figure(panel.x),
        "y": _figure(panel.y),
        "width": _figure(panel.width),
        "height": _figure(panel.height),
    }
    look = {"stroke-width": "1", **_PANELS[panel.style]}
    if broken:
        look |= {"fill": "#fcebe9", "stroke": _FAILED, "stroke-width": "2"}
    group = ElementTree.SubElement(root, "g", _about(panel.style, panel.ref, broken))
    if panel.title:
        _child(group, "title", {}, f"{panel.title}, failed" if broken else panel.title)
    ElementTree.SubElement(group, "rect", {**shape, **look})
    if broken:
        _cross(group, panel.x + panel.width - 6, panel.y + 6)


def _wire(root: ElementTree.Element, wire: Wire, broken: bool) -> None:
    ends = {name: _figure(getattr(wire, name)) for name in ("x1", "y1", "x2", "y2")}
    look = {
        "stroke": _FAILED if broken else _LINES[wire.style],
        "stroke-width": "3" if wire.bus else "1.1",
    }
    if wire.dashed or broken:
        look["stroke-dasharray"] = "8 5" if wire.bus else "4 3"
    about = _about(wire.style, wire.ref, broken)
    about["class"] += " bus" if wire.bus else " wire"
    ElementTree.SubElement(root, "line", {**about, **ends, **look})
    if broken and wire.bus:
        _cross(root, (wire.x1 + wire.x2) / 2, (wire.y1 + wire.y2) / 2)


def _cross(parent: ElementTree.Element, x: float, y: float) -> None:
    """A cross, so that a failure is told by form and not by colour alone."""
    path = f"M{_figure(x - 5)} {_figure(y - 5)}l10 10m0 -10l-10 10"
    look = {"fill": "none", "stroke": _FAILED, "stroke-width": "2.5"}
    ElementTree.SubElement(parent, "path", {"class": "cross", "d": path, **look})


def _label(root: ElementTree.Element, label: Label) -> None:
    look = {
        "class": label.style.value,
        "x": _figure(label.x),
        "y": _figure(label.y),
        "font-size": _figure(label.size),
        "fill": _LETTERS.get(label.style, _INK),
    }
    if label.bold:
        look["font-weight"] = "600"
    if label.centred:
        look["text-anchor"] = "middle"
    _child(root, "text", look, label.text)


def _about(style: Style, ref: Ref, broken: bool) -> dict[str, str]:
    about = {"class": f"{style.value} failed" if broken else style.value}
    if ref.key:
        about |= {"data-sheet": ref.sheet, "data-key": ref.key}
    return about


def _child(
    parent: ElementTree.Element, tag: str, attributes: dict[str, str], text: str = ""
) -> None:
    child = ElementTree.SubElement(parent, tag, attributes)
    child.text = _NOT_XML.sub("\ufffd", text) or None


def _figure(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
