"""Rows of a plan by what they belong to, worked out once for all rules."""

from __future__ import annotations

from worksheets.rules.capacity import Capacity
from worksheets.rules.claims import claims_of
from worksheets.rules.design import Design
from worksheets.rules.estate import Claim
from worksheets.rules.layout.applications import Applications
from worksheets.rules.layout.file_systems import FileSystems
from worksheets.rules.layout.networks import Networks
from worksheets.rules.layout.storage import Storage
from worksheets.rules.memory import remembered


class Layout(Networks, Storage, FileSystems, Applications):
    """Indexes over a plan. Lists are in the order of keys, never in that of the sheet."""

    @remembered
    def claims(self) -> tuple[Claim, ...]:
        """What no other cluster may have."""
        return claims_of(self.plan)

    @remembered
    def capacity(self) -> Capacity:
        """What the groups need and what comes to each node."""
        return Capacity(self)


def layout_of(design: Design) -> Layout:
    """The layout of a design, made when the first rule asks for it."""
    layout: Layout | None = design.made.get(Layout)
    if layout is None:
        layout = design.made[Layout] = Layout(design)
    return layout
