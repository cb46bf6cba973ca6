"""Virtual I/O Servers and Shared Ethernet Adapters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.row import Row
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface, InterfaceKind
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule


def _uses(design: Design) -> Iterator[tuple[Row, str, str, str]]:
    """Row, column, node (key) and the VIOS (key) that the row makes it depend on."""
    plan, layout = design.plan, layout_of(design)
    for node in plan.rows(Node):
        for server in node.rootvg_servers:
            yield node, "rootvg_servers", node.key, server
    for row in plan.rows(Interface):
        for adapter in plan.pick(SharedEthernetAdapter, row.adapters):
            yield row, "adapters", row.node, adapter.server
    server_of = layout.server_of_port
    for path in plan.rows(DiskPath) if server_of else ():
        for server in {server_of[key] for key in path.ports if key in server_of}:
            yield path, "ports", path.node, server


@rule(
    "VIOS-OTHER-FRAME",
    "Virtual I/O Server in another frame than its client",
    severity=Severity.BLOCKER,
    sources=("V1", "V2"),
    fix="Choose a server of the node's own frame, or correct the frames.",
)
def vios_other_frame(design: Design, rule: Rule) -> Iterator[Finding]:
    """Virtual adapters run through the hypervisor of one frame; a partition cannot use a Virtual
    I/O Server in another."""
    plan = design.plan
    seen: set[tuple[str, str, str]] = set()
    frames = {row.key: row.frame for row in plan.rows(Node)}
    servers = {row.key: row for row in plan.rows(VirtualIoServer) if row.frame}
    for row, column, node, server_key in _uses(design):
        server, frame = servers.get(server_key), frames.get(node)
        if server is None or not frame or frame == server.frame:
            continue
        if (row.slug, row.key, server.key) not in seen:
            seen.add((row.slug, row.key, server.key))
            yield rule.at(
                cell(row, column),
                cell(server, "frame"),
                title=f"{plan.title(type(row), row.key)} uses {server.name} in "
                f"{plan.title(Frame, server.frame)}, but {plan.title(Node, node)} is in "
                f"{plan.title(Frame, frame)}",
                about=server.key,
            )


def _failover_pairs(design: Design) -> Iterator[tuple[Interface, list[SharedEthernetAdapter]]]:
    """Virtual interfaces with the SEA that back each other up below them, two or more."""
    for row in layout_of(design).ordered(Interface):
        adapters = layout_of(design).in_order(
            design.plan.pick(SharedEthernetAdapter, dict.fromkeys(row.adapters))
        )
        if row.kind is InterfaceKind.VIRTUAL and len(adapters) > 1:
            yield row, adapters


@rule(
    "VIOS-TRUNK",
    "Shared Ethernet Adapters with one trunk priority",
    severity=Severity.BLOCKER,
    sources=("V7", "per IBM guides"),
    fix="Give each adapter of the pair its own priority, 1 to the one that works first.",
)
def vios_trunk(design: Design, rule: Rule) -> Iterator[Finding]:
    """In SEA failover the adapter with the lower number carries the traffic. With equal numbers
    both would bridge the same network at once."""
    plan = design.plan
    told: set[tuple[str, ...]] = set()
    for _, adapters in _failover_pairs(design):
        ranks: dict[int, list[SharedEthernetAdapter]] = defaultdict(list)
        for adapter in adapters:
            if adapter.trunk_priority is not None:
                ranks[adapter.trunk_priority].append(adapter)
        for rank, equal in ranks.items():
            keys = tuple(adapter.key for adapter in equal)
            if len(equal) > 1 and keys not in told:
                told.add(keys)
                names = listed(plan.title(SharedEthernetAdapter, key) for key in keys)
                yield rule.at(
                    *(cell(adapter, "trunk_priority") for adapter in equal),
                    title=f"{names} have the trunk priority {rank}",
                    about=" ".join(keys),
                )


def _vlans(adapter: SharedEthernetAdapter) -> frozenset[str]:
    return frozenset(adapter.vlans.replace(",", " ").split())


@rule(
    "VIOS-VLANS",
    "Shared Ethernet Adapters of a pair with different VLANs",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("V7",),
    fix="Let both adapters carry the same VLANs.",
)
def vios_vlans(design: Design, rule: Rule) -> Iterator[Finding]:
    """After a failover the second adapter must carry every VLAN that the first one carried."""
    plan = design.plan
    told: set[tuple[str, ...]] = set()
    for _, adapters in _failover_pairs(design):
        keys = tuple(adapter.key for adapter in adapters)
        carried = {found for adapter in adapters if (found := _vlans(adapter))}
        if len(carried) > 1 and keys not in told:
            told.add(keys)
            yield rule.at(
                *(cell(adapter, "vlans") for adapter in adapters),
                title=f"{listed(plan.title(SharedEthernetAdapter, key) for key in keys)} "
                "carry different VLANs",
                about=" ".join(keys),
            )


@rule(
    "VIOS-SEA-CHANNEL",
    "Shared Ethernet Adapter on a single port",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("V9", "W6"),
    fix="Put an EtherChannel of at least two ports on different cards below it.",
)
def vios_sea_channel(design: Design, rule: Rule) -> Iterator[Finding]:
    """All client partitions of the frame hang on this adapter. One port below it means that a
    cable or a card stops them all, or at least forces a failover for all."""
    for row in design.plan.rows(SharedEthernetAdapter):
        if len(row.ports) == 1 and not row.backup_port:
            name = design.plan.title(SharedEthernetAdapter, row.key)
            yield rule.at(cell(row, "ports"), title=f"{name} has one physical port only")


@rule(
    "VIOS-SEA-BACKUP",
    "Shared Ethernet Adapter without a backup on another card",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("V9", "A3"),
    fix="Spread its ports over two cards, or add a backup port on another card.",
)
def vios_sea_backup(design: Design, rule: Rule) -> Iterator[Finding]:
    """Several ports of one card are gone together with the card."""
    layout = layout_of(design)
    for row in design.plan.rows(SharedEthernetAdapter):
        ports = (*row.ports, row.backup_port) if row.backup_port else row.ports
        cards = layout.cards(ports)
        if len(ports) > 1 and len(cards) == 1 and all(port in layout.card_of for port in ports):
            name = design.plan.title(SharedEthernetAdapter, row.key)
            yield rule.at(
                cell(row, "backup_port"),
                cell(row, "ports"),
                cell(cards[0]),
                title=f"All ports of {name} are on card {cards[0].name}",
            )


@rule(
    "VIOS-SECOND-ADAPTER",
    "Second virtual adapter that adds nothing",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("V8",),
    fix="Keep one interface and enter netmon.cf targets for it.",
)
def vios_second_adapter(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two virtual adapters over the same Shared Ethernet Adapters fail together. The second one
    removes no single point of failure, but needs a subnet of its own."""
    plan = design.plan
    carriers = {row.key for row in plan.rows(Network) if row.kind.carries_ip}
    for (node, network), interfaces in layout_of(design).interfaces.items():
        below: dict[frozenset[str], list[Interface]] = defaultdict(list)
        for row in interfaces if network in carriers else ():
            if row.kind is InterfaceKind.VIRTUAL and row.adapters:
                below[frozenset(row.adapters)].append(row)
        for rows in below.values():
            if len(rows) > 1:
                yield rule.at(
                    *(cell(row, "adapters") for row in rows),
                    title=f"{listed(row.name for row in rows)} of {plan.title(Node, node)} "
                    "hang on the same Shared Ethernet Adapters",
                )
