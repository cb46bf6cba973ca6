"""Splits that a person decides: how that person is called, and what goes on without an answer."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.node import Node
from worksheets.plan.rows.replication import Replication
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.split_merge_policy import SplitMergePolicy, SplitPolicy
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.split_merge import MAXIMUM_NOTIFICATIONS, NOTIFY_INTERVAL, chosen, policies

GUIDE = "PowerHA planning guide: split and merge policies"


def _by_hand(design: Design) -> Iterator[SplitMergePolicy]:
    for row in policies(design.plan):
        if SplitPolicy.MANUAL.value in chosen(row):
            yield row


@rule(
    "SPLIT-MANUAL-CALLS",
    "Calls for a decision that come too often or too rarely",
    severity=Severity.ADVICE,
    sources=(GUIDE, "O4", "per IBM guides"),
    fix=f"Call every {NOTIFY_INTERVAL.lowest} to {NOTIFY_INTERVAL.highest} seconds, and "
    f"{MAXIMUM_NOTIFICATIONS.lowest} to {MAXIMUM_NOTIFICATIONS.highest} times or without an end.",
)
def split_manual_calls(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA takes intervals and numbers of calls within a range. One single call is easily
    missed at night."""
    ranges = (
        ("notify_interval", NOTIFY_INTERVAL, "The notify interval", " s"),
        ("maximum_notifications", MAXIMUM_NOTIFICATIONS, "The greatest number of calls", ""),
    )
    for row in _by_hand(design):
        for column, span, words, unit in ranges:
            value = getattr(row, column)
            if value is not None and not span.lowest <= value <= span.highest:
                yield rule.at(
                    cell(row, column),
                    title=f"{words} is {value}{unit}; PowerHA takes {span.lowest} to "
                    f"{span.highest}{unit}",
                )


@rule(
    "SPLIT-MANUAL-WAITS",
    "Service that waits for a person without an end",
    severity=Severity.ADVICE,
    sources=(GUIDE, "S10"),
    fix="Name the site that goes on when nobody answers, or write down that waiting is meant.",
)
def split_manual_waits(design: Design, rule: Rule) -> Iterator[Finding]:
    """When nobody answers the calls and no surviving site is named, both halves stand still. That
    may be meant; then somebody should have said so."""
    for row in _by_hand(design):
        explained = row.rationale.strip() or row.notes.strip()
        if has_powerha_sites(design.plan) and not row.surviving_site and not explained:
            yield rule.at(
                cell(row, "surviving_site"),
                cell(row, "rationale"),
                title="No site goes on while nobody answers",
            )


@rule(
    "SPLIT-SURVIVOR",
    "Surviving site that cannot go on",
    severity=Severity.WARNING,
    sources=(GUIDE, "S10"),
    fix="Name a site with nodes of a stretched or linked cluster, or clear the cell.",
)
def split_survivor(design: Design, rule: Rule) -> Iterator[Finding]:
    """The surviving site is one that PowerHA knows, with nodes that can take the groups."""
    plan, layout = design.plan, layout_of(design)
    homes = layout.sites_of(node.key for node in plan.rows(Node))
    for row in _by_hand(design):
        for site in plan.pick(Site, (row.surviving_site,)):
            places = (cell(row, "surviving_site"), cell(site))
            if not has_powerha_sites(plan):
                title = f"{site.name} shall survive, but a standard cluster has no sites"
                yield rule.at(*places, title=title)
            elif homes and site.key not in homes:
                title = f"{site.name} shall survive, but no node stands there"
                yield rule.at(*places, title=title)


@rule(
    "SPLIT-PPRC",
    "Decision about replicated volumes that does not fit the design",
    severity=Severity.ADVICE,
    sources=(GUIDE, "R8"),
    fix="Say yes or no where storage replicates, and clear the answer elsewhere.",
)
def split_pprc(design: Design, rule: Rule) -> Iterator[Finding]:
    """With manual policies a person may also decide whether replicated volumes are taken over.
    That is a question only where storage units replicate, and there it must be answered."""
    replicated = bool(design.plan.rows(Replication))
    for row in _by_hand(design):
        if replicated and row.applies_to_pprc is None:
            title = "Nobody has said yet whether a person also decides about replicated volumes"
            yield rule.at(cell(row, "applies_to_pprc"), title=title)
        elif row.applies_to_pprc and not replicated:
            title = "A person decides about replicated volumes, but no replication is planned"
            yield rule.at(cell(row, "applies_to_pprc"), title=title)
