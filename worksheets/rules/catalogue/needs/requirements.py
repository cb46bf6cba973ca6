"""Requirements: what the business asks, and whether its figures agree with each other."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.promises import minutes_allowed, share_promised
from worksheets.rules.registry import Rule, rule


@rule(
    "REQ-NONE",
    "No requirement is entered",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R2", "DOC1"),
    fix="Ask the business for the figures of each service and enter them.",
)
def req_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """How much redundancy is enough follows from what an outage costs and how long one may last.
    Without these figures a design can be neither justified nor tested."""
    if not design.plan.rows(Requirement):
        yield rule.at(
            sheet(Requirement), title="Nobody has written down how much outage may be tolerated"
        )


@rule(
    "REQ-UNSERVED",
    "Application that no requirement asks for",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R2", "DOC3"),
    fix="Name the group in the requirement of the service that it delivers.",
)
def req_unserved(design: Design, rule: Rule) -> Iterator[Finding]:
    """Other groups are named by a requirement, this one is not: nobody has said how long its
    application may be away, and no test will ask."""
    rows = design.plan.rows(Requirement)
    asked = {key for row in rows for key in row.groups}
    for group in design.plan.rows(ResourceGroup) if asked else ():
        if group.controllers and group.key not in asked:
            yield rule.at(
                cell(group),
                sheet(Requirement, "groups"),
                title=f"No requirement names {group.name}",
            )


@rule(
    "REQ-AVAILABILITY",
    "Outage longer than the promised availability allows",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R2",),
    fix="Lower the promise or shorten the tolerated outage, with the business.",
)
def req_availability(design: Design, rule: Rule) -> Iterator[Finding]:
    """A share of a period leaves a number of minutes. If one tolerated outage alone uses more
    than these, only one of the two figures can be meant. A promise without any minute has a rule
    of its own."""
    for row in design.plan.rows(Requirement):
        allowed = minutes_allowed(row.availability)
        promise = row.availability.strip()
        if allowed and row.outage is not None and row.outage > allowed:
            yield rule.at(
                cell(row, "availability"),
                cell(row, "outage"),
                title=f"{row.name} promises {promise}, which leaves {allowed} min, and "
                f"tolerates one outage of {row.outage} min",
            )


@rule(
    "REQ-AVAILABILITY-FIGURE",
    "Availability without a figure",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("R2",),
    fix="Enter a percentage and the period over which it is measured.",
)
def req_availability_figure(design: Design, rule: Rule) -> Iterator[Finding]:
    """Words such as "high" mean something else to everybody who reads them."""
    for row in design.plan.rows(Requirement):
        text = row.availability.strip()
        if text and share_promised(text) is None:
            yield rule.at(
                cell(row, "availability"),
                title=f"The availability of {row.name} holds no percentage: {text}",
            )


def _recovers_late(row: Requirement) -> bool:
    """Whether the recovery takes longer than the outage that is tolerated."""
    return row.rto is not None and row.outage is not None and row.rto > row.outage


@rule(
    "REQ-ABSOLUTE",
    "Promise that nobody can keep",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("R2", "R4", "R5"),
    fix="Agree on the chance that the business accepts; each smaller one costs more.",
)
def req_absolute(design: Design, rule: Rule) -> Iterator[Finding]:
    """Every cluster has failures that it does not survive. A promise without any chance of an
    outage has no price, so nothing can be weighed against it."""
    for row in design.plan.rows(Requirement):
        share = share_promised(row.availability)
        if share is not None and share >= 100:
            yield rule.at(cell(row, "availability"), title=f"{row.name} shall never be away at all")
        if row.longer_outage == 0 and not _recovers_late(row):
            yield rule.at(
                cell(row, "longer_outage"),
                title=f"{row.name} accepts no chance at all of a longer outage",
            )


@rule(
    "REQ-RECOVERY",
    "Recovery slower than the outage tolerated",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R2", "R8"),
    fix="Enter which chance of a longer outage is accepted, or shorten the recovery time.",
)
def req_recovery(design: Design, rule: Rule) -> Iterator[Finding]:
    """A recovery time beyond the tolerated outage admits that a disaster lasts longer than the
    business can bear. Somebody has to accept the chance of that with a figure above zero."""
    for row in design.plan.rows(Requirement):
        if not _recovers_late(row) or row.longer_outage:
            continue
        accepted = "nobody has accepted that" if row.longer_outage is None else "accepts none"
        yield rule.at(
            cell(row, "rto"),
            cell(row, "outage"),
            cell(row, "longer_outage"),
            title=f"{row.name} recovers within {row.rto} min, tolerates {row.outage} min, "
            f"and {accepted}",
            severity=Severity.ADVICE if row.longer_outage is None else Severity.WARNING,
        )


@rule(
    "REQ-CURRENCY",
    "Cost of an outage without its currency",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("R4",),
    fix="Enter the currency.",
)
def req_currency(design: Design, rule: Rule) -> Iterator[Finding]:
    """Costs are added up and compared with offers, which a bare number does not allow."""
    for row in design.plan.rows(Requirement):
        if row.cost is not None and not row.currency.strip():
            yield rule.at(
                cell(row, "currency"),
                cell(row, "cost"),
                title=f"An hour without {row.name} costs {row.cost} of an unnamed currency",
            )
