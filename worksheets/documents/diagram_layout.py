"""Where everything in the drawing of a cluster goes.

Networks run above the frames and fabrics below them. Their names stand left of all wires, names
of frames and sites left of their cables, so that no wire crosses a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from worksheets.documents.partition_layout import (
    NAME,
    NOTE,
    Lead,
    draw_pill,
    fit_pill,
    place,
)
from worksheets.documents.picture import Bus, Picture, Ref
from worksheets.documents.shapes import Dot, Label, Layout, Panel, Style, Wire
from worksheets.documents.text_width import shorten, wrap
from worksheets.documents.tiers import GAP, PAD, SIDE, FrameBox, StoreBox, Tier, tiers

MARGIN = 14.0
GUTTER = 156.0

_TRUNK = 8.0
_BUS_GAP = 9.0
_BUS_NOTES = 4


def lay_out_diagram(picture: Picture) -> Layout:
    """The drawing as numbers; an empty plan gives a sentence."""
    return _Plotter(picture).plot()


def _notes(notes: Iterable[str]) -> tuple[str, ...]:
    lines = [line for note in notes for line in wrap(note, GUTTER - GAP, NOTE)]
    if len(lines) <= _BUS_NOTES:
        return tuple(lines)
    return (*lines[: _BUS_NOTES - 1], shorten(f"{lines[_BUS_NOTES - 1]} …", GUTTER - GAP, NOTE))


def _level(bus: Bus, left: float, right: float, y: float, style: Style) -> Wire:
    return Wire(left, y, right, y, style, bus=True, dashed=bus.dashed, ref=bus.ref)


class _Plotter:
    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.tiers = tiers(picture)
        self.layout = Layout()
        stacked = len(self.tiers) > 1
        self.left = MARGIN + GUTTER + (_TRUNK * len(picture.networks) if stacked else 0.0)
        self.right = self.left + max((tier.width for tier in self.tiers), default=320.0) + GAP
        self.layout.width = self.right + MARGIN
        self.layout.width += _TRUNK * len(picture.fabrics) if stacked else 0.0
        self.levels: dict[str, list[float]] = {}

    def plot(self) -> Layout:
        y = MARGIN
        for number, tier in enumerate(self.tiers):
            bottom = self._tier(tier, y, first=number == 0, last=tier is self.tiers[-1])
            self.layout.bands.append((y, bottom))
            y = bottom + GAP
        self._trunks()
        self.layout.height = self._foot(y) + MARGIN
        # The foot stays with what it explains.
        top = self.layout.bands.pop()[0] if self.layout.bands else 0.0
        self.layout.bands.append((top, self.layout.height))
        return self.layout

    def _tier(self, tier: Tier, y: float, *, first: bool, last: bool) -> float:
        """Draw one tier from `y` down; returns where it ends."""
        used = tier.buses
        loose = frozenset[str]()
        if first or last:
            everywhere = frozenset[str]().union(*(other.buses for other in self.tiers))
            loose = frozenset(
                bus.key for bus in (*self.picture.networks, *self.picture.fabrics)
            ).difference(everywhere)
        networks = [b for b in self.picture.networks if b.key in used or (first and b.key in loose)]
        fabrics = [b for b in self.picture.fabrics if b.key in used or (last and b.key in loose)]
        y, upper = self._buses(networks, y, Style.NETWORK)
        panels = len(self.layout.panels)
        frames_top = y + max((piece.head for piece in tier.slices), default=0.0) + PAD
        heights = [frame.height for piece in tier.slices for frame in piece.frames]
        height = max(heights, default=0.0)
        leads = self._frames(tier, y, frames_top, height)
        bottom, lower = self._buses(fabrics, frames_top + height + PAD, Style.FABRIC)
        stores_top = bottom + (GAP if fabrics else 0.0)
        leads += self._stores(tier, stores_top)
        self._wires(leads, upper | lower)
        end = max(
            [bottom, *(stores_top + box.height for piece in tier.slices for box in piece.stores)]
        )
        self._areas(tier, y, end + PAD, panels)
        return end + PAD

    def _buses(
        self, buses: Sequence[Bus], y: float, style: Style
    ) -> tuple[float, dict[str, float]]:
        """Draw buses with their names; returns where they end and the height of each."""
        heights = {}
        for bus in buses:
            name = wrap(bus.name, GUTTER - GAP, NAME, bold=True)
            notes = _notes(bus.notes)
            room = len(name) * 15 + len(notes) * 12
            level = y + room / 2 + 2
            line = self.layout.lines(name, MARGIN, y, NAME, style, bold=True)
            self.layout.lines(notes, MARGIN, line, NOTE, Style.NOTE)
            self.levels.setdefault(bus.key, []).append(level)
            left = self._start(bus) if style is Style.NETWORK else self.left
            right = self.right if style is Style.NETWORK else self._end(bus)
            self.layout.wires.append(_level(bus, left, right, level, style))
            heights[bus.key] = level
            y += room + _BUS_GAP
        return y + (PAD if buses else 0.0), heights

    def _start(self, bus: Bus) -> float:
        """Left end of a network, further left the higher its trunk stands in the order."""
        if len(self.tiers) < 2:
            return self.left
        return self.left - _TRUNK * (len(self.picture.networks) - self.picture.networks.index(bus))

    def _end(self, bus: Bus) -> float:
        if len(self.tiers) < 2:
            return self.right
        return self.right + _TRUNK * (self.picture.fabrics.index(bus) + 1)

    def _trunks(self) -> None:
        """Join the pieces of a network or fabric that runs through several tiers."""
        for bus in (*self.picture.networks, *self.picture.fabrics):
            levels = self.levels.get(bus.key, [])
            if len(levels) < 2:
                continue
            network = bus in self.picture.networks
            x = self._start(bus) if network else self._end(bus)
            style = Style.NETWORK if network else Style.FABRIC
            trunk = Wire(x, levels[0], x, levels[-1], style, True, bus.dashed, bus.ref)
            self.layout.wires.append(trunk)

    def _frames(self, tier: Tier, top: float, y: float, height: float) -> list[Lead]:
        leads = []
        x = self.left + GAP
        for piece in tier.slices:
            line = self.layout.lines(piece.name, x + GAP, top + 2, NAME, Style.NAME, bold=True)
            self.layout.lines(piece.notes, x + GAP, line, NOTE, Style.NOTE)
            left = x + GAP
            for frame in piece.frames:
                leads += self._frame(frame, left, y, height)
                left += frame.width + GAP
            x += piece.width + GAP
        return leads

    def _frame(self, frame: FrameBox, x: float, y: float, height: float) -> list[Lead]:
        self.layout.panels.append(
            Panel(x, y, frame.width, height, Style.FRAME, frame.box.ref, frame.box.name)
        )
        line = self.layout.lines(frame.name, x + PAD, y + PAD, NAME, Style.NAME, bold=True)
        self.layout.lines(frame.notes, x + PAD, line, NOTE, Style.NOTE)
        leads = []
        left = x + SIDE + PAD
        for part in frame.partitions:
            leads += place(self.layout, part, left, y + PAD, height - 2 * PAD)
            left += part.width + PAD
        return leads

    def _stores(self, tier: Tier, y: float) -> list[Lead]:
        leads = []
        x = self.left + GAP
        for piece in tier.slices:
            left = x + GAP
            height = max((box.height for box in piece.stores), default=0.0)
            for box in piece.stores:
                leads += self._store(box, left, y, height)
                left += box.width + GAP
            x += piece.width + GAP
        return leads

    def _store(self, box: StoreBox, x: float, y: float, height: float) -> list[Lead]:
        store = box.store
        self.layout.panels.append(
            Panel(x, y, box.width, height, Style.STORE, store.ref, store.name)
        )
        middle = x + box.width / 2
        line = self.layout.lines(box.name, middle, y + 4, NAME, Style.NAME, bold=True, centred=True)
        self.layout.lines(box.notes, middle, line, NOTE, Style.NOTE, centred=True)
        count = len(store.buses)
        return [
            Lead(x + box.width * number / (count + 1), y, bus, False)
            for number, bus in enumerate(store.buses, start=1)
        ]

    def _wires(self, leads: Iterable[Lead], levels: dict[str, float]) -> None:
        networks = {bus.key for bus in self.picture.networks}
        for x, y, bus, virtual in leads:
            style = Style.NETWORK if bus in networks else Style.FABRIC
            level = levels[bus]
            self.layout.wires.append(Wire(x, y, x, level, style, dashed=virtual))
            self.layout.dots.append(Dot(x, level, style))

    def _areas(self, tier: Tier, top: float, bottom: float, place: int) -> None:
        """Sites lie behind what stands in them."""
        x = self.left + GAP
        for piece in tier.slices:
            if piece.area.ref.key:
                panel = Panel(
                    x, top, piece.width, bottom - top, Style.AREA, piece.area.ref, piece.area.name
                )
                self.layout.panels.insert(place, panel)
            x += piece.width + GAP

    def _foot(self, y: float) -> float:
        """What has no place, and what the signs mean; returns where it ends."""
        if not self.tiers:
            text = "Nothing to draw yet: no frames, nodes or storage are entered."
            y = self.layout.lines((text,), MARGIN, y, NAME, Style.NOTE)
        if self.picture.homeless:
            y = self._homeless(y)
        return self._legend(y) if self.tiers else y

    def _homeless(self, y: float) -> float:
        text = "Resource groups without a node"
        y = self.layout.lines((text,), MARGIN, y, NOTE, Style.NOTE) + 4
        x, row = MARGIN, 0.0
        for pill in self.picture.homeless:
            fitted = fit_pill(pill, 220.0)
            if x > MARGIN and x + fitted.width > self.right:
                x, y, row = MARGIN, y + row + 5, 0.0
            draw_pill(self.layout, pill, fitted, x, y)
            x += fitted.width + 6
            row = max(row, fitted.height)
        return y + row + PAD

    def _legend(self, y: float) -> float:
        signs = (
            ("network", Style.NETWORK, False),
            ("through Virtual I/O Servers", Style.NETWORK, True),
            ("storage fabric", Style.FABRIC, False),
        )
        x = MARGIN
        y += 12
        for words, style, dashed in signs:
            self.layout.wires.append(Wire(x, y - 3, x + 26, y - 3, style, dashed=dashed))
            self.layout.labels.append(Label(x + 32, y, words, NOTE, Style.NOTE))
            x += 44 + len(words) * 5.6
        self.layout.panels.append(Panel(x, y - 10, 26, 14, Style.GROUP, Ref(), ""))
        words = "resource group on its home node"
        self.layout.labels.append(Label(x + 32, y, words, NOTE, Style.NOTE))
        return y + 4
