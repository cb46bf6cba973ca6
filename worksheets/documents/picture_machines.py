"""Frames with their Virtual I/O Servers and nodes, as the drawing shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from worksheets.documents.picture import Box, Partition, Pill, Ref, Socket
from worksheets.documents.picture_places import power_of, site_of
from worksheets.documents.wiring import Wiring
from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface, InterfaceKind
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.virtual_io_server import VirtualIoServer


def boxes(plan: Plan, wiring: Wiring) -> Iterator[tuple[str, Box]]:
    """Each frame with the key of its site; last the partitions that are in no frame."""
    held = _by_frame(plan, _nodes(plan, wiring))
    servers = _by_frame(plan, _servers(plan, wiring))
    for frame in plan.rows(Frame):
        rack = plan.get(Rack, frame.rack)
        notes = (f"rack {rack.name}" if rack else "", power_of(plan, frame), frame.model)
        inside = _flank(servers[frame.key], held[frame.key])
        yield (
            site_of(plan, frame.rack),
            Box(Ref.to(frame), frame.name, tuple(note for note in notes if note), inside),
        )
    if held[""] or servers[""]:
        yield "", Box(Ref(), "No frame entered", (), _flank(servers[""], held[""]))


def _by_frame(
    plan: Plan, partitions: Iterable[tuple[str, Partition]]
) -> dict[str, list[Partition]]:
    found: dict[str, list[Partition]] = defaultdict(list)
    for frame, partition in partitions:
        found[frame if plan.get(Frame, frame) else ""].append(partition)
    return found


def _flank(servers: list[Partition], nodes: list[Partition]) -> tuple[Partition, ...]:
    """Nodes in the middle, one half of the Virtual I/O Servers on either side."""
    half = (len(servers) + 1) // 2
    return (*servers[:half], *nodes, *servers[half:])


def _cards(plan: Plan) -> dict[Ref, list[Card]]:
    found: dict[Ref, list[Card]] = defaultdict(list)
    for card in plan.rows(Card):
        owner = Ref(Node.slug, card.node) if card.node else Ref(VirtualIoServer.slug, card.server)
        found[owner].append(card)
    return found


def _servers(plan: Plan, wiring: Wiring) -> Iterator[tuple[str, Partition]]:
    cards = _cards(plan)
    for server in plan.rows(VirtualIoServer):
        notes = [f"VIOS {server.level}".strip()]
        for adapter in plan.rows(SharedEthernetAdapter):
            if adapter.server == server.key:
                order = f" prio {adapter.trunk_priority}" if adapter.trunk_priority else ""
                notes.append(f"SEA {adapter.name}{order}")
        above, below = _sockets(wiring, cards[Ref.to(server)])
        ref = Ref.to(server)
        yield server.frame, Partition(ref, server.name, True, tuple(notes), above, below)


def _nodes(plan: Plan, wiring: Wiring) -> Iterator[tuple[str, Partition]]:
    cards = _cards(plan)
    interfaces: dict[str, list[Interface]] = defaultdict(list)
    for interface in plan.rows(Interface):
        interfaces[interface.node].append(interface)
    homes: dict[str, list[Pill]] = defaultdict(list)
    for group in plan.rows(ResourceGroup):
        for home in plan.pick(Node, group.nodes)[:1]:
            homes[home.key].append(Pill(Ref.to(group), group.name))
    for node in plan.rows(Node):
        own = cards[Ref.to(node)]
        groups = tuple(homes[node.key])
        yield node.frame, _node(plan, wiring, node, own, interfaces[node.key], groups)


def _node(
    plan: Plan,
    wiring: Wiring,
    node: Node,
    cards: list[Card],
    interfaces: list[Interface],
    groups: tuple[Pill, ...],
) -> Partition:
    notes = [node.usual_role.label] if node.usual_role else []
    if node.cpu_peak is not None:
        notes.append(f"{node.cpu_peak}% busy")
    above, below = _sockets(wiring, cards)
    above += tuple(
        Socket(
            Ref.to(row),
            row.name,
            (row.network,) if plan.get(Network, row.network) else (),
            virtual=True,
        )
        for row in interfaces
        if row.kind is InterfaceKind.VIRTUAL or not (row.ports or row.backup_port)
    )
    servers = wiring.servers(node.key)
    if servers:
        below += (Socket(Ref(), f"disks via {', '.join(servers)}", (), virtual=True),)
    words = (", ".join(notes),) if notes else ()
    return Partition(Ref.to(node), node.name, False, words, above, below, groups)


def _sockets(
    wiring: Wiring, cards: Iterable[Card]
) -> tuple[tuple[Socket, ...], tuple[Socket, ...]]:
    above, below = [], []
    for card in cards:
        if card.kind is CardKind.FIBRE_CHANNEL:
            below.append(Socket(Ref.to(card), card.name, wiring.fabrics_of(card.key)))
        else:
            above.append(Socket(Ref.to(card), card.name, wiring.networks_of(card.key)))
    return tuple(above), tuple(below)
