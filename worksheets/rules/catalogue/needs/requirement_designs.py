"""Requirements against the design: times, loss of data, loss of a site."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.plan import Plan
from worksheets.plan.rows.glvm_volume_group import GlvmMode, GlvmVolumeGroup
from worksheets.plan.rows.replication import Replication, ReplicationMode
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import ResourceGroup, Startup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Place, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.takeover_time import detection_time, start_time


def _served(plan: Plan) -> Iterator[tuple[Requirement, ResourceGroup]]:
    for row in plan.rows(Requirement):
        for group in plan.pick(ResourceGroup, dict.fromkeys(row.groups)):
            yield row, group


@rule(
    "REQ-TAKEOVER",
    "Takeover that takes longer than the requirement allows",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R2", "T2"),
    fix="Speed up the start of the application, or agree on a longer time with the business.",
)
def req_takeover(design: Design, rule: Rule) -> Iterator[Finding]:
    """A takeover lasts at least until the failure is believed and the applications are up again.
    Disks, addresses and events come on top, so a design that misses its time here misses it
    always."""
    detection = detection_time(design.plan)
    for row, group in _served(design.plan):
        times = [(minutes, name) for name in ("outage", "rto") if (minutes := getattr(row, name))
                 is not None]  # fmt: skip
        if not times or group.startup is Startup.OAAN:
            continue
        minutes, column = min(times, key=lambda item: item[0])
        start = start_time(layout_of(design), group)
        if detection + start > 60 * minutes:
            yield rule.at(
                cell(row, column),
                cell(group, "controllers"),
                title=f"{row.name} has to be back within {minutes} min; a takeover of "
                f"{group.name} takes at least {detection + start} s",
                detail=f"{detection} s pass until a failed node is believed dead, {start} s until "
                "the applications are up, as measured or as their monitors allow.",
                about=group.key,
            )


def _late_copies(plan: Plan, group: ResourceGroup) -> Iterator[tuple[Place, str, int | None]]:
    """Asynchronous copies of a group's data: place, name, and the most seconds they may miss."""
    for copy in plan.pick(Replication, dict.fromkeys(group.replications)):
        if copy.mode is ReplicationMode.ASYNC:
            yield cell(copy, "mode"), copy.name, copy.lag
    for mirror in plan.rows(GlvmVolumeGroup):
        if mirror.volume_group in group.volume_groups and mirror.mode is GlvmMode.ASYNC:
            yield cell(mirror, "mode"), plan.title(GlvmVolumeGroup, mirror.key), None


@rule(
    "REQ-DATA-LOSS",
    "Asynchronous copy that may lose more than the requirement allows",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R2", "R8"),
    fix="Copy synchronously, reduce the lag, or agree on a larger loss with the business.",
)
def req_data_loss(design: Design, rule: Rule) -> Iterator[Finding]:
    """The application goes on while an asynchronous copy is still on its way. What has not
    arrived when the site is lost is gone; no loss at all takes a synchronous copy."""
    for row, group in _served(design.plan):
        if row.rpo is None:
            continue
        for place, name, lag in _late_copies(design.plan, group):
            if row.rpo and (lag is None or lag <= 60 * row.rpo):
                continue
            missing = "the latest data" if lag is None else f"{lag} s of data"
            yield rule.at(
                cell(row, "rpo"),
                place,
                title=f"{row.name} may lose {row.rpo} min of work, but the copy {name} may miss "
                f"{missing}",
                about=f"{place.sheet}/{place.key}",
            )


@rule(
    "REQ-SITE",
    "Loss of a site that the nodes do not survive",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S10", "R8"),
    fix="Plan nodes of the group on a second site, or let the business accept the loss.",
)
def req_site(design: Design, rule: Rule) -> Iterator[Finding]:
    """A service that has to survive its site needs nodes of its group on another one."""
    plan, layout = design.plan, layout_of(design)
    if len(plan.rows(Site)) < 2:
        for row in plan.rows(Requirement):
            if row.site_loss:
                yield rule.at(
                    cell(row, "site_loss"),
                    sheet(Site),
                    title=f"{row.name} shall survive its site, but no second site is planned",
                )
        return
    for row, group in _served(plan):
        known = all(key in layout.site_of_node for key in group.nodes)
        sites = layout.sites_of(group.nodes)
        if row.site_loss and known and len(sites) == 1:
            yield rule.at(
                cell(row, "site_loss"),
                cell(group, "nodes"),
                title=f"{row.name} shall survive its site, but all nodes of {group.name} stand on "
                f"{plan.title(Site, next(iter(sites)))}",
                about=group.key,
            )


@rule(
    "REQ-SITE-DATA",
    "Loss of a site that the data do not survive",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S10", "R8"),
    fix="Mirror the volume group to the second site by LVM, GLVM or storage replication.",
)
def req_site_data(design: Design, rule: Rule) -> Iterator[Finding]:
    """Nodes on the second site have nothing to run while all disks lie on the first."""
    plan, layout = design.plan, layout_of(design)
    mirrored = {row.volume_group for row in plan.rows(GlvmVolumeGroup)}
    for row, group in _served(plan):
        if not row.site_loss or group.replications or len(plan.rows(Site)) < 2:
            continue
        for volume_group in plan.pick(VolumeGroup, dict.fromkeys(group.volume_groups)):
            disks = layout.disks_of.get(volume_group.key, [])
            sites = {layout.site_of_disk.get(disk.key, "") for disk in disks}
            if volume_group.key in mirrored or len(sites) != 1 or "" in sites:
                continue
            yield rule.at(
                cell(row, "site_loss"),
                cell(volume_group),
                title=f"{row.name} shall survive its site, but all disks of {volume_group.name} "
                f"stand on {plan.title(Site, next(iter(sites)))}",
                about=f"{group.key}/{volume_group.key}",
            )
