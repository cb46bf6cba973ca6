"""Virtual I/O Servers and Shared Ethernet Adapters as pairs, and what live mobility asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.interface import Interface, InterfaceKind
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.shared_ethernet_adapter import HaMode, SharedEthernetAdapter
from worksheets.plan.rows.virtual_io_server import DiskService, VirtualIoServer
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

Pair = tuple[SharedEthernetAdapter, ...]


def _pairs(design: Design) -> list[Pair]:
    """Adapters that back each other up below a virtual interface, each pair once."""
    found: dict[tuple[str, ...], Pair] = {}
    for row in design.plan.rows(Interface):
        keys = tuple(sorted(set(row.adapters)))
        adapters = design.plan.pick(SharedEthernetAdapter, keys)
        if row.kind is InterfaceKind.VIRTUAL and len(adapters) > 1:
            found[keys] = adapters
    return [found[keys] for keys in sorted(found)]


def _names(design: Design, pair: Pair) -> str:
    return listed(design.plan.title(SharedEthernetAdapter, adapter.key) for adapter in pair)


def _about(pair: Pair) -> str:
    return " ".join(adapter.key for adapter in pair)


@rule(
    "VIOS-HA-MODE",
    "Shared Ethernet Adapters that do not fail over",
    severity=Severity.BLOCKER,
    sources=("V7",),
    fix="Choose auto for both adapters, or sharing for both.",
)
def vios_ha_mode(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two adapters on one network fail over to each other only when both are told to, in the same
    way. With failover disabled on one of them both bridge at once and make a loop."""
    for pair in _pairs(design):
        modes = {adapter.ha_mode for adapter in pair if adapter.ha_mode is not None}
        off = [adapter for adapter in pair if adapter.ha_mode is HaMode.DISABLED]
        if off:
            yield rule.at(
                *(cell(adapter, "ha_mode") for adapter in pair),
                title=f"{_names(design, pair)} back each other up, but failover is disabled on "
                f"{_names(design, tuple(off))}",
                about=_about(pair),
            )
        elif HaMode.SHARING in modes and len(modes) > 1:
            yield rule.at(
                *(cell(adapter, "ha_mode") for adapter in pair),
                title=f"{_names(design, pair)} have different high availability modes",
                about=_about(pair),
            )


@rule(
    "VIOS-SHARING",
    "Load sharing over a single trunk adapter",
    severity=Severity.BLOCKER,
    sources=("V7", "per IBM guides"),
    fix="Give each adapter two trunk adapters or more, or choose auto.",
)
def vios_sharing(design: Design, rule: Rule) -> Iterator[Finding]:
    """In sharing mode the two adapters divide the trunk adapters, and with these the VLANs. One
    trunk adapter cannot be divided."""
    for row in design.plan.rows(SharedEthernetAdapter):
        trunks = row.trunks.replace(",", " ").split()
        if row.ha_mode is HaMode.SHARING and len(trunks) == 1:
            yield rule.at(
                cell(row, "trunks"),
                cell(row, "ha_mode"),
                title=f"{design.plan.title(SharedEthernetAdapter, row.key)} shares the load and "
                f"has one trunk adapter, {trunks[0]}",
            )


@rule(
    "VIOS-TRUNK-OPEN",
    "Shared Ethernet Adapter of a pair without a trunk priority",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("V7",),
    fix="Enter 1 for the adapter that works first and 2 for the other.",
)
def vios_trunk_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """The priority says which of the two adapters works first. Whoever creates the second one
    without knowing the first may choose the same number, and both bridge at once."""
    told: set[str] = set()
    for pair in _pairs(design):
        for adapter in pair:
            if adapter.trunk_priority is None and adapter.key not in told:
                told.add(adapter.key)
                yield rule.at(
                    cell(adapter, "trunk_priority"),
                    title=f"{design.plan.title(SharedEthernetAdapter, adapter.key)} has no trunk "
                    "priority",
                )


@rule(
    "VIOS-SWITCH",
    "Virtual switches that do not meet",
    severity=Severity.BLOCKER,
    sources=("V7",),
    fix="Use one virtual switch for the interface and for both adapters below it.",
)
def vios_switch(design: Design, rule: Rule) -> Iterator[Finding]:
    """Trunk adapters bridge the virtual switch that they are on. A client on another switch is
    connected to nothing, and a second adapter on another switch takes nothing over."""
    plan = design.plan
    for row in layout_of(design).ordered(Interface):
        adapters = [
            adapter
            for adapter in plan.pick(SharedEthernetAdapter, sorted(set(row.adapters)))
            if adapter.virtual_switch.strip()
        ]
        switches = {adapter.virtual_switch.strip().lower() for adapter in adapters}
        own = row.virtual_switch.strip().lower()
        if row.kind is InterfaceKind.VIRTUAL and len(switches | ({own} - {""})) > 1:
            yield rule.at(
                cell(row, "virtual_switch" if own else "adapters"),
                *(cell(adapter, "virtual_switch") for adapter in adapters),
                title=f"{plan.title(Interface, row.key)} and the adapters below it are on "
                "different virtual switches",
            )


@rule(
    "VIOS-PAIR-SERVER",
    "Two Shared Ethernet Adapters on one server",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("V2", "V7"),
    fix="Put the second adapter on the other Virtual I/O Server of the frame.",
)
def vios_pair_server(design: Design, rule: Rule) -> Iterator[Finding]:
    """Adapters that back each other up on one Virtual I/O Server go down with it, at each of its
    updates too."""
    for pair in _pairs(design):
        servers = {adapter.server for adapter in pair}
        if len(servers) == 1 and "" not in servers:
            name = design.plan.title(VirtualIoServer, min(servers))
            yield rule.at(
                *(cell(adapter, "server") for adapter in pair),
                title=f"{_names(design, pair)} back each other up on one server, {name}",
                about=_about(pair),
            )


@rule(
    "VIOS-ROOTVG",
    "Virtual I/O Server with an unprotected rootvg",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("V2", "N7"),
    fix="Mirror the rootvg of the server over two disks, or put it on RAID.",
)
def vios_rootvg(design: Design, rule: Rule) -> Iterator[Finding]:
    """One internal disk that fails takes the server away from all partitions of the frame, and
    the other server is alone until it is installed again."""
    for row in design.plan.rows(VirtualIoServer):
        if row.rootvg is RootvgProtection.NONE:
            yield rule.at(cell(row, "rootvg"), title=f"The rootvg of {row.name} is on one disk")


@rule(
    "VIOS-SERVICE",
    "Disks through a server that offers none",
    severity=Severity.BLOCKER,
    sources=("V4", "V2"),
    fix="Correct the disk service of the server, or choose ports of another one.",
)
def vios_service(design: Design, rule: Rule) -> Iterator[Finding]:
    """A server for networks only maps no disk to a client, neither a LUN nor a rootvg."""
    plan, layout = design.plan, layout_of(design)
    clients: dict[str, set[str]] = defaultdict(set)
    for node in plan.rows(Node):
        for key in node.rootvg_servers:
            clients[key].add(node.key)
    for row in plan.rows(DiskPath) if layout.server_of_port else ():
        for port in row.ports:
            if port in layout.server_of_port and row.node:
                clients[layout.server_of_port[port]].add(row.node)
    for server in plan.rows(VirtualIoServer):
        if server.disk_service is DiskService.NONE and clients.get(server.key):
            nodes = listed(plan.title(Node, key) for key in clients[server.key])
            yield rule.at(
                cell(server, "disk_service"),
                title=f"{server.name} offers no disks, but {nodes} has disks through it",
            )


@rule(
    "NODE-MOBILITY",
    "Partition with cards of its own that shall move while it runs",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("A4", "V7"),
    fix="Take all disks and networks through Virtual I/O Servers, or plan without live mobility.",
)
def node_mobility(design: Design, rule: Rule) -> Iterator[Finding]:
    """Live Partition Mobility moves a partition to another frame only when nothing of it sticks
    in this one. A card, or a port of an SR-IOV or IVE/HEA adapter, that belongs to the partition
    keeps it where it is."""
    cards: dict[str, list[Card]] = defaultdict(list)
    for card in layout_of(design).ordered(Card):
        if card.node:
            cards[card.node].append(card)
    for node in design.plan.rows(Node):
        if node.live_mobility and cards[node.key]:
            yield rule.at(
                cell(node, "live_mobility"),
                *(cell(card) for card in cards[node.key]),
                title=f"{node.name} shall be moved live and has "
                f"{listed(card.name for card in cards[node.key])} of its own",
            )
