"""What the rules about geographically mirrored volume groups share."""

from __future__ import annotations

from worksheets.plan.rows.glvm_volume_group import GlvmMode, GlvmVolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.layout import layout_of

GUIDE = "PowerHA planning guide: GLVM"


def called(design: Design, row: GlvmVolumeGroup) -> str:
    """The name of its volume group."""
    return design.plan.title(GlvmVolumeGroup, row.key)


def mirrors(design: Design, mode: GlvmMode | None = None) -> list[GlvmVolumeGroup]:
    """Rows by their keys, of one mode or all."""
    rows = layout_of(design).ordered(GlvmVolumeGroup)
    return [row for row in rows if mode in (None, row.mode)]
