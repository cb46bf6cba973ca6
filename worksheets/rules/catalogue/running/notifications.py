"""Remote notification: who learns of what, by which way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.cluster_event import ClusterEvent
from worksheets.plan.rows.monitoring_item import MonitoringItem
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.remote_notification import NotificationKind, RemoteNotification
from worksheets.plan.rows.site import Site
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.registry import Rule, rule

# What people must hear of: words, and events of which any one tells it.
_FAMILIES = (
    ("the loss of a node", frozenset({"node_down", "node_down_complete"})),
    ("the loss of a network", frozenset({"network_down", "network_down_complete"})),
    (
        "the move or loss of a group",
        frozenset({"rg_move", "rg_move_complete", "rg_move_acquire", "rg_online", "rg_offline"}),
    ),
    ("the failure of an application", frozenset({"server_down", "server_down_complete"})),
    ("an event that failed or hangs", frozenset({"event_error", "config_too_long"})),
)
_SITE_LOSS = (
    "the loss of a site",
    frozenset({"site_down", "site_down_complete", "site_isolation", "site_isolation_complete"}),
)
_NUMBER = re.compile(r"\+?[\d ()/.*#-]*\d[\d ()/.*#-]*")
_PAGES = (NotificationKind.TEXT_PAGE, NotificationKind.NUMERIC_PAGE)


def _parts(text: str) -> list[str]:
    return [part for piece in text.split(",") if (part := piece.strip())]


@rule(
    "NOTIFY-NONE",
    "No notification by PowerHA",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("O4", "D10"),
    fix="Plan a remote notification, or a notify command of the events that matter.",
)
def notify_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """After a takeover all seems well, and the cluster has no spare any more. PowerHA can tell
    people, but only those who are planned. Where nobody is told at all, that has a rule of its
    own."""
    plan = design.plan
    commands = any(row.notify_command for row in plan.rows(ClusterEvent))
    otherwise = plan.options.alerts.strip() or plan.rows(MonitoringItem)
    if otherwise and not plan.rows(RemoteNotification) and not commands:
        yield rule.at(
            sheet(RemoteNotification),
            title="PowerHA itself tells nobody when something happens",
        )


@rule(
    "NOTIFY-UNTOLD",
    "Failure that nobody is told of",
    severity=Severity.WARNING,
    outside_production=None,
    sources=("O4", "D10"),
    fix="Add one of its events to a remote notification, or a notify command to the event.",
)
def notify_untold(design: Design, rule: Rule) -> Iterator[Finding]:
    """Loss of a node, a network, a group or a site, and an event that fails, each leave the
    cluster weaker. Whoever is told of one kind only finds out about the others from users."""
    plan = design.plan
    told = {event for row in plan.rows(RemoteNotification) for event in _parts(row.events)}
    told |= {row.event for row in plan.rows(ClusterEvent) if row.notify_command}
    families = (*_FAMILIES, _SITE_LOSS) if len(plan.rows(Site)) > 1 else _FAMILIES
    for words, events in families:
        if told and not told & events:
            yield rule.at(
                sheet(RemoteNotification, "events"),
                title=f"Nobody is told about {words}",
                detail=f"Events that tell it: {', '.join(sorted(events))}.",
                about=words,
            )


@rule(
    "NOTIFY-INCOMPLETE",
    "Notification that cannot be sent",
    severity=Severity.WARNING,
    sources=("O4", "PowerHA planning guide: remote notification"),
    fix="Enter what is missing.",
)
def notify_incomplete(design: Design, rule: Rule) -> Iterator[Finding]:
    """A notification needs an address, an event that sends it, and a file with its text."""
    for row in design.plan.rows(RemoteNotification):
        for column, words in (
            ("contacts", "address or number to send to"),
            ("events", "event that sends it"),
            ("message_file", "message file"),
        ):
            if not getattr(row, column).strip():
                yield rule.at(cell(row, column), title=f"{row.name} has no {words}")


@rule(
    "NOTIFY-ADDRESS",
    "Address that does not fit the kind of notification",
    severity=Severity.WARNING,
    sources=("O4", "PowerHA planning guide: remote notification"),
    fix="Enter mail addresses for e-mail and numbers for pages, with commas between them.",
)
def notify_address(design: Design, rule: Rule) -> Iterator[Finding]:
    """An e-mail needs a mail address and a page a number that can be dialed. An SMS goes to a
    number, or to a gateway by mail."""
    for row in design.plan.rows(RemoteNotification):
        wrong = [part for part in _parts(row.contacts) if not _fits(row.kind, part)]
        if wrong and row.kind is not None:
            yield rule.at(
                cell(row, "contacts"),
                cell(row, "kind"),
                title=f"{row.name} cannot reach {listed(wrong)} by {row.kind.label}",
            )


def _fits(kind: NotificationKind | None, contact: str) -> bool:
    mail = "@" in contact.strip("@")
    number = _NUMBER.fullmatch(contact) is not None
    if kind is NotificationKind.EMAIL:
        return mail
    return number or (mail and kind is NotificationKind.SMS)


@rule(
    "NOTIFY-CHANNEL",
    "Person who cannot be reached in this way",
    severity=Severity.ADVICE,
    sources=("O4", "S9"),
    fix="Enter the person's mail address or number on the administrators worksheet.",
)
def notify_channel(design: Design, rule: Rule) -> Iterator[Finding]:
    """Somebody is named for a message, but the way by which it would come is not known of this
    person."""
    for row in design.plan.rows(RemoteNotification):
        if row.kind is None:
            continue
        column = "email" if row.kind is NotificationKind.EMAIL else "contact"
        word = "mail address" if column == "email" else "number"
        for person in design.plan.pick(Administrator, sorted(set(row.people))):
            known = person.contact.strip() or person.email.strip()
            if known and not getattr(person, column).strip():
                yield rule.at(
                    cell(row, "people"),
                    cell(person, column),
                    title=f"{row.name} is for {person.name}, of whom no {word} is entered",
                    about=person.key,
                )


@rule(
    "NOTIFY-ONE-PERSON",
    "Notification for one person only",
    severity=Severity.ADVICE,
    sources=("S9", "O4"),
    fix="Add a second person, or send it to a group address.",
)
def notify_one_person(design: Design, rule: Rule) -> Iterator[Finding]:
    """A message to one person goes on holiday with that person. Where there is one administrator
    only, that is what has to be told."""
    several = len(design.plan.rows(Administrator)) > 1
    for row in design.plan.rows(RemoteNotification) if several else ():
        if len(row.people) == 1 and len(_parts(row.contacts)) == 1:
            person = design.plan.title(Administrator, row.people[0])
            yield rule.at(cell(row, "people"), title=f"Only {person} is told by {row.name}")


@rule(
    "NOTIFY-ONE-NODE",
    "Notification that one node sends",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("O4", "S1", "PowerHA planning guide: remote notification"),
    fix="Name a second node that can send it.",
)
def notify_one_node(design: Design, rule: Rule) -> Iterator[Finding]:
    """The node that has failed cannot tell so. If it is the only one that sends the message,
    the message about its failure never comes."""
    for row in design.plan.rows(RemoteNotification):
        if len(row.nodes) == 1 and len(design.plan.rows(Node)) > 1:
            node = design.plan.title(Node, row.nodes[0])
            yield rule.at(cell(row, "nodes"), title=f"Only {node} can send {row.name}")


@rule(
    "NOTIFY-PAGE-NODES",
    "Page that no node can send",
    severity=Severity.WARNING,
    sources=("O4", "PowerHA planning guide: remote notification"),
    fix="Name the nodes that have a modem.",
)
def notify_page_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """A page goes out over a modem, which only some nodes have. PowerHA has to be told which."""
    for row in design.plan.rows(RemoteNotification):
        if row.kind in _PAGES and not row.nodes:
            yield rule.at(cell(row, "nodes"), title=f"No node is named that can send {row.name}")
