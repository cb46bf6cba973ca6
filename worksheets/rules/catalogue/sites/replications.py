"""Replication by storage units: method, sites, distance, data that may be lost."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.row import Row
from worksheets.plan.rows.cluster_options import ClusterOptions, Edition
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.replication import RecoveryAction, Replication, ReplicationMode
from worksheets.plan.rows.resource_group import SitePolicy
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.rules.design import Design
from worksheets.rules.far_copies import distance, pairs_of, site_of_unit
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import REPLICATION_DISTANCE
from worksheets.rules.registry import Rule, rule
from worksheets.rules.replication_modes import MODES

GUIDE = "PowerHA planning guide: storage replication"


@rule(
    "REPL-EDITION",
    "Mirror to another site without the Enterprise Edition",
    severity=Severity.BLOCKER,
    sources=("R8", GUIDE, "per IBM guides"),
    fix="Plan PowerHA Enterprise Edition, or mirror with LVM over a shared SAN.",
)
def repl_edition(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA turns copies of storage units round, and runs GLVM, only with the filesets and the
    licence of its Enterprise Edition."""
    kinds: tuple[type[Row], ...] = (Replication, GlvmVolumeGroup)
    used = [kind for kind in kinds if design.plan.rows(kind)]
    for row in design.plan.rows(ClusterOptions) if used else ():
        if row.edition is Edition.ENTERPRISE:
            continue
        if row.edition is None:
            title = "Replication needs the Enterprise Edition, but no edition is entered"
        else:
            title = f"Replication needs the Enterprise Edition, and {row.edition.label} is planned"
        yield rule.at(
            cell(row, "edition"),
            *(sheet(kind) for kind in used),
            title=title,
            severity=Severity.ADVICE if row.edition is None else Severity.BLOCKER,
        )


@rule(
    "REPL-MODE",
    "Mode that the method of replication does not have",
    severity=Severity.BLOCKER,
    sources=("R8", GUIDE, "per IBM guides"),
    fix="Correct the mode, or choose the method that copies this way.",
)
def repl_mode(design: Design, rule: Rule) -> Iterator[Finding]:
    """Metro Mirror and HyperSwap are synchronous by their nature, Global Mirror is not. How much
    is lost with a site follows from that."""
    for row in design.plan.rows(Replication):
        if row.method is None or row.mode is None or row.mode in MODES[row.method]:
            continue
        yield rule.at(
            cell(row, "mode"),
            cell(row, "method"),
            title=f"{row.name} shall be {row.mode.label}, which {row.method.label} is not",
        )


@rule(
    "REPL-SITES",
    "Copy that does not leave the site",
    severity=Severity.WARNING,
    sources=("S10", "R8", GUIDE),
    fix="Choose a storage unit on the other site for the copy.",
)
def repl_sites(design: Design, rule: Rule) -> Iterator[Finding]:
    """The copy shall be there when the first site is not. On the same storage unit there is no
    replication at all."""
    plan = design.plan
    for row in plan.rows(Replication):
        places = (cell(row, "secondary"), cell(row, "primary"))
        if row.primary and row.primary == row.secondary:
            name = plan.title(StorageUnit, row.primary)
            title = f"{row.name} copies from {name} to {name}"
            yield rule.at(*places, title=title)
            continue
        first, second = site_of_unit(design, row.primary), site_of_unit(design, row.secondary)
        if first and first == second:
            title = f"Both storage units of {row.name} stand on {plan.title(Site, first)}"
            yield rule.at(*places, title=title)


@rule(
    "REPL-DISTANCE",
    "Synchronous replication over too long a way",
    severity=Severity.WARNING,
    sources=("R8", GUIDE),
    fix="Replicate asynchronously, with a loss of data that the business accepts.",
)
def repl_distance(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each write waits until the other site has it. Beyond some hundred kilometres the waiting is
    longer than writing, and applications slow down with it."""
    for row in design.plan.rows(Replication):
        sites = [site_of_unit(design, unit) for unit in (row.primary, row.secondary)]
        found = distance(design, sites)
        far = found is not None and found[1] > REPLICATION_DISTANCE
        if found is not None and far and row.mode is ReplicationMode.SYNC:
            yield rule.at(
                cell(row, "mode"),
                cell(found[0], "distance_km"),
                title=f"{row.name} is synchronous over {found[1]} km",
            )


@rule(
    "REPL-LAG",
    "Lag of a replication that says nothing",
    severity=Severity.ADVICE,
    sources=("R2", GUIDE),
    fix="Enter for asynchronous replication how far the copy may be behind, and only there.",
)
def repl_lag(design: Design, rule: Rule) -> Iterator[Finding]:
    """The lag is what is lost with the site. Somebody has to be told when it grows beyond what was
    agreed. A synchronous copy has none."""
    for row in design.plan.rows(Replication):
        if row.mode is ReplicationMode.ASYNC and row.lag is None:
            title = f"Nobody has said how far {row.name} may be behind"
            yield rule.at(cell(row, "lag"), cell(row, "mode"), title=title)
        elif row.mode is ReplicationMode.SYNC and row.lag:
            title = f"{row.name} is synchronous, but has a lag of {row.lag} s"
            yield rule.at(cell(row, "lag"), cell(row, "mode"), title=title)


@rule(
    "REPL-RECOVERY",
    "Automatic takeover of a copy without conditions",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R6", "D7", GUIDE),
    fix="Write down in which states of the pairs the copy may be used, and who decides otherwise.",
)
def repl_recovery(design: Design, rule: Rule) -> Iterator[Finding]:
    """After a broken link the copy may be old, though it looks whole. Automatic recovery uses it
    all the same unless somebody has thought about when it may."""
    for row in design.plan.rows(Replication):
        automatic = row.recovery_action is RecoveryAction.AUTO
        if automatic and not row.takeover_conditions.strip():
            yield rule.at(
                cell(row, "takeover_conditions"),
                cell(row, "recovery_action"),
                title=f"{row.name} is turned round automatically, without conditions",
            )


@rule(
    "REPL-EMPTY",
    "Replication without disks",
    severity=Severity.WARNING,
    sources=(GUIDE,),
    fix="Enter each disk and its copy as a pair of this replication.",
)
def repl_empty(design: Design, rule: Rule) -> Iterator[Finding]:
    """As long as no pairs are entered, nobody can tell which data would be there on the other
    site."""
    pairs = pairs_of(design)
    for row in design.plan.rows(Replication):
        if row.key not in pairs:
            yield rule.at(
                cell(row), sheet(ReplicatedPair, "replication"), title=f"{row.name} has no pairs"
            )


@rule(
    "REPL-NODES",
    "Replicated group that only one site can run",
    severity=Severity.WARNING,
    sources=("S10", GUIDE),
    fix="List nodes of both sites, those of the primary storage first.",
)
def repl_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """A copy on the other site helps only where a node there may take the group over. The node
    list of a group with a site policy has a rule of its own."""
    plan, layout = design.plan, layout_of(design)
    for group in layout.groups:
        known = [layout.site_of_node.get(node) for node in group.nodes]
        has_policy = group.site_policy not in (None, SitePolicy.IGNORE)
        if has_policy or not known or None in known:
            continue
        for row in plan.pick(Replication, dict.fromkeys(group.replications)):
            sites = {site_of_unit(design, unit) for unit in (row.primary, row.secondary)}
            empty = sorted(sites - {"", *known})
            if empty:
                yield rule.at(
                    cell(group, "nodes"),
                    cell(row),
                    title=f"{group.name} lists no node on "
                    f"{listed(plan.title(Site, site) for site in empty)}, where {row.name} has its "
                    "disks",
                    about=row.key,
                )
