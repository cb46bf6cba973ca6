"""Volume groups whose disks stand on two sites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule


def _across_sites(design: Design) -> Iterator[tuple[VolumeGroup, list[Disk], Collection[str]]]:
    """Volume groups with disks on several sites, their disks and the sites."""
    layout = layout_of(design)
    for row in design.plan.rows(VolumeGroup):
        sites = layout.sites_of_volume_group.get(row.key, ())
        if len(sites) > 1:
            yield row, layout.disks_of[row.key], sites


@rule(
    "VG-SUPERSTRICT",
    "Cross-site mirror without super strict mirror pools",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R8", "PowerHA planning guide: cross-site LVM mirroring"),
    fix="Make one mirror pool per site and choose super strict.",
)
def vg_superstrict(design: Design, rule: Rule) -> Iterator[Finding]:
    """Only super strict mirror pools make sure that each site holds a whole copy. Otherwise a
    volume that grows later can put both copies of some data on one site. What GLVM asks of mirror
    pools, a rule of its own says."""
    over_network = {row.volume_group for row in design.plan.rows(GlvmVolumeGroup)}
    for row, _, sites in _across_sites(design):
        told = row.mirror_pools is not None and row.key in over_network
        if row.mirror_pools is not MirrorPools.SUPER and not told:
            names = listed(design.plan.title(Site, site) for site in sites)
            yield rule.at(
                cell(row, "mirror_pools"),
                title=f"{row.name} lies on {names} without super strict mirror pools",
            )


@rule(
    "VG-POOL-SITE",
    "Mirror pool on two sites",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R8", "PowerHA planning guide: cross-site LVM mirroring"),
    fix="Let each mirror pool hold the disks of one site.",
)
def vg_pool_site(design: Design, rule: Rule) -> Iterator[Finding]:
    """A pool is where one copy lies. If it reaches over both sites, the loss of either site
    breaks that copy."""
    site_of = layout_of(design).site_of_disk
    for row, disks, _ in _across_sites(design):
        pools: dict[str, set[str]] = defaultdict(set)
        for disk in disks:
            if disk.mirror_pool and disk.key in site_of:
                pools[disk.mirror_pool].add(site_of[disk.key])
        for pool, sites in pools.items():
            if len(sites) > 1:
                yield rule.at(
                    cell(row),
                    *(cell(disk, "mirror_pool") for disk in disks if disk.mirror_pool == pool),
                    title=f"The mirror pool {pool} of {row.name} lies on "
                    f"{listed(design.plan.title(Site, site) for site in sites)}",
                    about=pool,
                )


@rule(
    "LV-ONE-COPY",
    "One copy across two sites",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R8", "S10"),
    fix="Plan one copy per site.",
)
def lv_one_copy(design: Design, rule: Rule) -> Iterator[Finding]:
    """A logical volume with one copy in a volume group on two sites needs both of them, which
    makes it weaker than on one."""
    for row, _, _ in _across_sites(design):
        for volume in layout_of(design).volumes_of.get(row.key, ()):
            if volume.copies == 1:
                yield rule.at(
                    cell(volume, "copies"),
                    title=f"{volume.name} has one copy, but {row.name} lies on two sites",
                )
