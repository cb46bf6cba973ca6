"""Which disks PowerHA fences by SCSI-3 persistent reservations, worked out for rules."""

from __future__ import annotations

from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.split_merge_policy import Quarantine, SplitMergePolicy
from worksheets.rules.design import Design
from worksheets.rules.layout import layout_of

FENCING = (Quarantine.FENCING, Quarantine.HALT_WITH_FENCING)


def is_fenced(design: Design) -> bool:
    """Whether the quarantine policy fences disks."""
    return any(row.quarantine in FENCING for row in design.plan.rows(SplitMergePolicy))


def fenced_disks(design: Design) -> frozenset[str]:
    """Disks (keys) that are fenced: all of the volume groups of all resource groups."""
    if not is_fenced(design):
        return frozenset()
    disks_of = layout_of(design).disks_of
    return frozenset(
        disk.key
        for group in design.plan.rows(ResourceGroup)
        for volume_group in group.volume_groups
        for disk in disks_of.get(volume_group, ())
    )
