"""People who look after the cluster: how many, with which rights, how fast."""

from __future__ import annotations

import re
from collections.abc import Iterator

from worksheets.plan.rows.administrator import Administrator, PowerhaRole
from worksheets.plan.rows.support_team import SupportTeam
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.promises import tightest
from worksheets.rules.registry import Rule, rule

_ACTING = (PowerhaRole.ADMIN, PowerhaRole.OPERATOR)
_LOOKING = (PowerhaRole.MONITOR, PowerhaRole.VIEWER)
_CROWD = 3
_TELEPHONE = re.compile(r"\d[\d /().-]{2,}\d")


@rule(
    "PEOPLE-FEW",
    "One administrator only",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("S9",),
    fix="Train a second person; a guide shortens the search, it does not replace a hand.",
)
def people_few(design: Design, rule: Rule) -> Iterator[Finding]:
    """Nobody is on duty at every hour of the year. Without an operation guide that person is a
    single point of failure, which has a rule of its own."""
    rows = design.plan.rows(Administrator)
    if len(rows) == 1 and rows[0].operation_guide.strip():
        yield rule.at(sheet(Administrator), title=f"{rows[0].name} is the only administrator")


@rule(
    "ADMIN-STAND-IN",
    "Stand-in who cannot act",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S9", "D4"),
    fix="Train the stand-in and give the access that the work takes, or name somebody else.",
)
def admin_stand_in(design: Design, rule: Rule) -> Iterator[Finding]:
    """Who stands in for a trained person with access to the nodes can only wait for that person
    without the same. Whoever may act untrained has rules of their own."""
    for row in design.plan.rows(Administrator):
        other = design.plan.get(Administrator, row.backup)
        if other is None or other.key == row.key:
            continue
        acts = row.root_access or row.powerha_role in _ACTING
        acts_too = other.root_access or other.powerha_role in _ACTING
        untrained = other.trained is False and not acts_too
        locked_out = other.root_access is False and not acts_too
        for lacks, column, words in (
            (row.trained and untrained, "trained", "is not trained"),
            (acts and locked_out, "root_access", "has no access that allows to act"),
        ):
            if lacks:
                yield rule.at(
                    cell(row, "backup"),
                    cell(other, column),
                    title=f"{other.name} stands in for {row.name}, but {words}",
                    about=column,
                )


@rule(
    "ADMIN-ROLE-UNTRAINED",
    "Untrained person with an acting PowerHA role",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("D4",),
    fix="Train the person, or give a role that only looks until then.",
)
def admin_role_untrained(design: Design, rule: Rule) -> Iterator[Finding]:
    """These roles start, stop and change the cluster like root does. Root access without training
    has a rule of its own."""
    for row in design.plan.rows(Administrator):
        if row.trained is False and row.powerha_role in _ACTING and not row.root_access:
            yield rule.at(
                cell(row, "powerha_role"),
                cell(row, "trained"),
                title=f"{row.name} has the role {row.powerha_role.label} and no training",
            )


@rule(
    "ADMIN-ROLE-ROOT",
    "Looking role beside root access",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("D4",),
    fix="Take the root access away, or give the role that the work asks for.",
)
def admin_role_root(design: Design, rule: Rule) -> Iterator[Finding]:
    """A role that may only look limits nobody who is root as well."""
    for row in design.plan.rows(Administrator):
        if row.root_access and row.powerha_role in _LOOKING:
            yield rule.at(
                cell(row, "root_access"),
                cell(row, "powerha_role"),
                title=f"{row.name} has root access and the role {row.powerha_role.label}",
            )


@rule(
    "ADMIN-ROLES",
    "PowerHA roles that divide no work",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("D4",),
    fix="Give each person the smallest role that the work takes.",
)
def admin_roles(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA's roles let people work without being root. They help only if people have them,
    and not all of them the highest one."""
    rows = layout_of(design).ordered(Administrator)
    if rows and all(row.powerha_role is None and row.root_access for row in rows):
        yield rule.at(
            sheet(Administrator, "powerha_role"),
            *(cell(row, "powerha_role") for row in rows),
            title="Everybody works as root; nobody has a PowerHA role",
        )
    elif len(rows) >= _CROWD and all(row.powerha_role is PowerhaRole.ADMIN for row in rows):
        yield rule.at(
            sheet(Administrator, "powerha_role"),
            *(cell(row, "powerha_role") for row in rows),
            title=f"All {len(rows)} people have the role {PowerhaRole.ADMIN.label}",
        )


@rule(
    "ADMIN-MAILBOX",
    "Administrator who is reached by mail only",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("O4", "S9"),
    fix="Add a telephone number that is answered at night.",
)
def admin_mailbox(design: Design, rule: Rule) -> Iterator[Finding]:
    """A mailbox wakes nobody, and a cluster fails at night as often as by day."""
    for row in design.plan.rows(Administrator):
        if "@" in row.contact and not _TELEPHONE.search(row.contact):
            yield rule.at(
                cell(row, "contact"), title=f"{row.name} is reached by {row.contact.strip()} only"
            )


@rule(
    "PEOPLE-REACTION",
    "People who come later than the service must be back",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R2", "S9", "O4"),
    fix="Put somebody on call who is faster, or agree on a longer recovery time.",
)
def people_reaction(design: Design, rule: Rule) -> Iterator[Finding]:
    """After a disaster people decide and act. Their way to the keyboard is part of the recovery
    time; if the fastest of them needs longer, the time cannot be kept."""
    plan = design.plan
    people: list[Administrator | SupportTeam] = [
        *plan.rows(Administrator),
        *plan.rows(SupportTeam),
    ]
    known = [(row.reaction_time, row.slug, row.key, row) for row in people
             if row.reaction_time is not None]  # fmt: skip
    asked = tightest(plan, "rto")
    if not known or asked is None:
        return
    minutes, _, _, fastest = min(known, key=lambda item: item[:3])
    requirement, rto = asked
    if minutes > rto:
        yield rule.at(
            cell(requirement, "rto"),
            cell(fastest, "reaction_time"),
            title=f"{requirement.name} has to be back within {rto} min; {fastest.name}, the "
            f"first to react, needs {minutes} min",
        )
