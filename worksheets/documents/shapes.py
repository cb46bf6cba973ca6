"""Shapes of a drawing as plain numbers, in units of which 96 make an inch on screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from worksheets.documents.picture import Ref
from worksheets.documents.text_width import text_width


class Style(Enum):
    """What a shape stands for; the value is its CSS class."""

    AREA = "area"
    FRAME = "frame"
    SERVER = "server"
    NODE = "node"
    CARD = "card"
    VIRTUAL = "virtual"
    GROUP = "group"
    STORE = "store"
    NETWORK = "network"
    FABRIC = "fabric"
    NAME = "name"
    NOTE = "note"


class Panel(NamedTuple):
    """A rectangle. `title`: its full name, for those who point at it."""

    x: float
    y: float
    width: float
    height: float
    style: Style
    ref: Ref
    title: str


class Label(NamedTuple):
    """One line of text; `x`, `y` are its middle or left end on the base line."""

    x: float
    y: float
    text: str
    size: float
    style: Style
    bold: bool = False
    centred: bool = False

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the letters."""
        width = text_width(self.text, self.size, bold=self.bold)
        left = self.x - width / 2 if self.centred else self.x
        return left, self.y - 0.78 * self.size, left + width, self.y + 0.22 * self.size


class Wire(NamedTuple):
    """A horizontal or vertical line; `bus`: a thick one that others hang on."""

    x1: float
    y1: float
    x2: float
    y2: float
    style: Style
    bus: bool = False
    dashed: bool = False
    ref: Ref = Ref()


class Dot(NamedTuple):
    """Where a wire ends on a bus."""

    x: float
    y: float
    style: Style


@dataclass
class Layout:
    """A drawing, back to front. `bands`: heights (top, bottom) between which it may be cut."""

    width: float = 0.0
    height: float = 0.0
    panels: list[Panel] = field(default_factory=list)
    wires: list[Wire] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    bands: list[tuple[float, float]] = field(default_factory=list)

    def lines(
        self, lines: tuple[str, ...], x: float, y: float, size: float, style: Style, **how: bool
    ) -> float:
        """Add lines of text whose first base line is one line below `y`; returns the new `y`."""
        for line in lines:
            y += round(size * 1.22)
            self.labels.append(Label(x, y, line, size, style, **how))
        return y
