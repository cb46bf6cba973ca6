"""Nodes: roles, load, slots, cards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.plan.rows.application import Application, TakeoverStrategy
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.node import Node, UsualRole
from worksheets.plan.rows.resource_group import ResourceGroup, Startup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import CPU_PEAK
from worksheets.rules.lonely import lonely_adapters
from worksheets.rules.registry import Rule, rule

_ON_STANDBY = (TakeoverStrategy.COLD_STANDBY, TakeoverStrategy.THIRD_PARTY)


@rule(
    "NODE-STANDBY",
    "No standby node",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("N2",),
    fix="Keep one node free, or show that each node can carry the load of another on top.",
)
def node_standby(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node that normally runs nothing takes over without squeezing anybody. Where all nodes
    work, each takeover puts two loads on one machine. Applications whose strategy counts on a
    standby node have a rule of their own."""
    nodes = design.plan.rows(Node)
    counted_on = any(row.strategy in _ON_STANDBY for row in design.plan.rows(Application))
    active = all(node.usual_role is UsualRole.ACTIVE for node in nodes)
    if len(nodes) > 1 and active and not counted_on:
        yield rule.at(
            sheet(Node, "usual_role"),
            *(cell(node, "usual_role") for node in layout_of(design).nodes),
            title=f"All {len(nodes)} nodes are active; none stands by",
        )


@rule(
    "NODE-STANDBY-HOME",
    "Standby node that is the home of a group",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N2",),
    fix="Put another node first in the group's list, or call this node active.",
)
def node_standby_home(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node is only free for takeovers while nothing starts on it. A group whose list begins
    with the standby node starts right there."""
    for group in design.plan.rows(ResourceGroup):
        home = design.plan.get(Node, group.nodes[0]) if group.nodes else None
        concurrent = group.startup is Startup.OAAN
        if home is not None and home.usual_role is UsualRole.STANDBY and not concurrent:
            yield rule.at(
                cell(group, "nodes"),
                cell(home, "usual_role"),
                title=f"{group.name} starts on {home.name}, which is entered as standby",
            )


@rule(
    "NODE-BUSY",
    f"Node busier than {CPU_PEAK}% at peak",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N9",),
    fix="Move work away from this node or give it more processors.",
)
def node_busy(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node short of processor time answers heartbeats late; the others may take it for dead
    and take over from a node that still runs."""
    for node in design.plan.rows(Node):
        if node.cpu_peak is not None and node.cpu_peak > CPU_PEAK:
            yield rule.at(
                cell(node, "cpu_peak"), title=f"{node.name} is {node.cpu_peak}% busy at peak"
            )


@rule(
    "NODE-SLOTS",
    "Too few I/O slots",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N5",),
    fix="Choose a larger frame or an I/O drawer, or give the partition more slots.",
)
def node_slots(design: Design, rule: Rule) -> Iterator[Finding]:
    """A cluster node needs about twice the slots of a single machine, since every network and
    disk card has a spare. Where slots are short, the spares are what is left out."""
    for node in design.plan.rows(Node):
        needed, there = node.io_slots_needed, node.io_slots_free
        if needed is not None and there is not None and needed > there:
            yield rule.at(
                cell(node, "io_slots_free"),
                cell(node, "io_slots_needed"),
                title=f"{node.name} needs {needed} I/O slots and has {there}",
            )


@rule(
    "NODE-CARDS",
    "Node with a single card of a kind",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N6", "A1"),
    fix="Add a second card of the kind, or do not use this machine as a cluster node.",
)
def node_cards(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node without a spare network or disk card falls over for the loss of one card, even if
    another node can take its groups. Blades are the usual case. A card in use is a single point
    of failure, which has a rule of its own."""
    cards: dict[str, list[Card]] = defaultdict(list)
    for card in layout_of(design).ordered(Card):
        if card.node:
            cards[card.node].append(card)
    told = lonely_adapters(design)
    for node in design.plan.rows(Node):
        fibre = [card for card in cards[node.key] if card.kind is CardKind.FIBRE_CHANNEL]
        network = [card for card in cards[node.key] if card.kind is not CardKind.FIBRE_CHANNEL]
        for few, word in ((network, "network"), (fibre, "Fibre Channel")):
            if len(few) == 1 and few[0].key not in told:
                yield rule.at(
                    cell(node),
                    cell(few[0]),
                    title=f"{node.name} has one {word} card only, {few[0].name}",
                    about=word,
                )


@rule(
    "NODE-UNUSED",
    "Node that no resource group can use",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("PowerHA planning guide: resource groups",),
    fix="Add the node to the lists of the groups it shall take over, or leave it out.",
)
def node_unused(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node in no group's list takes part in heartbeat and votes, but can take over nothing."""
    groups = design.plan.rows(ResourceGroup)
    used = {key for group in groups for key in group.nodes}
    for node in design.plan.rows(Node):
        if used and node.key not in used:
            yield rule.at(
                cell(node), sheet(ResourceGroup, "nodes"), title=f"No group can run on {node.name}"
            )


@rule(
    "NODE-NO-INTERFACE",
    "Node without a network interface",
    severity=Severity.WARNING,
    sources=("W1", "PowerHA planning guide: network interfaces"),
    fix="Enter the interfaces of the node with their networks.",
)
def node_no_interface(design: Design, rule: Rule) -> Iterator[Finding]:
    """Without an interface a node neither sends heartbeats over IP nor serves anybody. Other
    nodes have theirs entered, so this one is probably forgotten."""
    rows = design.plan.rows(Interface)
    wired = {row.node for row in rows if row.node}
    for node in design.plan.rows(Node):
        if wired and node.key not in wired:
            yield rule.at(
                cell(node), sheet(Interface, "node"), title=f"{node.name} has no interface"
            )
