"""Interfaces: what they are made of."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.card import CardKind
from worksheets.plan.rows.interface import ChannelMode, Interface, InterfaceKind
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.lonely import lonely_adapters
from worksheets.rules.registry import Rule, rule

_ON_BOARD = (CardKind.BUILT_IN, CardKind.HEA)


def _channels(design: Design) -> Iterator[tuple[Interface, tuple[str, ...]]]:
    """EtherChannels with the keys of all their ports, the backup last."""
    for row in design.plan.rows(Interface):
        if row.kind is InterfaceKind.ETHERCHANNEL:
            backup = (row.backup_port,) if row.backup_port else ()
            yield row, row.ports + backup


@rule(
    "NET-INTERFACE-BARE",
    "Interface without a port",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("W4", "PowerHA planning guide: network interfaces"),
    fix="Name the ports below it, or for virtual Ethernet the Shared Ethernet Adapters.",
)
def net_interface_bare(design: Design, rule: Rule) -> Iterator[Finding]:
    """As long as nobody says what an interface is made of, no failure of a port, card or switch
    can be traced to it."""
    for row in design.plan.rows(Interface):
        if not (row.ports or row.backup_port or row.adapters):
            column = "adapters" if row.kind is InterfaceKind.VIRTUAL else "ports"
            name = design.plan.title(Interface, row.key)
            yield rule.at(cell(row, column), title=f"{name} stands on no port or adapter")


@rule(
    "NET-INTERFACE-KIND",
    "Interface that is not what its kind says",
    severity=Severity.WARNING,
    sources=("W6", "PowerHA planning guide: network interfaces"),
    fix="Choose the kind that fits, or correct the ports and adapters.",
)
def net_interface_kind(design: Design, rule: Rule) -> Iterator[Finding]:
    """A physical interface is one port, virtual Ethernet has no port of the node, and neither
    has a backup port. A contradiction here makes every statement about its failures doubtful."""
    for row in design.plan.rows(Interface):
        name = design.plan.title(Interface, row.key)
        if row.kind is InterfaceKind.PHYSICAL and (len(row.ports) > 1 or row.backup_port):
            yield rule.at(
                cell(row, "kind"),
                cell(row, "ports"),
                title=f"{name} is entered as one physical port and has several",
            )
        elif row.kind is InterfaceKind.PHYSICAL and row.adapters:
            yield rule.at(
                cell(row, "kind"),
                cell(row, "adapters"),
                title=f"{name} is entered as a physical port and stands on a Shared Ethernet "
                "Adapter",
            )
        elif row.kind is InterfaceKind.VIRTUAL and (row.ports or row.backup_port):
            yield rule.at(
                cell(row, "kind"),
                cell(row, "ports"),
                title=f"{name} is entered as virtual Ethernet and has ports of its own",
            )


@rule(
    "NET-CHANNEL-MEMBER",
    "EtherChannel with one member",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("W6", "A1"),
    fix="Add a port of another card, as member or as backup.",
)
def net_channel_member(design: Design, rule: Rule) -> Iterator[Finding]:
    """An EtherChannel over a single port survives nothing that the port alone would not. A port
    on which the node hangs alone is a single point of failure, which has a rule of its own."""
    layout, told = layout_of(design), lonely_adapters(design)
    for row, ports in _channels(design):
        hangs = told.intersection((*ports, *(card.key for card in layout.cards(ports))))
        if len(ports) == 1 and not row.adapters and not hangs:
            name = design.plan.title(Interface, row.key)
            yield rule.at(cell(row, "ports"), title=f"The EtherChannel {name} has one port only")


@rule(
    "NET-CHANNEL-CARD",
    "EtherChannel on one card",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("A3", "W4"),
    fix="Replace one of the ports by a port of another card.",
)
def net_channel_card(design: Design, rule: Rule) -> Iterator[Finding]:
    """The ports of a card fail together with it, so they do not back each other up. A card on
    which the node hangs alone is a single point of failure, which has a rule of its own."""
    layout, told = layout_of(design), lonely_adapters(design)
    for row, ports in _channels(design):
        cards = layout.cards(ports)
        known = all(port in layout.card_of for port in ports)
        if len(ports) > 1 and known and len(cards) == 1 and cards[0].key not in told:
            name = design.plan.title(Interface, row.key)
            yield rule.at(
                cell(row, "ports"),
                cell(cards[0]),
                title=f"All ports of the EtherChannel {name} are on card {cards[0].name}",
            )


@rule(
    "NET-CHANNEL-BUILT-IN",
    "Built-in ports without an extra card",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("A4", "A3"),
    fix="Pair a built-in port with a port of an extra card; Live Partition Mobility may then "
    "not be available.",
)
def net_channel_built_in(design: Design, rule: Rule) -> Iterator[Finding]:
    """Built-in and IVE/HEA ports often share electronics even when they look like two adapters.
    One of them and a port of a separate card back each other up."""
    layout = layout_of(design)
    for row, ports in _channels(design):
        cards = layout.cards(ports)
        known = all(port in layout.card_of for port in ports)
        if known and len(cards) > 1 and all(card.kind in _ON_BOARD for card in cards):
            name = design.plan.title(Interface, row.key)
            yield rule.at(cell(row, "ports"), title=f"{name} uses built-in ports only")


@rule(
    "NET-CHANNEL-BACKUP",
    "Backup mode without a backup port",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("W6", "PowerHA planning guide: EtherChannel"),
    fix="Enter the backup port, or choose another mode.",
)
def net_channel_backup(design: Design, rule: Rule) -> Iterator[Finding]:
    """Network interface backup means one port that works and one that waits. Without the second
    nothing takes over inside the node."""
    for row, _ in _channels(design):
        if row.mode is ChannelMode.BACKUP and not row.backup_port and len(row.adapters) < 2:
            name = design.plan.title(Interface, row.key)
            yield rule.at(
                cell(row, "backup_port"),
                cell(row, "mode"),
                title=f"{name} is in backup mode and has no backup port",
            )


@rule(
    "NET-CHANNEL-CLIENT",
    "EtherChannel over virtual Ethernet not in backup mode",
    severity=Severity.WARNING,
    sources=("V7",),
    fix="Choose network interface backup, or leave the failover to the Shared Ethernet Adapters.",
)
def net_channel_client(design: Design, rule: Rule) -> Iterator[Finding]:
    """In a client partition only backup mode is supported over virtual Ethernet adapters: a
    virtual port has no link whose loss the other modes could notice."""
    for row, _ in _channels(design):
        if row.adapters and row.mode is not ChannelMode.BACKUP:
            name = design.plan.title(Interface, row.key)
            yield rule.at(
                cell(row, "mode"),
                title=f"{name} bundles virtual Ethernet and is not in backup mode",
            )


@rule(
    "NET-PLAIN-SEVERAL",
    "Several plain interfaces on one network",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("W6", "W7"),
    fix="Bundle the ports in one EtherChannel; then one boot address per node is enough.",
)
def net_plain_several(design: Design, rule: Rule) -> Iterator[Finding]:
    """Several interfaces of a node on one network each need a subnet of their own. An
    EtherChannel over the same ports is simpler and recovers faster."""
    plan = design.plan
    carriers = {row.key for row in plan.rows(Network) if row.kind.carries_ip}
    for (node, network), interfaces in layout_of(design).interfaces.items():
        plain = [row for row in interfaces if row.kind is InterfaceKind.PHYSICAL]
        if len(plain) > 1 and network in carriers:
            yield rule.at(
                *(cell(row, "kind") for row in plain),
                title=f"{plan.title(Node, node)} is on {plan.title(Network, network)} with "
                f"{listed(row.name for row in plain)}",
                about=network,
            )
