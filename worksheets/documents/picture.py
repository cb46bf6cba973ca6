"""What the drawing of a cluster shows: the plan sorted into boxes, and the buses they hang on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from worksheets.plan.row import Row


class Ref(NamedTuple):
    """The row that a shape stands for: slug of its worksheet and key; both empty for none."""

    sheet: str = ""
    key: str = ""

    @classmethod
    def to(cls, row: Row) -> Ref:
        return cls(row.slug, row.key)


@dataclass(frozen=True)
class Socket:
    """A card, or a virtual adapter (`virtual`), with the buses its cables lead to."""

    ref: Ref
    name: str
    buses: tuple[str, ...]
    virtual: bool = False


@dataclass(frozen=True)
class Pill:
    """A resource group on its home node."""

    ref: Ref
    name: str


@dataclass(frozen=True)
class Partition:
    """A node or a Virtual I/O Server (`server`): network cards above, Fibre Channel below."""

    ref: Ref
    name: str
    server: bool
    notes: tuple[str, ...]
    above: tuple[Socket, ...]
    below: tuple[Socket, ...]
    groups: tuple[Pill, ...] = ()


@dataclass(frozen=True)
class Box:
    """A frame, or the place of partitions for which none is entered (no key)."""

    ref: Ref
    name: str
    notes: tuple[str, ...]
    partitions: tuple[Partition, ...]


@dataclass(frozen=True)
class Store:
    """A storage unit with what lies on it, and the fabrics that lead there."""

    ref: Ref
    name: str
    notes: tuple[str, ...]
    buses: tuple[str, ...]


@dataclass(frozen=True)
class Area:
    """A site, or what belongs to none (no key)."""

    ref: Ref
    name: str
    notes: tuple[str, ...]
    boxes: tuple[Box, ...]
    stores: tuple[Store, ...]


@dataclass(frozen=True)
class Bus:
    """A network or a storage fabric; `dashed`: a network that carries no IP."""

    ref: Ref
    key: str
    name: str
    notes: tuple[str, ...]
    dashed: bool = False


@dataclass(frozen=True)
class Picture:
    """Everything that is drawn. `homeless`: groups without a node."""

    name: str
    networks: tuple[Bus, ...]
    fabrics: tuple[Bus, ...]
    areas: tuple[Area, ...]
    homeless: tuple[Pill, ...]
