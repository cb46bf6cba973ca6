"""GLVM: the volume groups that it mirrors, and the resource groups that hold them."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.resource_group import SitePolicy
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.far_copies import groups_of_volume_group
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.glvm import GUIDE, called, mirrors
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import GLVM_MIRROR_POOLS
from worksheets.rules.registry import Rule, rule


@rule(
    "GLVM-POOLS",
    "GLVM volume group that its mirror pools do not fit",
    severity=Severity.BLOCKER,
    sources=(GUIDE, "R8", "per IBM guides"),
    fix="Choose super strict, and plan one mirror pool for each site.",
)
def glvm_pools(design: Design, rule: Rule) -> Iterator[Finding]:
    """GLVM takes volume groups with super strict mirror pools only: disks of one site in one pool,
    at most three pools."""
    plan, layout = design.plan, layout_of(design)
    for row in mirrors(design):
        for group in plan.pick(VolumeGroup, (row.volume_group,)):
            place = cell(group, "mirror_pools")
            if group.mirror_pools is not None and group.mirror_pools.value != "super":
                title = f"{group.name} is mirrored by GLVM without super strict mirror pools"
                yield rule.at(place, cell(row), title=title)
            pools = {disk.mirror_pool for disk in layout.disks_of.get(group.key, ())} - {""}
            if len(pools) > GLVM_MIRROR_POOLS:
                yield rule.at(
                    place,
                    cell(row),
                    title=f"{group.name} has {len(pools)} mirror pools; GLVM takes at most "
                    f"{GLVM_MIRROR_POOLS}",
                    about="count",
                )


@rule(
    "GLVM-QUORUM",
    "GLVM volume group with quorum",
    severity=Severity.WARNING,
    sources=(GUIDE, "S7"),
    fix="Turn quorum off for the volume group.",
)
def glvm_quorum(design: Design, rule: Rule) -> Iterator[Finding]:
    """When the network to the other site fails, half of the disks are gone at once. With quorum
    the volume group closes on the site that still works."""
    for row in mirrors(design):
        for group in design.plan.pick(VolumeGroup, (row.volume_group,)):
            if group.quorum:
                yield rule.at(
                    cell(group, "quorum"),
                    cell(row),
                    title=f"{group.name} is mirrored by GLVM with quorum on",
                )


@rule(
    "GLVM-FORCED",
    "Group with GLVM that half of its disks would stop",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(GUIDE, "S10"),
    fix="Turn forced varyon on for the group.",
)
def glvm_forced(design: Design, rule: Rule) -> Iterator[Finding]:
    """After the loss of a site its disks are missing when the volume group is varied on at the
    other. Forced varyon starts it with the copy that is there."""
    holders = groups_of_volume_group(design)
    for row in mirrors(design):
        for group in holders.get(row.volume_group, ()):
            if not group.forced_varyon:
                yield rule.at(
                    cell(group, "forced_varyon"),
                    cell(row),
                    title=f"{group.name} holds {called(design, row)}, which GLVM mirrors, "
                    "without forced varyon",
                    about=row.key,
                    severity=Severity.ADVICE if group.forced_varyon is None else None,
                )


@rule(
    "GLVM-NODES",
    "Group with GLVM that only one site can run",
    severity=Severity.WARNING,
    sources=(GUIDE, "S10"),
    fix="List nodes of both sites.",
)
def glvm_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """The copy at the other site is of use only where a node there may take the group over. The
    node list of a group with a site policy has a rule of its own."""
    plan, layout = design.plan, layout_of(design)
    holders = groups_of_volume_group(design)
    for row in mirrors(design):
        disks = (*row.first_disks, *row.second_disks)
        needed = {layout.site_of_disk[key] for key in disks if key in layout.site_of_disk}
        for group in holders.get(row.volume_group, ()):
            if group.site_policy not in (None, SitePolicy.IGNORE):
                continue
            known = [layout.site_of_node.get(node) for node in group.nodes]
            empty = sorted(needed - set(known))
            if known and None not in known and empty:
                yield rule.at(
                    cell(group, "nodes"),
                    cell(row),
                    title=f"{group.name} lists no node on "
                    f"{listed(plan.title(Site, site) for site in empty)}, where a copy of "
                    f"{called(design, row)} stands",
                    about=row.key,
                )


@rule(
    "VG-SEVERAL-MIRRORS",
    "Volume group mirrored to the other site in two ways",
    severity=Severity.WARNING,
    sources=("R8", GUIDE),
    fix="Choose one way: LVM over the SAN, replication by the storage units, or GLVM.",
)
def vg_several_mirrors(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two ways to the same copy get in each other's way after a takeover: one writes back what
    the other one has just replaced."""
    plan, layout = design.plan, layout_of(design)
    over_network = {row.volume_group: row for row in reversed(mirrors(design))}
    primaries = {row.primary for row in plan.rows(ReplicatedPair)}
    for group in layout.ordered(VolumeGroup):
        replicated = primaries and any(
            disk.key in primaries for disk in layout.disks_of.get(group.key, ())
        )
        if not replicated:
            continue
        if group.key in over_network:
            title = f"{group.name} is mirrored by GLVM and by storage units"
            yield rule.at(cell(group), cell(over_network[group.key]), title=title)
        elif group.cross_site:
            title = f"{group.name} is mirrored over sites by LVM and by storage units"
            yield rule.at(cell(group, "cross_site"), title=title)
