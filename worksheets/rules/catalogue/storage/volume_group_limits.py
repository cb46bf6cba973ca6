"""How much fits into a volume group, and what each type of it can do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup, VolumeGroupType
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import VOLUME_GROUPS
from worksheets.rules.registry import Rule, rule

_MKVG = "AIX commands: mkvg"
_MIB_PER_GIB = 1024
_PARTITIONS_PER_UNIT = 1024


@rule(
    "VG-LIMIT-DISKS",
    "More disks than the type of volume group holds",
    severity=Severity.BLOCKER,
    sources=(_MKVG, "PowerHA planning guide: shared volume groups"),
    fix="Choose a larger type, or larger disks.",
)
def vg_limit_disks(design: Design, rule: Rule) -> Iterator[Finding]:
    """AIX sets aside room for the descriptions of a fixed number of disks when it creates a
    volume group. How many depends on the type."""
    for row in design.plan.rows(VolumeGroup):
        count = len(layout_of(design).disks_of.get(row.key, ()))
        if row.type is not None and count > VOLUME_GROUPS[row.type].disks:
            yield rule.at(
                cell(row, "type"),
                sheet(Disk, "volume_group"),
                title=f"{row.name} has {count} disks; {row.type.label} volume groups hold "
                f"{VOLUME_GROUPS[row.type].disks}",
            )


@rule(
    "VG-LIMIT-VOLUMES",
    "More logical volumes than the volume group holds",
    severity=Severity.BLOCKER,
    sources=(_MKVG, "PowerHA planning guide: shared volume groups"),
    fix="Choose a larger type, or raise the maximum of a scalable volume group.",
)
def vg_limit_volumes(design: Design, rule: Rule) -> Iterator[Finding]:
    """The table of logical volumes has a fixed length. AIX keeps one or more places for logs
    beside those that are planned."""
    for row in design.plan.rows(VolumeGroup):
        if row.type is None:
            continue
        most = VOLUME_GROUPS[row.type].volumes
        if row.type is VolumeGroupType.SCALABLE and row.max_volumes is not None:
            most = int(row.max_volumes.value)
        count = len(layout_of(design).volumes_of.get(row.key, ()))
        if count > most:
            yield rule.at(
                cell(row, "max_volumes" if row.type is VolumeGroupType.SCALABLE else "type"),
                sheet(LogicalVolume, "volume_group"),
                title=f"{row.name} has {count} logical volumes and room for {most}",
            )


@rule(
    "VG-LIMIT-PARTITIONS",
    "Partitions too small for the disks",
    severity=Severity.BLOCKER,
    sources=(_MKVG,),
    fix="Choose a larger partition size, or make the volume group scalable.",
)
def vg_limit_partitions(design: Design, rule: Rule) -> Iterator[Finding]:
    """In original and big volume groups a disk with more partitions takes the place of several, in
    scalable ones the whole group has a maximum. With small partitions large disks do not fit."""
    for row in design.plan.rows(VolumeGroup):
        if row.type is None or row.pp_size is None:
            continue
        size = int(row.pp_size.value)
        disks = [disk for disk in layout_of(design).disks_of.get(row.key, ()) if disk.size]
        each = {disk.key: (disk.size or 0) * _MIB_PER_GIB // size for disk in disks}
        most = VOLUME_GROUPS[row.type].partitions_per_disk
        if most is not None:
            factor = -(-max(each.values(), default=0) // most)
            if len(disks) * factor > VOLUME_GROUPS[row.type].disks:
                yield rule.at(
                    cell(row, "pp_size"),
                    *(cell(disk, "size") for disk in disks),
                    title=f"{row.name} has no room for {listed(disk.name for disk in disks)} with "
                    f"partitions of {row.pp_size.label}",
                )
        elif row.max_partitions is not None:
            total, room = sum(each.values()), int(row.max_partitions.value) * _PARTITIONS_PER_UNIT
            if total > room:
                yield rule.at(
                    cell(row, "max_partitions"),
                    cell(row, "pp_size"),
                    title=f"{row.name} has {total} partitions of {row.pp_size.label} and takes "
                    f"{room}",
                )


@rule(
    "VG-SCALABLE-ONLY",
    "Setting that only scalable volume groups have",
    severity=Severity.BLOCKER,
    sources=(_MKVG, "R8"),
    fix="Make the volume group scalable, or clear the setting.",
)
def vg_scalable_only(design: Design, rule: Rule) -> Iterator[Finding]:
    """Mirror pools and the two maxima exist in scalable volume groups only; the command that
    creates another type with them fails."""
    for row in design.plan.rows(VolumeGroup):
        if row.type in (None, VolumeGroupType.SCALABLE):
            continue
        pools = row.mirror_pools not in (None, MirrorPools.NO)
        for column, words, is_set in (
            ("mirror_pools", "mirror pools", pools),
            ("max_partitions", "a maximum of partitions", row.max_partitions is not None),
            ("max_volumes", "a maximum of logical volumes", row.max_volumes is not None),
        ):
            if is_set:
                yield rule.at(
                    cell(row, column),
                    cell(row, "type"),
                    title=f"{row.name} is {row.type.label if row.type else ''} and has {words}",
                )


@rule(
    "VG-SPACE",
    "Logical volumes larger than the disks of their volume group",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: shared volume groups",),
    fix="Add disks, or plan smaller logical volumes or fewer copies.",
)
def vg_space(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each copy takes the size of the logical volume once more. What does not fit on the disks
    cannot be created."""
    layout = layout_of(design)
    for row in design.plan.rows(VolumeGroup):
        disks = layout.disks_of.get(row.key, ())
        sizes = [disk.size for disk in disks if disk.size is not None]
        if not disks or len(sizes) < len(disks):
            continue
        there = sum(sizes)
        sized = [volume for volume in layout.volumes_of.get(row.key, ()) if volume.size]
        needed = sum((volume.size or 0) * volume.copies for volume in sized)
        if needed > there:
            yield rule.at(
                cell(row),
                *(cell(volume, "size") for volume in sized),
                title=f"The logical volumes of {row.name} need {needed} GiB with their copies, "
                f"its disks have {there}",
            )


@rule(
    "FS-SPACE",
    "File system larger than its logical volume",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: shared file systems",),
    fix="Enlarge the logical volume, or plan a smaller file system.",
)
def fs_space(design: Design, rule: Rule) -> Iterator[Finding]:
    """A file system ends where its logical volume ends."""
    used: dict[str, list[FileSystem]] = defaultdict(list)
    for row in layout_of(design).ordered(FileSystem):
        if row.size is not None and row.logical_volume:
            used[row.logical_volume].append(row)
    for key, rows in used.items():
        volume = design.plan.get(LogicalVolume, key)
        for row in rows:
            if volume is not None and volume.size is not None and (row.size or 0) > volume.size:
                yield rule.at(
                    cell(row, "size"),
                    cell(volume, "size"),
                    title=f"{row.mount_point} has {row.size} GiB, {volume.name} {volume.size}",
                )
