"""Which copies of data stand on the other site, worked out for the rules about mirrors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.rules.design import Design
from worksheets.rules.layout import layout_of


def pairs_of(design: Design) -> dict[str, list[ReplicatedPair]]:
    """Pairs by the replication (key) that they name."""
    found: dict[str, list[ReplicatedPair]] = defaultdict(list)
    for pair in layout_of(design).ordered(ReplicatedPair):
        if pair.replication:
            found[pair.replication].append(pair)
    return found


def replication_of_disk(design: Design) -> dict[str, str]:
    """The replication (key) that copies each primary disk (key), or an empty text if unnamed."""
    rows = layout_of(design).ordered(ReplicatedPair)
    return {pair.primary: pair.replication for pair in reversed(rows) if pair.primary}


def groups_of_volume_group(design: Design) -> dict[str, list[ResourceGroup]]:
    """Resource groups by the volume group (key) that they hold."""
    found: dict[str, list[ResourceGroup]] = defaultdict(list)
    for group in layout_of(design).groups:
        for key in dict.fromkeys(group.volume_groups):
            found[key].append(group)
    return found


def nodes_with_glvm(design: Design) -> frozenset[str]:
    """Nodes (keys) of groups with a volume group that GLVM mirrors over networks entered."""
    rows = design.plan.rows(GlvmVolumeGroup)
    mirrored = {row.volume_group for row in rows if row.networks}
    groups = layout_of(design).groups if mirrored else ()
    return frozenset(
        node
        for group in groups
        if not mirrored.isdisjoint(group.volume_groups)
        for node in group.nodes
    )


def volume_groups_of(design: Design, pairs: Iterable[ReplicatedPair]) -> list[str]:
    """Volume groups (keys) with a disk that one of these pairs copies, each once."""
    disks = design.plan.pick(Disk, [pair.primary for pair in pairs])
    return sorted({disk.volume_group for disk in disks if disk.volume_group})


def site_of_unit(design: Design, unit: str) -> str:
    """Site (key) on which a storage unit (key) stands, or an empty text."""
    row = design.plan.get(StorageUnit, unit)
    return layout_of(design).site_of_rack.get(row.rack, "") if row is not None else ""


def distance(design: Design, sites: Iterable[str]) -> tuple[Site, int] | None:
    """The longest distance entered for one of these sites (keys), with that site."""
    known = [
        (row.distance_km, row)
        for row in layout_of(design).in_order(design.plan.pick(Site, sorted(set(sites))))
        if row.distance_km is not None
    ]
    if not known:
        return None
    longest, site = max(known, key=lambda item: item[0])
    return site, longest
