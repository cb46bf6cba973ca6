"""Groups of people: who manages which part, and who agrees to a change."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.support_team import LooksAfter, SupportTeam
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.registry import Rule, rule

# What somebody has to look after, by the worksheet that shows that it is there.
_PARTS = (
    (LooksAfter.CLUSTER, None),
    (LooksAfter.NETWORK, Network),
    (LooksAfter.STORAGE, Disk),
    (LooksAfter.VIRTUALISATION, VirtualIoServer),
    (LooksAfter.APPLICATION, ApplicationController),
)
_MANAGING = frozenset(
    {part for part, _ in _PARTS} | {LooksAfter.DATABASE, LooksAfter.OPERATING_SYSTEM}
)


def _parts_there(plan: Plan) -> list[LooksAfter]:
    return [part for part, kind in _PARTS if kind is None or plan.rows(kind)]


@rule(
    "TEAM-NONE",
    "No support team is entered",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("M6",),
    fix="Enter the groups that manage cluster, network, storage and applications.",
)
def team_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """Everybody who manages a part plans a change together. Whom to ask is known only once it is
    written down."""
    if not design.plan.rows(SupportTeam):
        yield rule.at(
            sheet(SupportTeam), title="Nobody has written down which groups manage the cluster"
        )


@rule(
    "TEAM-PARTS",
    "Part that no team looks after",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("M6", "S9"),
    fix="Enter who looks after it; one group may have a row for each of its parts.",
)
def team_parts(design: Design, rule: Rule) -> Iterator[Finding]:
    """A change of the storage or of the network reaches the cluster too. A part without a group
    is one that nobody tells. A team counts for the parts in its name too."""
    rows = design.plan.rows(SupportTeam)
    kept = {row.looks_after for row in rows}
    names = " ".join(row.name for row in rows).casefold()
    missing = [
        part.label
        for part in _parts_there(design.plan)
        if part not in kept and part.label not in names
    ]
    if rows and missing:
        yield rule.at(
            sheet(SupportTeam, "looks_after"), title=f"No team looks after: {', '.join(missing)}"
        )


@rule(
    "TEAM-SIGNS",
    "Team that is not asked about changes",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("M6", "M9"),
    fix="Let the team sign changes, or name the team that does so for this part.",
)
def team_signs(design: Design, rule: Rule) -> Iterator[Finding]:
    """Changes that one group makes alone are what most often breaks a cluster that was fine. For
    each part some group has to agree."""
    rows = design.plan.rows(SupportTeam)
    signed = {row.looks_after for row in rows if row.signs_changes}
    for row in rows:
        part = row.looks_after
        if row.signs_changes is False and part in _MANAGING and part not in signed:
            yield rule.at(
                cell(row, "signs_changes"),
                title=f"{row.name} looks after the {part.label} and signs no change",
            )


@rule(
    "TEAM-MEMBERS",
    "Team of one person",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("S9",),
    fix="Enter everybody who belongs to it, or find a second person.",
)
def team_members(design: Design, rule: Rule) -> Iterator[Finding]:
    """One person alone is no group: nobody answers during the holidays. A team without names has
    its telephone; a vendor's people are the vendor's business. Where there is one administrator
    only, that is what has to be told."""
    several = len(design.plan.rows(Administrator)) > 1
    for row in design.plan.rows(SupportTeam) if several else ():
        members = design.plan.pick(Administrator, dict.fromkeys(row.members))
        if row.looks_after is not LooksAfter.VENDOR and len(members) == 1:
            yield rule.at(
                cell(row, "members"), title=f"{row.name} consists of {members[0].name} alone"
            )


@rule(
    "TEAM-LEADER",
    "Leader who is not a member",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("M6", "R6"),
    fix="Add the leader to the members, or name one of them.",
)
def team_leader(design: Design, rule: Rule) -> Iterator[Finding]:
    """Who decides for a group has to be reached together with it."""
    for row in design.plan.rows(SupportTeam):
        leader = design.plan.get(Administrator, row.leader)
        if leader is not None and row.members and leader.key not in row.members:
            yield rule.at(
                cell(row, "leader"),
                cell(row, "members"),
                title=f"{leader.name} leads {row.name}, but is no member",
            )


@rule(
    "TEAM-CONTRACT",
    "Vendor without a contract",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("M6", "S9"),
    fix="Enter number and hours of the contract.",
)
def team_contract(design: Design, rule: Rule) -> Iterator[Finding]:
    """A vendor asks for the number of the contract before anything else."""
    vendors = [row for row in design.plan.rows(SupportTeam) if row.looks_after is LooksAfter.VENDOR]
    for row in vendors:
        if not row.contract.strip():
            yield rule.at(cell(row, "contract"), title=f"No contract is entered with {row.name}")


@rule(
    "TEAM-UNREACHABLE",
    "Team that nobody can reach",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("O4", "S9"),
    fix="Enter the number that is answered whoever has the shift.",
)
def team_unreachable(design: Design, rule: Rule) -> Iterator[Finding]:
    """An alert needs a number. Here neither the team nor any of its members has one."""
    for row in design.plan.rows(SupportTeam):
        people = design.plan.pick(Administrator, row.members)
        if not row.telephone.strip() and not any(one.contact.strip() for one in people):
            yield rule.at(
                cell(row, "telephone"), title=f"Neither {row.name} nor a member has a number"
            )
