"""Ports: whose they are and who uses them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

Wired = Interface | SharedEthernetAdapter


def _ethernet_users(plan: Plan) -> Iterator[tuple[Wired, str, str]]:
    """Interface or SEA, column, key of the port."""
    wired: list[Wired] = [*plan.rows(Interface), *plan.rows(SharedEthernetAdapter)]
    for row in wired:
        for key in row.ports:
            yield row, "ports", key
        if row.backup_port:
            yield row, "backup_port", row.backup_port


def _over_san(plan: Plan, row: Wired) -> bool:
    """Whether an interface stands for SAN heartbeat, which runs over Fibre Channel ports."""
    if not isinstance(row, Interface):
        return False
    network = plan.get(Network, row.network)
    return network is not None and not network.kind.carries_ip


def _is_elsewhere(row: Wired, card: Card) -> bool:
    """Whether the card sits in another partition than the one that uses it."""
    if isinstance(row, SharedEthernetAdapter):
        return bool(card.node) or bool(card.server and row.server and card.server != row.server)
    return bool(card.server) or bool(card.node and row.node and card.node != row.node)


@rule(
    "NET-PORT-ELSEWHERE",
    "Port of another partition",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: network interfaces",),
    fix="Choose a port of a card that sits in this partition.",
)
def net_port_elsewhere(design: Design, rule: Rule) -> Iterator[Finding]:
    """An interface is made of ports of its own node, a Shared Ethernet Adapter of ports of its
    own Virtual I/O Server."""
    plan, layout = design.plan, layout_of(design)
    for row, column, key in _ethernet_users(plan):
        card = layout.card_of.get(key)
        if card is not None and _is_elsewhere(row, card):
            yield rule.at(
                cell(row, column),
                cell(card),
                title=f"{plan.title(type(row), row.key)} uses {plan.title(Port, key)}, "
                f"a port of {card.owner(plan)}",
                about=key,
            )


@rule(
    "DISK-PORT-ELSEWHERE",
    "Disk path through a port of another node",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: shared disks",),
    fix="Choose ports of the node itself or of its Virtual I/O Servers.",
)
def disk_port_elsewhere(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node reaches disks through its own Fibre Channel cards or those of its Virtual I/O
    Servers, never through another node."""
    plan, layout = design.plan, layout_of(design)
    node_of = layout.node_of_port
    foreign = {
        (node, ports): [key for key in ports if node_of.get(key, node) != node]
        for node, ports in (layout.ports_of_paths if node_of else ())
        if node
    }
    if not any(foreign.values()):
        return
    for row in plan.rows(DiskPath):
        for key in foreign.get((row.node, row.ports), ()):
            yield rule.at(
                cell(row, "ports"),
                title=f"The path {plan.title(DiskPath, row.key)} uses a port of "
                f"{plan.title(Node, node_of[key])}",
                about=key,
            )


@rule(
    "DISK-PORT-KIND",
    "Port of the wrong kind of card",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: shared disks",),
    fix="Choose a port that fits, or correct the kind of the card.",
)
def disk_port_kind(design: Design, rule: Rule) -> Iterator[Finding]:
    """Disk paths and SAN heartbeat run over Fibre Channel cards, all other interfaces over
    Ethernet."""
    plan, layout = design.plan, layout_of(design)
    users: list[tuple[Row, str, str, bool]] = [
        (row, column, key, _over_san(plan, row)) for row, column, key in _ethernet_users(plan)
    ]
    foreign = layout.other_than_fibre
    mixed = {ports for _, ports in layout.ports_of_paths if not foreign.isdisjoint(ports)}
    for path in plan.rows(DiskPath) if mixed else ():
        if path.ports in mixed:
            users += [(path, "ports", key, True) for key in path.ports]
    for row, column, key, fibre in users:
        card = layout.card_of.get(key)
        if card is not None and (card.kind is CardKind.FIBRE_CHANNEL) is not fibre:
            yield rule.at(
                cell(row, column),
                cell(card, "kind"),
                title=f"{plan.title(type(row), row.key)} uses {plan.title(Port, key)}, a port of "
                f"the {card.kind.label} {card.name}",
                about=key,
            )


@rule(
    "NET-PORT-SHARED",
    "Port used twice",
    severity=Severity.BLOCKER,
    sources=("W4", "PowerHA planning guide: network interfaces"),
    fix="Give each interface and each Shared Ethernet Adapter ports of its own.",
)
def net_port_shared(design: Design, rule: Rule) -> Iterator[Finding]:
    """A port belongs to one interface or one Shared Ethernet Adapter. Two that share it cannot
    both be configured, and would fail together."""
    plan = design.plan
    users: dict[str, dict[tuple[str, str], tuple[Wired, str]]] = defaultdict(dict)
    for row, column, key in _ethernet_users(plan):
        users[key].setdefault((row.slug, row.key), (row, column))
    for key, uses in users.items():
        if len(uses) > 1:
            found = [uses[name] for name in sorted(uses)]
            yield rule.at(
                *(cell(row, column) for row, column in found),
                title=f"{listed(plan.title(type(row), row.key) for row, _ in found)} "
                f"use the same port {plan.title(Port, key)}",
                about=key,
            )
