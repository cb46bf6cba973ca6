"""Single points of failure: cards, ports and Virtual I/O Servers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.parts import Part, PartKind
from worksheets.failures.singles import Cut
from worksheets.failures.words import listed
from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.rules.catalogue.spof.common import at, cut_of, cuts, groups, losses, lost
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity
from worksheets.rules.registry import Rule, rule


@rule(
    "SPOF-CARD",
    "Network card without a second one",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S3", "A1", "A3", "V9"),
    table1="S3",
    fix="Add a port of a second card to the interface.",
)
def spof_card(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each node needs two physical adapters on each network. Two ports of one card are one card:
    built-in, IVE/HEA and SR-IOV ports fail together with the electronics that they share."""
    yield from _cards(design, rule, storage=False)


@rule(
    "SPOF-HBA",
    "Disk adapter without a second one",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S6", "V4"),
    table1="S6",
    fix="Add a path over a port of a second Fibre Channel card.",
)
def spof_hba(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node needs two ways to its shared disks, over two cards, so that one broken adapter does
    not take the data away. Two ports of one card are one card."""
    yield from _cards(design, rule, storage=True)
    yield from _ports(design, rule, storage=True)


@rule(
    "SPOF-PORT",
    "Network port without a second one",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S3", "A1"),
    table1="S3",
    fix="Enter the card of the port, and add a port of a second card to the interface.",
)
def spof_port(design: Design, rule: Rule) -> Iterator[Finding]:
    """A port whose card is not entered counts as a part of its own. When an interface has only
    that one, a pulled cable takes the node off the network."""
    yield from _ports(design, rule, storage=False)


def _cards(design: Design, rule: Rule, *, storage: bool) -> Iterator[Finding]:
    def ours(part: Part) -> bool:
        return _is_storage(design.plan, part.key) is storage

    lost_ones = [loss for loss in losses(design, PartKind.CARD) if ours(loss.part)]
    alone = [cut for cut in cuts(design, PartKind.CARD) if ours(cut.part)]
    used = _used_ports(design.plan) if lost_ones or alone else {}
    for loss in lost_ones:
        detail = _one_card(used.get(loss.part.key, []), loss.part)
        fix = _second(design, cut_of(design, loss.part), groups(design, loss), storage)
        yield lost(design, rule, loss, detail=detail, fix=fix)
    for cut in alone:
        detail = _one_card(used.get(cut.part.key, []), cut.part)
        yield _alone(design, rule, cut, detail, _second(design, cut, "", storage))


def _ports(design: Design, rule: Rule, *, storage: bool) -> Iterator[Finding]:
    """Ports without a card; those with one are told by their card, which is lost as well."""

    def ours(part: Part) -> bool:
        row = design.plan.get(Port, part.key)
        if row is None or design.plan.get(Card, row.card) is not None:
            return False
        reaching = any(part.key in path.ports for path in design.plan.rows(DiskPath))
        return reaching is storage

    for loss in losses(design, PartKind.PORT):
        if ours(loss.part):
            yield lost(design, rule, loss, detail=_NO_CARD)
    for cut in cuts(design, PartKind.PORT):
        if ours(cut.part):
            yield _alone(design, rule, cut, _NO_CARD, "")


_NO_CARD = "The card of this port is not entered."


def _alone(design: Design, rule: Rule, cut: Cut, detail: str, fix: str) -> Finding:
    part = cut.part
    return rule.at(
        at(part),
        title=f"{part.kind.words[0].upper()}{part.kind.words[1:]} {part.name} is the only way of "
        f"{_ways(design, cut)}",
        detail=f"Its failure makes a fallover necessary. {detail}".strip(),
        fix=fix,
        severity=Severity.WARNING,
    )


def _ways(design: Design, cut: Cut) -> str:
    """Whose way it is and where to: "nodea to net_ether_01 and nodea to 3 disks"."""
    plan = design.plan
    networks = defaultdict[str, list[str]](list)
    disks = defaultdict[str, list[str]](list)
    for thing in cut.things:
        if thing.kind is PartKind.NETWORK:
            networks[plan.title(Node, thing.node)].append(plan.title(Network, thing.key))
        elif thing.kind is PartKind.PATH:
            for path in plan.pick(DiskPath, (thing.key,)):
                disks[plan.title(Node, path.node)].append(path.disk)
    ways = [f"{node} to {listed(names)}" for node, names in networks.items()]
    for node, keys in disks.items():
        count = len(keys)
        ways.append(f"{node} to {'one shared disk' if count == 1 else f'{count} shared disks'}")
    return listed(ways)


def _second(design: Design, cut: Cut, lost_groups: str, storage: bool) -> str:
    """What to add to which rows."""
    if storage:
        nodes = {path.node for path in _paths(design.plan, cut)}
        names = listed(design.plan.title(Node, key) for key in nodes)
        whose = f"the disk paths of {names}" if nodes else f"the disk paths of {lost_groups}"
        return f"Add to {whose} a port of another card than {cut.part.name}."
    places = [
        f"{design.plan.title(Node, thing.node)} on {design.plan.title(Network, thing.key)}"
        for thing in cut.things
        if thing.kind is PartKind.NETWORK
    ]
    whose = f"the interface of {listed(places)}" if places else f"the interfaces of {lost_groups}"
    return f"Add to {whose} a port of another card than {cut.part.name}."


def _paths(plan: Plan, cut: Cut) -> tuple[DiskPath, ...]:
    keys = [thing.key for thing in cut.things if thing.kind is PartKind.PATH]
    return plan.pick(DiskPath, keys)


def _one_card(ports: list[Port], card: Part) -> str:
    names = listed(port.name for port in ports)
    if len(ports) > 1:
        return f"{names} are ports of one card, {card.name}: they fail together."
    return f"Its port {names} is in use." if ports else ""


def _used_ports(plan: Plan) -> dict[str, list[Port]]:
    """Ports by card that an interface, a SEA or a disk path uses."""
    used: set[str] = set()
    users: tuple[Interface | SharedEthernetAdapter, ...] = (
        *plan.rows(Interface),
        *plan.rows(SharedEthernetAdapter),
    )
    for row in users:
        used.update((*row.ports, row.backup_port))
    for path in plan.rows(DiskPath):
        used.update(path.ports)
    found = defaultdict[str, list[Port]](list)
    for port in plan.pick(Port, used):
        found[port.card].append(port)
    return found


def _is_storage(plan: Plan, card: str) -> bool:
    row = plan.get(Card, card)
    return row is not None and row.kind is CardKind.FIBRE_CHANNEL


@rule(
    "SPOF-VIOS",
    "One Virtual I/O Server for a client",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("V2", "V3", "V4", "V8", "S3"),
    table1="S3",
    fix="Serve the client over two Virtual I/O Servers of its frame.",
)
def spof_vios(design: Design, rule: Rule) -> Iterator[Finding]:
    """A Virtual I/O Server carries networks and disks of its clients and needs updates of its own.
    Two per frame let a client live through either; two virtual adapters over one do not."""
    for loss in losses(design, PartKind.SERVER):
        cut = cut_of(design, loss.part)
        fix = (
            f"Serve the nodes of {groups(design, loss)} over a second VIOS beside {loss.part.name}."
        )
        yield lost(design, rule, loss, detail=_one_server(design.plan, cut), fix=fix)
    for cut in cuts(design, PartKind.SERVER):
        ways = [_ways(design, cut)] if _ways(design, cut) else []
        roots = [thing.key for thing in cut.things if thing.kind is PartKind.NODE]
        if roots:
            ways.append(f"{listed(design.plan.title(Node, key) for key in roots)} to rootvg")
        detail = f"Its failure makes a fallover necessary. {_one_server(design.plan, cut)}"
        yield rule.at(
            at(cut.part),
            title=f"Virtual I/O Server {cut.part.name} is the only way of {' and '.join(ways)}",
            detail=detail.strip(),
            severity=Severity.WARNING,
        )


def _one_server(plan: Plan, cut: Cut) -> str:
    """Says so where a client seems to have two virtual adapters on a network that is cut."""
    cut_links = {(thing.node, thing.key) for thing in cut.things if thing.kind is PartKind.NETWORK}
    adapters = defaultdict[tuple[str, str], int](int)
    for row in plan.rows(Interface):
        if (row.node, row.network) in cut_links:
            adapters[row.node, row.network] += len(row.adapters) or 1
    if any(count > 1 for count in adapters.values()):
        return f"Two virtual adapters over {cut.part.name} are one VIOS."
    return ""
