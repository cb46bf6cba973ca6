"""Mirror pools, nodes and activation of shared volume groups."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: shared volume groups"
_POOLS = ("first_pool", "second_pool", "third_pool")


def _pools(volume: LogicalVolume) -> dict[str, str]:
    """Pools that are entered for the copies, by column."""
    if not (volume.first_pool or volume.second_pool or volume.third_pool):
        return {}
    named = {column: getattr(volume, column).strip() for column in _POOLS}
    return {column: pool for column, pool in named.items() if pool}


@rule(
    "LV-POOL",
    "Copy in a mirror pool that has no disk",
    severity=Severity.BLOCKER,
    sources=("R8", "AIX commands: mklv"),
    fix="Name a pool of the volume group, or put disks into this one.",
)
def lv_pool(design: Design, rule: Rule) -> Iterator[Finding]:
    """A copy lies in a pool that its disks name. In a pool without disks there is no place for
    it."""
    plan, layout = design.plan, layout_of(design)
    for volume in plan.rows(LogicalVolume):
        there = layout.pools_of.get(volume.volume_group)
        for column, pool in _pools(volume).items() if there is not None else ():
            if there is not None and pool not in there:
                yield rule.at(
                    cell(volume, column),
                    title=f"{volume.name} puts a copy into {pool}, where "
                    f"{plan.title(VolumeGroup, volume.volume_group)} has no disk",
                )


@rule(
    "LV-POOL-COPIES",
    "Mirror pools that do not match the copies",
    severity=Severity.BLOCKER,
    sources=("R8", "AIX commands: mklv"),
    fix="Name one pool for each copy, each another.",
)
def lv_pool_copies(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each copy has a pool of its own. Two copies in one pool are lost together."""
    for volume in design.plan.rows(LogicalVolume):
        pools = _pools(volume)
        if not pools:
            continue
        if len(set(pools.values())) < len(pools):
            yield rule.at(
                *(cell(volume, column) for column in pools),
                title=f"{volume.name} puts two copies into one mirror pool",
                about="same",
            )
        if tuple(pools) != _POOLS[: volume.copies]:
            yield rule.at(
                cell(volume, "copies"),
                *(cell(volume, column) for column in pools),
                title=f"{volume.name} has {volume.copies} "
                f"{'copy' if volume.copies == 1 else 'copies'} and {len(pools)} mirror "
                f"{'pool' if len(pools) == 1 else 'pools'}",
                about="count",
            )


@rule(
    "VG-AUTO-ON",
    "Shared volume group that AIX varies on by itself",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Let PowerHA vary it on: enter no.",
)
def vg_auto_on(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node that starts would open the volume group before the cluster has decided where it
    belongs. PowerHA turns this off on its way, but what creates it should not turn it on."""
    for row in design.plan.rows(VolumeGroup):
        if row.auto_on:
            yield rule.at(
                cell(row, "auto_on"), title=f"AIX varies {row.name} on when a node starts"
            )


@rule(
    "VG-NODES",
    "Volume group unknown on a node of its resource group",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Add the nodes to the volume group, or clear its list to use those of the group.",
)
def vg_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """Every node that may run the group imports its volume groups. Where one is not defined the
    takeover ends before it began."""
    plan = design.plan
    for group in layout_of(design).groups:
        for row in plan.pick(VolumeGroup, group.volume_groups):
            missing = [node for node in group.nodes if node not in row.nodes]
            if row.nodes and missing:
                yield rule.at(
                    cell(row, "nodes"),
                    cell(group, "nodes"),
                    title=f"{row.name} of {group.name} is not defined on "
                    f"{listed(plan.title(Node, node) for node in missing)}",
                    about=group.key,
                )


@rule(
    "VG-CRITICAL-IDLE",
    "Action for a volume group that is not critical",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("N8", "PowerHA administration guide: critical volume groups"),
    fix="Make the volume group critical, or clear action and notify method.",
)
def vg_critical_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA watches the loss of disks, and acts on it, for critical volume groups only."""
    for row in design.plan.rows(VolumeGroup):
        column = "failure_action" if row.failure_action is not None else "notify_method"
        if getattr(row, column) and not row.critical:
            yield rule.at(
                cell(row, column),
                cell(row, "critical"),
                title=f"{row.name} is not critical, but says what to do when it loses its disks",
            )
