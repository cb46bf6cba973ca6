"""Sites: type of the cluster and distance."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.replication import Replication
from worksheets.plan.rows.site import Site
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import REPLICATION_DISTANCE, SAN_DISTANCE
from worksheets.rules.registry import Rule, rule


@rule(
    "CLUSTER-SITES",
    "Stretched or linked cluster without two sites",
    severity=Severity.BLOCKER,
    sources=("S10", "PowerHA planning guide: cluster types"),
    fix="Enter both sites, or make it a standard cluster.",
)
def cluster_sites(design: Design, rule: Rule) -> Iterator[Finding]:
    """The types stretched and linked are made of two sites; with fewer the cluster cannot be
    created."""
    count = len(design.plan.rows(Site))
    for row in design.plan.rows(ClusterOptions):
        if has_powerha_sites(design.plan) and count < 2:
            yield rule.at(
                cell(row, "type"),
                sheet(Site),
                title=f"A cluster of the type {row.type.label} needs two sites and has {count}",
            )


@rule(
    "CLUSTER-TYPE",
    "Standard cluster across two sites",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("S10", "R8", "PowerHA planning guide: cluster types"),
    fix="Choose stretched (one repository) or linked (one per site), or leave a note why not.",
)
def cluster_type(design: Design, rule: Rule) -> Iterator[Finding]:
    """A standard cluster treats all nodes alike: it has no site policies and no rule for what
    happens when the sites lose each other."""
    layout = layout_of(design)
    used = layout.sites_of(node.key for node in design.plan.rows(Node))
    for row in design.plan.rows(ClusterOptions):
        if row.type is ClusterType.STANDARD and len(used) > 1:
            names = listed(design.plan.title(Site, key) for key in used)
            yield rule.at(
                cell(row, "type"), title=f"The nodes stand in {names}, but the type is standard"
            )


@rule(
    "CLUSTER-SITE-NODES",
    "Site without nodes",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S10", "PowerHA planning guide: sites"),
    fix="Put nodes there, or correct the sites of racks and the racks of frames.",
)
def cluster_site_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each site of a stretched or linked cluster needs nodes of its own."""
    layout = layout_of(design)
    used = layout.sites_of(node.key for node in design.plan.rows(Node))
    if not has_powerha_sites(design.plan) or not used:
        return
    for site in design.plan.rows(Site):
        if site.key not in used:
            yield rule.at(cell(site), title=f"No node stands on the site {site.name}")


@rule(
    "SITE-DISTANCE",
    "Sites further apart than their way of mirroring allows",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R8",),
    fix="Mirror by storage replication up to about 100 km, by GLVM beyond.",
)
def site_distance(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each write waits for the far copy. A shared SAN with LVM mirroring is meant for some two
    kilometres, replication between storage units for about a hundred; beyond, GLVM over IP.
    Replication that is planned has a rule of its own."""
    plan = design.plan
    if not has_powerha_sites(plan):
        return
    has_glvm = any(row.kind is NetworkKind.XD_DATA for row in plan.rows(Network))
    replicated = bool(plan.rows(Replication))
    disks = layout_of(design).disks_of.values()
    site_of = layout_of(design).site_of_disk
    shared_san = any(len({site_of.get(disk.key) for disk in row} - {None}) > 1 for row in disks)
    for site in plan.rows(Site):
        distance = site.distance_km
        if distance is None or has_glvm:
            continue
        if distance > REPLICATION_DISTANCE and not replicated:
            yield rule.at(
                cell(site, "distance_km"),
                sheet(Network, "kind"),
                title=f"{site.name} is {distance} km away and no network carries GLVM (XD_data)",
            )
        elif distance > SAN_DISTANCE and shared_san:
            yield rule.at(
                cell(site, "distance_km"),
                title=f"{site.name} is {distance} km away from its mirror over a shared SAN",
                detail=f"LVM mirroring over a shared SAN is meant for up to {SAN_DISTANCE} km; "
                "longer links need extenders and add to each write.",
                severity=Severity.ADVICE,
            )
