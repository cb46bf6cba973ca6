"""Shared volume groups and their logical volumes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from worksheets.failures.words import listed
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.logical_volume import (
    LogicalVolume,
    LogicalVolumeType,
    SeparateDisks,
)
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup, VolumeGroupType
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import Layout, layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.repeated import repeated


@rule(
    "VG-CONCURRENT",
    "Volume group that is not enhanced concurrent",
    severity=Severity.BLOCKER,
    sources=("V6", "PowerHA planning guide: shared volume groups"),
    fix="Create the volume group in enhanced concurrent mode.",
)
def vg_concurrent(design: Design, rule: Rule) -> Iterator[Finding]:
    """Fast takeover keeps a shared volume group open on all nodes, active on one and passive on
    the others. That needs enhanced concurrent mode, which PowerHA asks for since 7.1."""
    for row in design.plan.rows(VolumeGroup):
        if row.concurrent is False:
            yield rule.at(cell(row, "concurrent"), title=f"{row.name} is not enhanced concurrent")


@rule(
    "VG-NO-DISK",
    "Volume group without disks",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: shared volume groups",),
    fix="Name the volume group on the rows of its disks.",
)
def vg_no_disk(design: Design, rule: Rule) -> Iterator[Finding]:
    """Disks say which volume group they belong to. Without one, no failure of storage or paths
    can be traced to the groups that use this volume group."""
    for row in design.plan.rows(VolumeGroup):
        if row.key not in layout_of(design).disks_of:
            yield rule.at(
                cell(row), sheet(Disk, "volume_group"), title=f"No disk belongs to {row.name}"
            )


def _half_in_one_place(disks: Sequence[Disk]) -> bool:
    """Whether one disk or one storage unit holds half of the VGDAs or more."""
    units = Counter(disk.storage_unit for disk in disks if disk.storage_unit)
    return len(disks) == 2 or (len(units) > 1 and max(units.values()) * 2 >= len(disks))


def quorum_defeats_mirror(layout: Layout, row: VolumeGroup) -> bool:
    """Whether quorum closes a mirrored volume group for the loss of one disk or unit."""
    mirrored = any(volume.copies > 1 for volume in layout.volumes_of.get(row.key, ()))
    return bool(row.quorum) and mirrored and _half_in_one_place(layout.disks_of.get(row.key, ()))


@rule(
    "VG-QUORUM",
    "Quorum that defeats the mirror",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S7", "PowerHA planning guide: quorum"),
    fix="Turn quorum off for this volume group.",
)
def vg_quorum(design: Design, rule: Rule) -> Iterator[Finding]:
    """With quorum on, a volume group closes when half of its descriptor areas are gone. Two
    mirrored disks or two halves in two storage units lose just that with one of them, and the
    surviving copy does not help. Groups that GLVM mirrors have a rule of their own."""
    layout = layout_of(design)
    over_network = {row.volume_group for row in design.plan.rows(GlvmVolumeGroup)}
    for row in design.plan.rows(VolumeGroup):
        if row.key not in over_network and quorum_defeats_mirror(layout, row):
            disks = layout.disks_of.get(row.key, ())
            yield rule.at(
                cell(row, "quorum"),
                title=f"{row.name} is mirrored over {listed(disk.name for disk in disks)} "
                "with quorum on",
            )


@rule(
    "VG-MAJOR",
    "Two volume groups with one major number",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: shared volume groups", "per IBM guides"),
    fix="Choose a number that is free on all nodes (lvlstmajor lists them).",
)
def vg_major(design: Design, rule: Rule) -> Iterator[Finding]:
    """A major number names one device driver instance on a node; two volume groups that meet on
    a node cannot share it."""
    numbered = [row for row in design.plan.rows(VolumeGroup) if row.major_number is not None]
    nodes = layout_of(design).nodes_of_volume_group
    for number, rows in repeated(numbered, lambda row: row.major_number):
        meeting = [
            row
            for row in rows
            if any(
                _meet(nodes.get(row.key), nodes.get(other.key)) for other in rows if other != row
            )
        ]
        if meeting:
            yield rule.at(
                *(cell(row, "major_number") for row in meeting),
                title=f"{listed(row.name for row in meeting)} have the major number {number}",
                about=str(number),
            )


def _meet(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    """Whether two volume groups can be on one node; without an answer they may."""
    return not one or not other or not one.isdisjoint(other)


@rule(
    "VG-RAW-ORIGINAL",
    "Raw logical volume in an original volume group",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("D6",),
    fix="Make the volume group big or scalable.",
)
def vg_raw_original(design: Design, rule: Rule) -> Iterator[Finding]:
    """In original volume groups the logical volume control block lies in the first bytes of a
    raw logical volume, where an application may overwrite it."""
    for volume in design.plan.rows(LogicalVolume):
        row = design.plan.get(VolumeGroup, volume.volume_group)
        raw = volume.type is LogicalVolumeType.RAW
        if raw and row is not None and row.type is VolumeGroupType.ORIGINAL:
            yield rule.at(
                cell(volume, "type"),
                cell(row, "type"),
                title=f"{volume.name} is raw and {row.name} is an original volume group",
            )


@rule(
    "LV-COPIES",
    "More copies than places for them",
    severity=Severity.BLOCKER,
    sources=("S7", "AIX commands: mklv"),
    fix="Add disks or mirror pools, or plan fewer copies.",
)
def lv_copies(design: Design, rule: Rule) -> Iterator[Finding]:
    """Copies on separate disks need a disk each, and in super strict mirror pools a pool each. A
    disk outside the pools has a rule of its own."""
    layout = layout_of(design)
    for volume in design.plan.rows(LogicalVolume):
        if volume.copies == 1:
            continue
        group = design.plan.get(VolumeGroup, volume.volume_group)
        disks = layout.disks_of.get(volume.volume_group, ())
        if not disks or group is None:
            continue
        strict = volume.separate_disks in (SeparateDisks.YES, SeparateDisks.SUPERSTRICT)
        if strict and volume.copies > len(disks):
            places = "disk" if len(disks) == 1 else "disks"
            found = f"{len(disks)} {places}"
        elif group.mirror_pools is MirrorPools.SUPER:
            pools = {disk.mirror_pool for disk in disks}
            if "" in pools or volume.copies <= len(pools):
                continue
            found = f"{len(pools)} mirror {'pool' if len(pools) == 1 else 'pools'}"
        else:
            continue
        yield rule.at(
            cell(volume, "copies"),
            title=f"{volume.name} has {volume.copies} copies and {group.name} {found}",
        )


@rule(
    "LV-STRICT",
    "Copies that may lie on one disk",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S7",),
    fix="Ask for separate disks (strict allocation).",
)
def lv_strict(design: Design, rule: Rule) -> Iterator[Finding]:
    """A mirror protects against the loss of a disk only if no disk holds two copies."""
    for volume in design.plan.rows(LogicalVolume):
        if volume.copies > 1 and volume.separate_disks is SeparateDisks.NO:
            yield rule.at(
                cell(volume, "separate_disks"),
                title=f"{volume.name} has {volume.copies} copies that may share a disk",
            )


@rule(
    "VG-POOL-OPEN",
    "Disk outside the mirror pools",
    severity=Severity.BLOCKER,
    sources=("R8", "AIX commands: mkvg"),
    fix="Put every disk of the volume group into one of its mirror pools.",
)
def vg_pool_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """With mirror pools strict or super strict, each disk of the volume group belongs to one."""
    for row in design.plan.rows(VolumeGroup):
        if row.mirror_pools not in (MirrorPools.YES, MirrorPools.SUPER):
            continue
        for disk in layout_of(design).disks_of.get(row.key, ()):
            if not disk.mirror_pool.strip():
                yield rule.at(
                    cell(disk, "mirror_pool"),
                    cell(row, "mirror_pools"),
                    title=f"{disk.name} is in no mirror pool of {row.name}",
                )
