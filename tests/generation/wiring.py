"""Cards and ports, networks, interfaces, Shared Ethernet Adapters, addresses."""

from __future__ import annotations

from dataclasses import dataclass

from tests.generation.machines import Host, Machines, Place
from tests.generation.recipe import Recipe
from worksheets.plan.row import Row
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.interface import ChannelMode, Interface, InterfaceKind
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.netmon_target import NetmonTarget
from worksheets.plan.rows.network import Distribution, Network, NetworkKind
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter


@dataclass
class Wiring:
    """Rows of this chapter.

    `networks`: keys of the IP networks; `storage_ports`: Fibre Channel ports by node key;
    `service_labels`: one per resource group, in their order.
    """

    rows: list[Row]
    networks: list[str]
    storage_ports: dict[str, tuple[str, ...]]
    service_labels: list[str]


@dataclass(frozen=True)
class _Plugs:
    """Ports of one partition: Ethernet by card, each card's ports in order; one per FC card."""

    ethernet: list[list[str]]
    storage: tuple[str, ...]


def wiring(recipe: Recipe, built: Machines) -> Wiring:
    """Everything between the partitions and the switches, and the addresses on it."""
    wired = Wiring([], [], {}, [])
    count = 1 if recipe.flawed() else recipe.dice.randint(2, 3)
    addresses = _Addresses(recipe)
    _networks(recipe, built, wired, count, addresses.six)
    plugs: dict[str, _Plugs] = {}
    for host in built.hosts:
        for owner in host.servers if recipe.virtual else [host.node]:
            if owner not in plugs:
                plugs[owner] = _cards(recipe, wired, host.place, owner)
                if recipe.virtual:
                    _shared_adapter(wired, owner, plugs[owner], len(host.servers))
    for number, host in enumerate(built.hosts):
        owners = host.servers if recipe.virtual else [host.node]
        wired.storage_ports[host.node] = tuple(
            port for owner in owners for port in plugs[owner].storage
        )
        for index in range(count):
            if recipe.virtual:
                _virtual(wired, host, index)
            else:
                _channel(recipe, wired, host, index, plugs[host.node])
            _labels(recipe, wired, addresses, host, number, index)
    _service_labels(recipe, wired, addresses)
    return wired


class _Addresses:
    """Addresses by network, part (1 boot, 2 floating) and host; IPv6 in one plan of eight."""

    def __init__(self, recipe: Recipe) -> None:
        self.six = recipe.dice.random() < 0.125
        self._site = recipe.dice.randint(16, 250)

    def at(self, network: int, part: int, host: int) -> str:
        if self.six:
            return f"fd00:{self._site:x}:{network + 1:x}:{part}::{host:x}"
        return f"10.{self._site}.{10 * network + part}.{host}"


def _networks(recipe: Recipe, built: Machines, wired: Wiring, count: int, six: bool) -> None:
    routers = tuple(router for place in built.places for router in place.routers)
    for index in range(count):
        key = f"network-{index + 1}"
        wired.networks.append(key)
        wired.rows.append(
            Network(
                key=key,
                name=f"net_ether_{index + 1:02d}",
                netmask="" if six else "255.255.255.0",
                prefix=64 if six else None,
                public=index == 0,
                distribution=recipe.answer(Distribution.NOALI, None),
                ipsec=recipe.answer(False, None),
                gateways=routers,
            )
        )
    if not recipe.flawed():
        wired.rows.append(Network(key="network-san", name="net_san", kind=NetworkKind.SANCOMM))


def _cards(recipe: Recipe, wired: Wiring, place: Place, owner: str) -> _Plugs:
    """Cards of a node or VIOS, cabled in turn to the switches of its place."""
    server = owner if owner.startswith("vios-") else ""
    node = "" if server else owner
    ethernet: list[list[str]] = []
    storage: list[str] = []
    for kind, stem, devices, ports in (
        (CardKind.ETHERNET, "ent", place.switches, 4),
        (CardKind.FIBRE_CHANNEL, "fcs", place.fabrics, 2),
    ):
        for number in range(1 if recipe.flawed() else 2):
            key = f"card-{owner}-{stem}{number}"
            device = devices[number % len(devices)]
            slot = f"P1-C{number + (1 if stem == 'ent' else 5)}"
            wired.rows.append(
                Card(
                    key=key,
                    name=f"{stem}card{number}",
                    node=node,
                    server=server,
                    kind=kind,
                    slot=slot,
                )
            )
            names = [f"{stem}{number * ports + port}" for port in range(ports)]
            keys = [f"port-{owner}-{name}" for name in names]
            wired.rows += [
                Port(key=port, name=name, card=key, attached_to=device)
                for port, name in zip(keys, names, strict=True)
            ]
            if kind is CardKind.ETHERNET:
                ethernet.append(keys)
            else:
                storage.append(keys[0])
    return _Plugs(ethernet, tuple(storage))


def _shared_adapter(wired: Wiring, server: str, plugs: _Plugs, servers: int) -> None:
    first, last = plugs.ethernet[0], plugs.ethernet[-1]
    priority = 2 if server.endswith("b") and servers == 2 else 1
    wired.rows.append(
        SharedEthernetAdapter(
            key=f"sea-{server}",
            name="ent12",
            server=server,
            ports=(first[0], first[1]),
            backup_port=last[2],
            trunk_priority=priority,
            vlans="100, 110, 120",
        )
    )


def _virtual(wired: Wiring, host: Host, index: int) -> None:
    wired.rows.append(
        Interface(
            key=f"interface-{host.node}-{index}",
            name=f"en{index}",
            node=host.node,
            network=wired.networks[index],
            kind=InterfaceKind.VIRTUAL,
            adapters=tuple(f"sea-{server}" for server in host.servers),
        )
    )


def _channel(recipe: Recipe, wired: Wiring, host: Host, index: int, plugs: _Plugs) -> None:
    backup = "" if recipe.flawed() else plugs.ethernet[-1][index + 1]
    wired.rows.append(
        Interface(
            key=f"interface-{host.node}-{index}",
            name=f"en{8 + index}",
            node=host.node,
            network=wired.networks[index],
            kind=InterfaceKind.ETHERCHANNEL if backup else InterfaceKind.PHYSICAL,
            ports=(plugs.ethernet[0][index],),
            backup_port=backup,
            mode=ChannelMode.BACKUP if backup else None,
        )
    )


def _labels(
    recipe: Recipe, wired: Wiring, addresses: _Addresses, host: Host, number: int, index: int
) -> None:
    """A boot label per interface, a persistent one per node, and what netmon.cf asks."""
    interface = f"interface-{host.node}-{index}"
    network = wired.networks[index]
    suffix = f"{number + 1:02d}_{index + 1}"
    wired.rows.append(
        IpLabel(
            key=f"label-boot-{suffix}",
            name=recipe.label(f"boot{suffix}"),
            address=addresses.at(index, 1, 10 + number),
            network=network,
            node=host.node,
            interface=interface,
        )
    )
    if index == 0 and not recipe.flawed():
        wired.rows.append(
            IpLabel(
                key=f"label-persistent-{suffix}",
                name=f"pers{suffix}",
                function=LabelFunction.PERSISTENT,
                address=addresses.at(index, 2, 10 + number),
                network=network,
                node=host.node,
            )
        )
    if not recipe.flawed():
        wired.rows += [
            NetmonTarget(
                key=f"netmon-{suffix}-{last}",
                node=host.node,
                interface=interface,
                target=addresses.at(index, 9, last),
            )
            for last in (1, 2)
        ]


def _service_labels(recipe: Recipe, wired: Wiring, addresses: _Addresses) -> None:
    for group in range(recipe.groups):
        index = recipe.dice.randrange(len(wired.networks))
        key = f"label-service-{group + 1:02d}"
        wired.service_labels.append(key)
        wired.rows.append(
            IpLabel(
                key=key,
                name=recipe.label(f"svc{group + 1:02d}"),
                function=LabelFunction.SERVICE,
                address=addresses.at(index, 2, 100 + group),
                network=wired.networks[index],
            )
        )
