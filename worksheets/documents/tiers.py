"""Divides a drawing into tiers: rows of frames between the networks above and storage below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from worksheets.documents.partition_layout import NAME, NOTE, Measured, measure
from worksheets.documents.picture import Area, Box, Picture, Store
from worksheets.documents.text_width import text_width, wrap

MOST = 1240.0
SIDE = 104.0
PAD = 10.0
GAP = 14.0

_EMPTY_FRAME = 60.0
_STORE = (150.0, 210.0)


@dataclass(frozen=True)
class FrameBox:
    """A frame, or a part of one that is wider than the page, with its label at the side."""

    box: Box
    continued: bool
    partitions: tuple[Measured, ...]
    name: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def width(self) -> float:
        inside = sum(part.width + PAD for part in self.partitions) or _EMPTY_FRAME
        return SIDE + PAD + inside

    @property
    def height(self) -> float:
        label = len(self.name) * 15 + len(self.notes) * 12 + 8
        inside = max((part.height for part in self.partitions), default=0.0)
        return max(label, inside) + 2 * PAD


@dataclass(frozen=True)
class StoreBox:
    """A storage unit with its text broken into lines."""

    store: Store
    name: tuple[str, ...]
    notes: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        return len(self.name) * 15 + len(self.notes) * 12 + 16


@dataclass(frozen=True)
class Slice:
    """What one site has in a tier."""

    area: Area
    frames: tuple[FrameBox, ...]
    stores: tuple[StoreBox, ...]
    name: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def width(self) -> float:
        return max(_row(self.frames), _row(self.stores), SIDE) + 2 * GAP

    @property
    def head(self) -> float:
        """Height of the site's label."""
        return len(self.name) * 15 + len(self.notes) * 12 + 8 if self.name else 0.0


@dataclass(frozen=True)
class Tier:
    """Slices side by side."""

    slices: tuple[Slice, ...]

    @property
    def width(self) -> float:
        return sum(piece.width + GAP for piece in self.slices) - GAP

    @property
    def buses(self) -> frozenset[str]:
        """Keys of the networks and fabrics that something in this tier hangs on."""
        return frozenset(
            bus
            for piece in self.slices
            for bus in (
                *(bus for store in piece.stores for bus in store.store.buses),
                *(
                    bus
                    for frame in piece.frames
                    for part in frame.partitions
                    for socket in (*part.partition.above, *part.partition.below)
                    for bus in socket.buses
                ),
            )
        )


def tiers(picture: Picture) -> list[Tier]:
    """All sites side by side where they fit into one tier; else each site in its own tiers."""
    whole = [(area, _frames(area.boxes), _stores(area.stores)) for area in picture.areas]
    one = Tier(tuple(_slice(*parts) for parts in whole))
    if one.width <= MOST:
        return [one] if whole else []
    return [tier for parts in whole for tier in _stacked(*parts)]


def _stacked(
    area: Area, frames: tuple[FrameBox, ...], stores: tuple[StoreBox, ...]
) -> Iterable[Tier]:
    rows: list[list[FrameBox]] = [[]]
    for frame in frames:
        if rows[-1] and _row([*rows[-1], frame]) > MOST - 2 * GAP:
            rows.append([])
        rows[-1].append(frame)
    for number, row in enumerate(rows, start=1):
        last = number == len(rows)
        piece = _slice(area, tuple(row), stores if last else (), continued=number > 1)
        yield Tier((piece,))


def _slice(
    area: Area,
    frames: tuple[FrameBox, ...],
    stores: tuple[StoreBox, ...],
    *,
    continued: bool = False,
) -> Slice:
    notes = ("continued",) if continued else area.notes
    return Slice(
        area,
        frames,
        stores,
        wrap(area.name, SIDE, NAME, bold=True),
        tuple(line for note in notes for line in wrap(note, SIDE, NOTE)) if area.name else (),
    )


def _row(boxes: Iterable[FrameBox | StoreBox]) -> float:
    return sum(box.width + GAP for box in boxes) - GAP


def _frames(boxes: Iterable[Box]) -> tuple[FrameBox, ...]:
    made = []
    for box in boxes:
        rows: list[list[Measured]] = [[]]
        for part in map(measure, box.partitions):
            width = sum(other.width + PAD for other in (*rows[-1], part))
            if rows[-1] and width > MOST - SIDE - PAD - 2 * GAP:
                rows.append([])
            rows[-1].append(part)
        made += [_frame(box, tuple(row), number > 0) for number, row in enumerate(rows)]
    return tuple(made)


def _frame(box: Box, partitions: tuple[Measured, ...], continued: bool) -> FrameBox:
    notes = ("continued",) if continued else box.notes
    if not partitions:
        notes = (*notes, "no partitions")
    return FrameBox(
        box,
        continued,
        partitions,
        wrap(box.name, SIDE - PAD, NAME, bold=True),
        tuple(line for note in notes for line in wrap(note, SIDE - PAD, NOTE)),
    )


def _stores(stores: Iterable[Store]) -> tuple[StoreBox, ...]:
    least, most = _STORE
    made = []
    for store in stores:
        texts = [text_width(store.name, NAME, bold=True)]
        texts += [text_width(note, NOTE) for note in store.notes]
        inner = max(least, min(max(texts), most), 9.0 * len(store.buses))
        notes = tuple(line for note in store.notes for line in wrap(note, inner, NOTE))
        name = wrap(store.name, inner, NAME, bold=True)
        made.append(StoreBox(store, name, notes, inner + 2 * PAD))
    return tuple(made)
