"""How a group opens its volume groups: forced varyon, import, offsets of raw volumes."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.logical_volume import LogicalVolume, LogicalVolumeType
from worksheets.plan.rows.nfs_export import NfsExport
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup, VolumeGroupType
from worksheets.rules.catalogue.storage.volume_groups import quorum_defeats_mirror
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_FORCED = "PowerHA planning guide: forced varyon"
_VOLUMES = "PowerHA planning guide: shared volume groups"


def _held(design: Design) -> Iterator[tuple[ResourceGroup, VolumeGroup, bool]]:
    """Groups with each of their volume groups, and whether LVM mirrors that."""
    mirrored = layout_of(design).mirrored
    for group, row in layout_of(design).held_volume_groups:
        yield group, row, row.key in mirrored


def _over_network(design: Design) -> set[str]:
    """Volume groups (keys) that GLVM mirrors."""
    return {row.volume_group for row in design.plan.rows(GlvmVolumeGroup)}


@rule(
    "VG-FORCED-POOLS",
    "Forced varyon without super strict mirror pools",
    severity=Severity.WARNING,
    sources=(_FORCED, "R8", "per IBM guides"),
    fix="Make one mirror pool for each copy and choose super strict.",
)
def vg_forced_pools(design: Design, rule: Rule) -> Iterator[Finding]:
    """Forced varyon opens a volume group with whatever disks are left. Only super strict mirror
    pools make sure that these hold a whole copy of every logical volume."""
    for group, row, mirrored in _held(design):
        if group.forced_varyon and mirrored and row.mirror_pools is not MirrorPools.SUPER:
            yield rule.at(
                cell(row, "mirror_pools"),
                cell(group, "forced_varyon"),
                title=f"{group.name} forces {row.name} open, which has no super strict mirror "
                "pools",
                about=group.key,
            )


@rule(
    "VG-FORCED-QUORUM",
    "Forced varyon with quorum on",
    severity=Severity.WARNING,
    sources=(_FORCED, "S7", "per IBM guides"),
    fix="Turn quorum off for the volume group, or forced varyon off for the group.",
)
def vg_forced_quorum(design: Design, rule: Rule) -> Iterator[Finding]:
    """With quorum on, the volume group closes as soon as half of its descriptors are gone, and
    the forced varyon that follows opens it without them. The two answers contradict each other;
    the application is interrupted for nothing. Quorum that defeats a mirror has rules of its
    own."""
    over_network = _over_network(design)
    for group, row, _ in _held(design):
        told = row.key in over_network or quorum_defeats_mirror(layout_of(design), row)
        if group.forced_varyon and row.quorum and not told:
            yield rule.at(
                cell(row, "quorum"),
                cell(group, "forced_varyon"),
                title=f"{group.name} forces {row.name} open, and its quorum is on",
                about=group.key,
            )


@rule(
    "VG-FORCED-IDLE",
    "Forced varyon of what is not mirrored",
    severity=Severity.ADVICE,
    sources=(_FORCED, "per IBM guides"),
    fix="Turn forced varyon off, or mirror the logical volumes.",
)
def vg_forced_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """Forcing helps where a second copy is left on the disks that still answer. Without copies
    it can only open a volume group with holes in it."""
    volumes = layout_of(design).volumes_of
    for group, row, mirrored in _held(design):
        if group.forced_varyon and row.key in volumes and not mirrored:
            yield rule.at(
                cell(group, "forced_varyon"),
                cell(row),
                title=f"{group.name} forces {row.name} open, which is not mirrored",
                about=row.key,
            )


@rule(
    "VG-FORCED-OFF",
    "Mirrored volume group that does not open with half of its disks",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(_FORCED, "R8", "S7"),
    fix="Turn forced varyon on for the group.",
)
def vg_forced_off(design: Design, rule: Rule) -> Iterator[Finding]:
    """With quorum off AIX opens a volume group only when all of its disks answer. A takeover
    after the loss of a storage unit then fails although a whole copy is there. Groups that GLVM
    mirrors have a rule of their own."""
    over_network = _over_network(design)
    for group, row, mirrored in _held(design):
        if group.forced_varyon or row.quorum is not False or not mirrored:
            continue
        if row.key in over_network:
            continue
        refused = group.forced_varyon is False
        said = "does not force" if refused else "has no answer whether to force"
        yield rule.at(
            cell(group, "forced_varyon"),
            cell(row, "quorum"),
            title=f"{group.name} {said} {row.name} open, which is mirrored without quorum",
            about=row.key,
            severity=None if refused else Severity.ADVICE,
        )


@rule(
    "VG-IMPORT-MAJOR",
    "Volume group imported under whichever number is free",
    severity=Severity.ADVICE,
    sources=(_VOLUMES,),
    fix="Enter a major number that is free on all nodes (lvlstmajor lists them).",
)
def vg_import_major(design: Design, rule: Rule) -> Iterator[Finding]:
    """An import without a major number takes the next free one, which differs between nodes. NFS
    exports that come later break on it; those that are there have a rule of their own."""
    exports = design.plan.rows(NfsExport)
    exported = {layout_of(design).volume_group_of.get(row.file_system) for row in exports}
    for group, row, _ in _held(design):
        if group.auto_import and row.major_number is None and row.key not in exported:
            yield rule.at(
                cell(row, "major_number"),
                cell(group, "auto_import"),
                title=f"{row.name} of {group.name} is imported by PowerHA and has no major number",
                about=group.key,
            )


@rule(
    "LV-RAW-OFFSET",
    "Raw logical volume whose first block is not free",
    severity=Severity.WARNING,
    sources=("D6", "AIX commands: mklv"),
    fix="Create it with mklv -T O, or make the volume group scalable.",
)
def lv_raw_offset(design: Design, rule: Rule) -> Iterator[Finding]:
    """In a big volume group a logical volume keeps its control block in the first block, unless
    it is created with a zero offset. An application that writes there destroys it."""
    for volume in design.plan.rows(LogicalVolume):
        row = design.plan.get(VolumeGroup, volume.volume_group)
        if volume.type is not LogicalVolumeType.RAW or row is None or volume.zero_offset:
            continue
        if row.type is VolumeGroupType.BIG:
            refused = volume.zero_offset is False
            said = "has its control block" if refused else "may have its control block"
            yield rule.at(
                cell(volume, "zero_offset"),
                cell(row, "type"),
                title=f"{volume.name} is raw and {said} in its first block",
                severity=None if refused else Severity.ADVICE,
            )
