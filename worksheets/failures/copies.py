"""How many disks a volume group can lose: copies, mirror pools and quorum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.logical_volume import LogicalVolume, SeparateDisks
from worksheets.plan.rows.volume_group import VolumeGroup


class Tolerance(NamedTuple):
    """The volume group is lost when `broken` of the `pools` are broken.

    A pool is a set of disks, as positions in the list of disks, and broken with any of them.
    """

    broken: int
    pools: tuple[tuple[int, ...], ...]


def tolerances(
    group: VolumeGroup, disks: Sequence[Disk], volumes: Sequence[LogicalVolume]
) -> list[Tolerance]:
    """All ways in which a volume group is lost; none when it has no disks.

    Every logical volume must keep a whole copy, and with quorum on more than half of the VGDAs
    must be there. Without logical volumes every disk is needed.
    """
    if not disks:
        return []
    kinds = {(volume.copies, volume.separate_disks is not SeparateDisks.NO) for volume in volumes}
    found = {_copies(*kind, disks) for kind in kinds or {(1, True)}}
    if group.quorum:
        found.add(_quorum(disks))
    return sorted(found)


def _copies(copies: int, separate: bool, disks: Sequence[Disk]) -> Tolerance:
    """Without a whole copy of a logical volume.

    With every disk in one of two or more mirror pools the copies may lie in any of the pools, so
    as many broken pools as copies are too many. Without pools as many lost disks as copies are.
    Copies that may share a disk count as one.
    """
    if copies > 1:
        pools: dict[str, list[int]] = {}
        for number, disk in enumerate(disks):
            pools.setdefault(disk.mirror_pool, []).append(number)
        if len(pools) > 1 and "" not in pools:
            return Tolerance(min(copies, len(pools)), tuple(map(tuple, pools.values())))
    needed = min(copies, len(disks)) if separate else 1
    return Tolerance(needed, _each(disks))


def _quorum(disks: Sequence[Disk]) -> Tolerance:
    """Without more than half of the VGDAs.

    Three or more disks hold one each, so half of the disks are too many to lose. Of two disks
    one holds two of the three VGDAs; the plan does not say which, so the worst case is taken:
    either may be the one that is needed, which is half of the disks as well.
    """
    return Tolerance((len(disks) + 1) // 2, _each(disks))


def _each(disks: Sequence[Disk]) -> tuple[tuple[int, ...], ...]:
    return tuple((number,) for number in range(len(disks)))
