"""Nodes and Virtual I/O Servers: how much room they need, and where their parts go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from worksheets.documents.picture import Partition, Pill, Socket
from worksheets.documents.shapes import Layout, Panel, Style
from worksheets.documents.text_width import text_width, wrap

NAME = 12.0
NOTE = 10.0

_PAD = 8.0
_GAP = 5.0
_SOCKET = (30.0, 70.0)
_VIRTUAL_DISK = 96.0
_PARTITION = (96.0, 150.0)


class Lead(NamedTuple):
    """A socket's upper or lower end, where a cable to `bus` begins."""

    x: float
    y: float
    bus: str
    virtual: bool


@dataclass(frozen=True)
class Fitted:
    """A text broken into lines, with the size of the box around it."""

    lines: tuple[str, ...]
    width: float
    height: float


@dataclass(frozen=True)
class Measured:
    """A partition with the room that it needs."""

    partition: Partition
    width: float
    height: float
    name: tuple[str, ...]
    notes: tuple[str, ...]
    above: tuple[Fitted, ...]
    below: tuple[Fitted, ...]
    groups: tuple[Fitted, ...]


def measure(partition: Partition) -> Measured:
    """Room that a partition needs with all its names in full."""
    above = tuple(_socket(socket) for socket in partition.above)
    below = tuple(_socket(socket) for socket in partition.below)
    least, most = _PARTITION
    texts = [(partition.name, NAME), *((pill.name, NOTE + 2) for pill in partition.groups)]
    wanted = max(text_width(text, size, bold=True) + 12 for text, size in texts)
    inner = max(least, min(wanted, most), _row_width(above), _row_width(below))
    name = wrap(partition.name, inner, NAME, bold=True)
    notes = tuple(line for note in partition.notes for line in wrap(note, inner, NOTE))
    groups = tuple(fit_pill(pill, inner) for pill in partition.groups)
    height = (
        _PAD
        + _row_height(above)
        + len(name) * 15
        + len(notes) * 12
        + sum(group.height + _GAP for group in groups)
        + 2 * _GAP
        + _row_height(below)
        + _PAD
    )
    return Measured(partition, inner + 2 * _PAD, height, name, notes, above, below, groups)


def fit_pill(pill: Pill, width: float) -> Fitted:
    """A resource group's pill, at most `width` wide."""
    lines = wrap(pill.name, width - 14, NOTE, bold=True)
    longest = max(text_width(line, NOTE, bold=True) for line in lines)
    return Fitted(lines, min(width, max(longest + 14, 60.0)), len(lines) * 12 + 7)


def place(layout: Layout, measured: Measured, x: float, y: float, height: float) -> list[Lead]:
    """Draw a partition at its place; returns the ends of its sockets' cables."""
    part = measured.partition
    style = Style.SERVER if part.server else Style.NODE
    layout.panels.append(Panel(x, y, measured.width, height, style, part.ref, part.name))
    middle = x + measured.width / 2
    leads = _sockets(layout, part.above, measured.above, middle, y + _PAD, upward=True)
    line = y + _PAD + _row_height(measured.above)
    line = layout.lines(measured.name, middle, line, NAME, Style.NAME, bold=True, centred=True)
    line = layout.lines(measured.notes, middle, line, NOTE, Style.NOTE, centred=True)
    line += _GAP + 3
    for pill, fitted in zip(part.groups, measured.groups, strict=True):
        draw_pill(layout, pill, fitted, middle - fitted.width / 2, line)
        line += fitted.height + _GAP
    bottom = y + height - _PAD - max((box.height for box in measured.below), default=0.0)
    return leads + _sockets(layout, part.below, measured.below, middle, bottom, upward=False)


def draw_pill(layout: Layout, pill: Pill, fitted: Fitted, x: float, y: float) -> None:
    """Draw a resource group's pill with its upper left corner at `x`, `y`."""
    panel = Panel(x, y, fitted.width, fitted.height, Style.GROUP, pill.ref, pill.name)
    layout.panels.append(panel)
    middle = x + fitted.width / 2
    layout.lines(fitted.lines, middle, y + 2, NOTE, Style.GROUP, bold=True, centred=True)


def _socket(socket: Socket) -> Fitted:
    least, most = _SOCKET
    if socket.virtual and not socket.buses:
        most = _VIRTUAL_DISK
    lines = wrap(socket.name, most - 8, NOTE)
    longest = max(text_width(line, NOTE) for line in lines)
    return Fitted(lines, max(least, longest + 8, 9.0 * len(socket.buses)), len(lines) * 12 + 6)


def _row_width(boxes: tuple[Fitted, ...]) -> float:
    return sum(box.width + _GAP for box in boxes) - _GAP


def _row_height(boxes: tuple[Fitted, ...]) -> float:
    return max((box.height + _GAP for box in boxes), default=0.0) + 3


def _sockets(
    layout: Layout,
    sockets: tuple[Socket, ...],
    boxes: tuple[Fitted, ...],
    middle: float,
    y: float,
    *,
    upward: bool,
) -> list[Lead]:
    leads = []
    left = middle - _row_width(boxes) / 2
    for socket, box in zip(sockets, boxes, strict=True):
        style = Style.VIRTUAL if socket.virtual else Style.CARD
        layout.panels.append(Panel(left, y, box.width, box.height, style, socket.ref, socket.name))
        layout.lines(box.lines, left + box.width / 2, y + 1, NOTE, Style.NAME, centred=True)
        for number, bus in enumerate(socket.buses, start=1):
            lead = left + box.width * number / (len(socket.buses) + 1)
            leads.append(Lead(lead, y if upward else y + box.height, bus, socket.virtual))
        left += box.width + _GAP
    return leads
