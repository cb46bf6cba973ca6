"""Asynchronous GLVM: caches, and volume groups that can have them."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.glvm_volume_group import GlvmMode, GlvmVolumeGroup
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.volume_group import VolumeGroup, VolumeGroupType
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.glvm import GUIDE, called, mirrors
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import GLVM_HIGH_WATER_MARK
from worksheets.rules.registry import Rule, rule

_CACHE = (
    ("cache_size", "size of its cache"),
    ("cache_unit", "unit of its cache"),
    ("cache_volumes", "cache volumes"),
)


@rule(
    "GLVM-CACHE",
    "Asynchronous GLVM without a cache",
    severity=Severity.WARNING,
    sources=(GUIDE,),
    fix="Enter size and unit of the cache and its logical volumes, one in each site's mirror pool.",
)
def glvm_cache(design: Design, rule: Rule) -> Iterator[Finding]:
    """Asynchronous mirroring keeps in the cache what the other site does not have yet. Each site
    needs a cache of its own, for the time when it is the active one."""
    for row in mirrors(design, GlvmMode.ASYNC):
        for column, words in _CACHE:
            if not getattr(row, column):
                yield rule.at(
                    cell(row, column),
                    cell(row, "mode"),
                    title=f"{called(design, row)} is asynchronous, but the {words} is not entered"
                    if column != "cache_volumes"
                    else f"{called(design, row)} is asynchronous, but its cache volumes are not "
                    "entered",
                )
        volumes = _cache_volumes(row)
        if len(volumes) == 1:
            yield rule.at(
                cell(row, "cache_volumes"),
                title=f"{called(design, row)} has a cache volume on one site only, {volumes[0]}",
            )


def _cache_volumes(row: GlvmVolumeGroup) -> list[str]:
    return list(dict.fromkeys(row.cache_volumes.replace(",", " ").split()))


@rule(
    "GLVM-CACHE-VOLUME",
    "Cache of GLVM in another volume group",
    severity=Severity.BLOCKER,
    sources=(GUIDE,),
    fix="Name logical volumes of the mirrored volume group itself.",
)
def glvm_cache_volume(design: Design, rule: Rule) -> Iterator[Finding]:
    """The cache volumes lie in the mirror pools of the volume group that they serve."""
    known = {row.name: row for row in layout_of(design).ordered(LogicalVolume)}
    for row in mirrors(design, GlvmMode.ASYNC):
        for name in _cache_volumes(row):
            volume = known.get(name)
            if volume is not None and volume.volume_group != row.volume_group:
                yield rule.at(
                    cell(row, "cache_volumes"),
                    cell(volume, "volume_group"),
                    title=f"The cache volume {name} of {called(design, row)} lies in another "
                    "volume group",
                    about=name,
                )


@rule(
    "GLVM-CACHE-IDLE",
    "Cache of a synchronous mirror",
    severity=Severity.ADVICE,
    sources=(GUIDE,),
    fix="Clear the cells of the cache, or choose asynchronous mirroring.",
)
def glvm_cache_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """Synchronous mirroring has no cache. Who finds one entered takes the mirror for one that may
    lose data."""
    for row in mirrors(design, GlvmMode.SYNC):
        columns = [name for name, _ in _CACHE if getattr(row, name)]
        if row.high_water_mark is not None:
            columns.append("high_water_mark")
        if columns:
            yield rule.at(
                *(cell(row, column) for column in columns),
                title=f"{called(design, row)} is synchronous, but a cache is entered",
                about="cache",
            )


@rule(
    "GLVM-MARK",
    "High-water mark that leaves the cache unused",
    severity=Severity.ADVICE,
    sources=(GUIDE, "per IBM guides"),
    fix=f"Enter {GLVM_HIGH_WATER_MARK.low} to {GLVM_HIGH_WATER_MARK.highest} percent, or clear "
    "the cell.",
)
def glvm_mark(design: Design, rule: Rule) -> Iterator[Finding]:
    """Beyond the mark writes wait until the cache has drained. A low mark makes them wait while
    most of the cache is free."""
    for row in mirrors(design, GlvmMode.ASYNC):
        if row.high_water_mark is not None and row.high_water_mark < GLVM_HIGH_WATER_MARK.low:
            yield rule.at(
                cell(row, "high_water_mark"),
                title=f"Writes to {called(design, row)} wait as soon as the cache is filled to "
                f"{row.high_water_mark} percent",
            )


@rule(
    "GLVM-ASYNC-GROUP",
    "Volume group that cannot be mirrored asynchronously",
    severity=Severity.BLOCKER,
    sources=(GUIDE, "AIX commands: chmp", "per IBM guides"),
    fix="Make it a scalable volume group, without automatic varyon and bad block relocation.",
)
def glvm_async_group(design: Design, rule: Rule) -> Iterator[Finding]:
    """AIX mirrors asynchronously only scalable volume groups that are not varied on by
    themselves, and logical volumes that do not relocate bad blocks."""
    plan, layout = design.plan, layout_of(design)
    for row in mirrors(design, GlvmMode.ASYNC):
        for group in plan.pick(VolumeGroup, (row.volume_group,)):
            head = f"{group.name} is mirrored asynchronously"
            if group.type not in (None, VolumeGroupType.SCALABLE):
                title = f"{head}, but is of the type {group.type.label}"
                yield rule.at(cell(group, "type"), cell(row, "mode"), title=title)
            if group.auto_on:
                title = f"{head}, but is varied on when a node starts"
                yield rule.at(cell(group, "auto_on"), cell(row, "mode"), title=title)
            for volume in layout.volumes_of.get(group.key, ()):
                if volume.bad_blocks:
                    title = f"{head}, but {volume.name} relocates bad blocks"
                    yield rule.at(cell(volume, "bad_blocks"), cell(row, "mode"), title=title)
