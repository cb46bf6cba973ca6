"""Quarantine: how a node that has stalled is kept off the data."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.disk_path import DiskPath, PathDriver, ReservePolicy
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup, Startup
from worksheets.plan.rows.split_merge_policy import Quarantine, SplitPolicy
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.fencing import FENCING, fenced_disks, is_fenced
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.split_merge import policies

GUIDE = "PowerHA planning guide: quarantine policy"


@rule(
    "QUARANTINE-NONE",
    "Nothing keeps a stalled node off the data",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=(GUIDE, "W2"),
    fix="Choose halting the active node, fencing of the disks, or both.",
)
def quarantine_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node that stands still for a minute is taken for dead. When it wakes up it goes on
    writing to disks that another node uses by then."""
    for row in policies(design.plan) if has_powerha_sites(design.plan) else ():
        if row.quarantine is None:
            yield rule.at(cell(row, "quarantine"), title="No quarantine policy is chosen")
        elif row.quarantine is Quarantine.DISABLE and not row.critical_group:
            yield rule.at(cell(row, "quarantine"), title="Quarantine is turned off")


@rule(
    "QUARANTINE-CRITICAL",
    "Quarantine without a critical group",
    severity=Severity.BLOCKER,
    sources=(GUIDE, "per IBM guides"),
    fix="Name the group whose data matter most.",
)
def quarantine_critical(design: Design, rule: Rule) -> Iterator[Finding]:
    """The node that holds the critical group is the one that is halted or fenced. Without such a
    group PowerHA takes no quarantine policy."""
    for row in policies(design.plan):
        policy = row.quarantine
        if policy is None or policy is Quarantine.DISABLE or row.critical_group:
            continue
        yield rule.at(
            cell(row, "critical_group"),
            cell(row, "quarantine"),
            title=f"Quarantine shall {policy.label}, but no group is critical",
        )


@rule(
    "QUARANTINE-IDLE",
    "Critical group that nothing asks for",
    severity=Severity.ADVICE,
    sources=(GUIDE,),
    fix="Choose a quarantine policy, or clear the critical group.",
)
def quarantine_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """A critical group protects its data only through a quarantine policy."""
    for row in policies(design.plan):
        if row.critical_group and row.quarantine is Quarantine.DISABLE:
            name = design.plan.title(ResourceGroup, row.critical_group)
            yield rule.at(
                cell(row, "critical_group"),
                cell(row, "quarantine"),
                title=f"{name} is the critical group, but quarantine is turned off",
            )


@rule(
    "QUARANTINE-GROUP",
    "Critical group that quarantine cannot protect",
    severity=Severity.WARNING,
    sources=(GUIDE,),
    fix="Name a group with volume groups and with two nodes or more, of which one runs it.",
)
def quarantine_group(design: Design, rule: Rule) -> Iterator[Finding]:
    """Quarantine takes the data of one node and hands them to another. A group without data or
    with all nodes active has nothing to hand over. Fencing below it has a rule of its own."""
    for row in policies(design.plan):
        for group in design.plan.pick(ResourceGroup, (row.critical_group,)):
            if group.startup is Startup.OAAN and row.quarantine not in FENCING:
                says, column = "is online on all nodes", "startup"
            elif not group.volume_groups and not group.raw_disks:
                says, column = "holds no disks", "volume_groups"
            else:
                continue
            yield rule.at(
                cell(row, "critical_group"),
                cell(group, column),
                title=f"The critical group {group.name} {says}",
            )


@rule(
    "QUARANTINE-CONCURRENT",
    "Disks fenced under a concurrent group",
    severity=Severity.BLOCKER,
    sources=(GUIDE, "per IBM guides"),
    fix="Halt the node instead of fencing, or give the group another startup policy.",
)
def quarantine_concurrent(design: Design, rule: Rule) -> Iterator[Finding]:
    """Fencing lets one node write and shuts the others out, so PowerHA takes it for groups that
    run on one node only."""
    for row in policies(design.plan) if is_fenced(design) else ():
        for group in layout_of(design).groups:
            if group.startup is Startup.OAAN or group.concurrent_use:
                yield rule.at(
                    cell(row, "quarantine"),
                    cell(group, "startup"),
                    title=f"Disks are fenced, but {group.name} is open on several nodes at once",
                    about=group.key,
                )


@rule(
    "QUARANTINE-MUTUAL",
    "Disks fenced while several nodes are active",
    severity=Severity.WARNING,
    sources=(GUIDE, "per IBM guides"),
    fix="Halt the node instead of fencing, or let all groups with disks start on one node.",
)
def quarantine_mutual(design: Design, rule: Rule) -> Iterator[Finding]:
    """Fencing is made for one active and one passive node. It acts on all disks of all groups, so
    a second active node would lose its own."""
    homes = {
        group.nodes[0]: group
        for group in layout_of(design).groups
        if group.nodes and group.volume_groups and group.startup is not Startup.OAAN
    }
    if len(homes) < 2 or not is_fenced(design):
        return
    nodes = design.plan.pick(Node, sorted(homes))
    for row in policies(design.plan):
        if row.quarantine in FENCING:
            yield rule.at(
                cell(row, "quarantine"),
                *(cell(homes[key], "nodes") for key in sorted(homes)),
                title=f"Disks are fenced, but groups have their homes on "
                f"{listed(node.name for node in nodes)}",
            )


@rule(
    "QUARANTINE-RESERVE",
    "Fenced disk without shared persistent reservations",
    severity=Severity.WARNING,
    sources=(GUIDE, "V5", "per IBM guides"),
    fix="Turn on SCSI-3 persistent reservations in the storage unit and set reserve_policy to "
    "PR_shared.",
)
def quarantine_reserve(design: Design, rule: Rule) -> Iterator[Finding]:
    """Fencing works by persistent reservations that all nodes register for. A disk that is set to
    another policy, or reached over virtual SCSI, may not take them."""
    disks = fenced_disks(design)
    for row in layout_of(design).ordered(DiskPath) if disks else ():
        if row.disk not in disks:
            continue
        name = design.plan.title(DiskPath, row.key)
        if row.reserve_policy not in (None, ReservePolicy.PR_SHARED):
            yield rule.at(
                cell(row, "reserve_policy"),
                title=f"{name} is to be fenced with the reserve policy {row.reserve_policy.label}",
            )
        if row.driver is PathDriver.VSCSI:
            yield rule.at(cell(row, "driver"), title=f"{name} is to be fenced over virtual SCSI")


@rule(
    "QUARANTINE-SPLIT",
    "Disks fenced without a tie breaker",
    severity=Severity.WARNING,
    sources=(GUIDE, "S10", "per IBM guides"),
    fix="Choose a tie breaker, or halt the node instead of fencing.",
)
def quarantine_split(design: Design, rule: Rule) -> Iterator[Finding]:
    """When the sites lose each other and nothing decides between them, each fences the other off
    the disks that it can still reach."""
    for row in policies(design.plan) if has_powerha_sites(design.plan) else ():
        if row.quarantine in FENCING and row.split_policy is SplitPolicy.NONE:
            yield rule.at(
                cell(row, "quarantine"),
                cell(row, "split_policy"),
                title="Disks are fenced, but after a split both sites go on",
            )
