"""Parts that the rules about single points of failure tell already."""

from __future__ import annotations

from worksheets.failures.parts import PartKind
from worksheets.rules.design import Design

_ADAPTERS = (PartKind.CARD, PartKind.PORT)


def lonely_adapters(design: Design) -> frozenset[str]:
    """Cards and ports (keys) on which a node or a group hangs alone."""
    singles = design.singles
    parts = [*(loss.part for loss in singles.losses), *(cut.part for cut in singles.cuts)]
    return frozenset(part.key for part in parts if part.kind in _ADAPTERS)
