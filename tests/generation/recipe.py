"""What a generated plan is made from: its size, its style, and how careful its architect was."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TypeVar

V = TypeVar("V")

_TAIL = "_of_the_settlement_and_reconciliation_of_card_payments_abroad"


@dataclass(frozen=True)
class Recipe:
    """Draws of one plan.

    `flaws`: the chance, 0 to 1, that any one precaution is missing; 0 is a sound design.
    `gaps`: the chance that a question is not answered. `sites` is 0, 1 or 2.
    """

    dice: random.Random
    nodes: int
    groups: int
    parts: int
    virtual: bool
    sites: int
    flaws: float
    gaps: float

    def flawed(self) -> bool:
        """Whether the precaution in question is missing."""
        return self.dice.random() < self.flaws

    def answer(self, value: V, unanswered: V) -> V:
        """The value, or now and then the cell left open."""
        return unanswered if self.dice.random() < self.gaps else value

    def name(self, stem: str) -> str:
        """The stem as a name, now and then as long as a name may be (64 characters).

        Different stems give different names as long as no stem holds `_of_the_`.
        """
        return (stem + _TAIL * 2)[:64] if self.dice.random() < 0.02 else stem

    def label(self, stem: str) -> str:
        """As `name`, and short enough for a host name."""
        return self.name(stem)[:63]


def drawn(
    seed: int, nodes: int, groups: int, virtual: bool | None, sites: int | None, parts: int | None
) -> Recipe:
    """A recipe from a seed; what is None is drawn too. Raises ValueError for sizes out of range."""
    if not 2 <= nodes <= 16:
        raise ValueError(f"a cluster has 2 to 16 nodes, not {nodes}")
    if not 0 <= groups <= 64:
        raise ValueError(f"a cluster has up to 64 resource groups, not {groups}")
    if sites not in (None, 0, 1, 2):
        raise ValueError(f"a cluster has up to 2 sites, not {sites}")
    dice = random.Random(seed)
    flaws = dice.choice((0.0, 0.0, 0.05, 0.15, 0.4))
    any_virtual = dice.random() < 0.5
    any_sites = dice.choice((0, 1, 1, 1, 2, 2))
    return Recipe(
        dice=dice,
        nodes=nodes,
        groups=groups,
        parts=30 * nodes + 24 * groups if parts is None else parts,
        virtual=any_virtual if virtual is None else virtual,
        sites=any_sites if sites is None else sites,
        flaws=flaws,
        gaps=flaws / 4,
    )
