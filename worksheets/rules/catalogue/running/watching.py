"""Monitoring items: what is watched, on which nodes, how often, and who hears of it."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.monitoring_item import Channel, MonitoringItem, WatchedBy
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.support_team import SupportTeam
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.promises import tightest
from worksheets.rules.registry import Rule, rule

_SNMP = (WatchedBy.SNMP_TRAP, WatchedBy.SNMP_QUERY)
_ASKED = (WatchedBy.SNMP_QUERY, WatchedBy.COMMAND, WatchedBy.PERSON)
_WAKING = (Channel.SMS, Channel.TELEPHONE)


@rule(
    "WATCH-NONE",
    "Nothing is watched",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("O2", "O4"),
    fix="Enter what is watched, by which means, and who hears of it.",
)
def watch_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA handles the first failure in silence. Only monitoring tells that the next one will
    find no spare."""
    if not design.plan.rows(MonitoringItem):
        yield rule.at(sheet(MonitoringItem), title="Nothing is entered that watches the cluster")


@rule(
    "WATCH-WAYS",
    "Way of looking at the cluster that is not planned",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("O2", "O3", "O4"),
    fix="Plan both: SNMP for the console, and a status command for the person at the keyboard.",
)
def watch_ways(design: Design, rule: Rule) -> Iterator[Finding]:
    """SNMP brings the state of the cluster to a console that somebody looks at. Status commands
    show it when the console does not."""
    rows = design.plan.rows(MonitoringItem)
    ways = {row.method for row in rows}
    if rows and not ways & set(_SNMP):
        yield rule.at(
            sheet(MonitoringItem, "method"),
            title="Neither SNMP traps nor SNMP queries are planned",
            about="snmp",
        )
    if rows and WatchedBy.COMMAND not in ways:
        yield rule.at(
            sheet(MonitoringItem, "method"),
            title="No status command is planned",
            about="command",
            severity=Severity.ADVICE,
        )


@rule(
    "WATCH-UNHEARD",
    "Alert that nobody gets",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("O4",),
    fix="Name the people or the teams that get the alert.",
)
def watch_unheard(design: Design, rule: Rule) -> Iterator[Finding]:
    """What is watched without telling anybody is only recorded for later."""
    for row in design.plan.rows(MonitoringItem):
        if not row.alert_people and not row.alert_teams:
            yield rule.at(
                cell(row, "alert_people"),
                cell(row, "alert_teams"),
                title=f"Nobody is told when {row.name} goes wrong",
            )


@rule(
    "WATCH-ONE-PERSON",
    "Alert to one person",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("O4", "S9"),
    fix="Name a second person or a team.",
)
def watch_one_person(design: Design, rule: Rule) -> Iterator[Finding]:
    """One person can sleep through an alert; a team has a shift. Where there is one administrator
    only, that is what has to be told."""
    several = len(design.plan.rows(Administrator)) > 1
    for row in design.plan.rows(MonitoringItem) if several else ():
        people = design.plan.pick(Administrator, dict.fromkeys(row.alert_people))
        if len(people) == 1 and not row.alert_teams:
            yield rule.at(
                cell(row, "alert_people"),
                title=f"Only {people[0].name} is told when {row.name} goes wrong",
            )


@rule(
    "WATCH-NOBODY-WAKES",
    "Alerts that wake nobody",
    severity=Severity.WARNING,
    outside_production=None,
    sources=("O4",),
    fix="Send at least the loss of a node and of a resource group by SMS or telephone.",
)
def watch_nobody_wakes(design: Design, rule: Rule) -> Iterator[Finding]:
    """Consoles, mail and tickets are read by people who are awake. At night the cluster runs
    without its spare until the morning."""
    channels = {row.channel for row in design.plan.rows(MonitoringItem) if row.channel is not None}
    if channels and not channels & set(_WAKING):
        names = ", ".join(one.label for one in Channel if one in channels)
        yield rule.at(sheet(MonitoringItem, "channel"), title=f"Alerts go out by {names} only")


@rule(
    "WATCH-INTERVAL",
    "Watched without an interval",
    severity=Severity.ADVICE,
    sources=("O2",),
    fix="Enter how often it is looked at.",
)
def watch_interval(design: Design, rule: Rule) -> Iterator[Finding]:
    """What does not report by itself is seen only as often as somebody asks."""
    rows = layout_of(design).ordered(MonitoringItem)
    unset = [row for row in rows if row.method in _ASKED and row.interval is None]
    if unset:
        yield rule.at(
            sheet(MonitoringItem, "interval"),
            *(cell(row, "interval") for row in unset),
            title=f"No interval is entered for {listed(row.name for row in unset)}",
        )


@rule(
    "WATCH-SLOW",
    "Looked at less often than an outage may last",
    severity=Severity.ADVICE,
    sources=("O2", "R2"),
    fix="Look more often, or let the cluster send a trap.",
)
def watch_slow(design: Design, rule: Rule) -> Iterator[Finding]:
    """The interval is the longest time that a failure stays unseen. Without a trap the most
    frequent look has to come before the tolerated outage is over."""
    rows = layout_of(design).ordered(MonitoringItem)
    asked = tightest(design.plan, "outage")
    timed = [
        (row.interval, row) for row in rows if row.method in _ASKED and row.interval is not None
    ]
    if asked is None or not timed or any(row.method is WatchedBy.SNMP_TRAP for row in rows):
        return
    requirement, minutes = asked
    interval, row = min(timed, key=lambda item: item[0])
    if interval > 60 * minutes:
        yield rule.at(
            cell(row, "interval"),
            cell(requirement, "outage"),
            title=f"{row.name} is looked at every {interval} s, nothing more often; "
            f"{requirement.name} may be away for {minutes} min",
        )


@rule(
    "WATCH-NODES",
    "Node that nothing watches",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("O2", "O4"),
    fix="Add the node, or leave the cell empty where an item is meant for all nodes.",
)
def watch_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node that is not watched fails unseen, and so does the takeover that needs it."""
    rows = design.plan.rows(MonitoringItem)
    if not rows or any(not row.nodes for row in rows):
        return
    watched = {key for row in rows for key in row.nodes}
    for node in design.plan.rows(Node):
        if node.key not in watched:
            yield rule.at(
                cell(node),
                sheet(MonitoringItem, "nodes"),
                title=f"No monitoring item covers {node.name}",
            )


@rule(
    "WATCH-UNREACHABLE",
    "Alert by a channel that does not reach the person",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("O4",),
    fix="Enter the missing number or mail address, or choose another channel.",
)
def watch_unreachable(design: Design, rule: Rule) -> Iterator[Finding]:
    """A message needs an address of its kind: a number for SMS and telephone, a mail address for
    mail."""
    plan = design.plan
    for row in plan.rows(MonitoringItem):
        for place, person, column, lacks in _unreachable(plan, row):
            yield rule.at(
                cell(row, place),
                cell(person, column),
                title=f"{row.name} is told by {lacks}",
                about=person.key,
            )


def _unreachable(
    plan: Plan, row: MonitoringItem
) -> Iterator[tuple[str, Administrator | SupportTeam, str, str]]:
    """Who is to be told but cannot be: the cell that names them, they, their empty cell, why."""
    people = plan.pick(Administrator, dict.fromkeys(row.alert_people))
    if row.channel is Channel.EMAIL:
        for one in people:
            if not one.email.strip() and "@" not in one.contact:
                yield "alert_people", one, "email", f"mail, but {one.name} has no mail address"
    elif row.channel in _WAKING:
        way = row.channel.label
        for one in people:
            if not one.contact.strip():
                yield "alert_people", one, "contact", f"{way}, but {one.name} has no number"
        for team in plan.pick(SupportTeam, dict.fromkeys(row.alert_teams)):
            if not team.telephone.strip():
                yield "alert_teams", team, "telephone", f"{way}, but {team.name} has no number"
