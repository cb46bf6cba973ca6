"""Sites, power, racks, frames, Virtual I/O Servers, nodes, and the devices around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.generation.recipe import Recipe
from worksheets.plan.row import Row
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.plan.rows.node import Node, RootvgProtection, UsualRole
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.virtual_io_server import VirtualIoServer

_LEVELS = (("7.2.5.6", "7.2.7 SP1"), ("7.3.2.1", "7.2.8"))
_OLD_LEVELS = ("7.1.5.9", "7.2.3 SP4")
_STANDBY_MEMORY = 2048  # GiB, as much as 15 other nodes have together
_CARRIED = 80  # percent of a node that all takeovers together may fill in a sound design
_CONSOLES = ("hmc-1", "hmc-2")


@dataclass
class Place:
    """One location (a site, or the only room): keys of what stands there."""

    index: int
    site: str
    racks: list[str] = field(default_factory=list)
    switches: list[str] = field(default_factory=list)
    routers: list[str] = field(default_factory=list)
    fabrics: list[str] = field(default_factory=list)


@dataclass
class Host:
    """Where a node is: place, rack and frame, and the VIOS that serve it."""

    node: str
    name: str
    place: Place
    rack: str
    frame: str
    servers: list[str]


@dataclass
class Machines:
    """Rows of this chapter, and what the others look up in it."""

    rows: list[Row]
    places: list[Place]
    hosts: list[Host]


def machines(recipe: Recipe) -> Machines:
    """Everything that stands on the floor, and the partitions that run in it."""
    consoles = [
        Hmc(
            key=key,
            name=key.replace("-", ""),
            address=f"10.250.0.{number}",
            user="hapowerha",
            keys_exchanged=recipe.answer(True, None),
            resolves_nodes=recipe.answer(True, None),
        )
        for number, key in enumerate(_CONSOLES, start=1)
    ]
    built = Machines([*consoles], [], [])
    frames = _frames_per_place(recipe)
    for index in range(max(1, recipe.sites)):
        place = _place(recipe, built, index, racks=min(6, max(2, frames)))
        _devices(recipe, built, place)
        built.places.append(place)
    servers: dict[str, list[str]] = {}
    for place in built.places:
        for number in range(frames):
            _frame(recipe, built, place, number, servers)
    level = _OLD_LEVELS if recipe.flawed() else recipe.dice.choice(_LEVELS)
    for index in range(recipe.nodes):
        _node(recipe, built, index, frames, servers, level)
    return built


def _frames_per_place(recipe: Recipe) -> int:
    """Enough frames that no place needs more than four nodes in one; two where one could do."""
    per_place = -(-recipe.nodes // max(1, recipe.sites))
    if recipe.flawed():
        return -(-per_place // 4)
    fewest = 1 if recipe.sites == 2 and per_place == 1 else 2
    return max(fewest, -(-per_place // recipe.dice.randint(1, 4)))


def _place(recipe: Recipe, built: Machines, index: int, racks: int) -> Place:
    place = Place(index, f"site-{index + 1}" if recipe.sites else "")
    if place.site:
        town = ("north", "south")[index]
        distance = recipe.dice.randint(3, 8) if recipe.flawed() else recipe.dice.randint(1, 2)
        built.rows.append(
            Site(
                key=place.site,
                name=f"site_{town}",
                location=f"computer room {town}",
                priority=index + 1,
                distance_km=distance if recipe.sites == 2 else None,
            )
        )
    for number in range(racks):
        circuits = []
        for feed in "a" if recipe.flawed() else "ab":
            circuit = f"circuit-{index}-{number}{feed}"
            ups = recipe.answer(not recipe.flawed(), None)
            built.rows.append(
                PowerCircuit(
                    key=circuit,
                    name=f"P{index + 1}{number + 1:02d}{feed.upper()}",
                    site=place.site,
                    feed=f"board {feed.upper()}",
                    ups=ups,
                )
            )
            circuits.append(circuit)
        rack = f"rack-{index}-{number}"
        built.rows.append(
            Rack(
                key=rack,
                name=recipe.name(f"R{index + 1}{number + 1:02d}"),
                site=recipe.answer(place.site, ""),
                circuits=tuple(circuits),
            )
        )
        place.racks.append(rack)
    return place


def _devices(recipe: Recipe, built: Machines, place: Place) -> None:
    for kind, stem, keys in (
        (DeviceKind.SWITCH, "sw", place.switches),
        (DeviceKind.ROUTER, "rtr", place.routers),
        (DeviceKind.SAN_SWITCH, "san", place.fabrics),
    ):
        for number in range(1 if recipe.flawed() else 2):
            name = f"{stem}{place.index + 1}{number + 1}"
            key = f"device-{name}"
            fabric = "AB"[number] if kind is DeviceKind.SAN_SWITCH else ""
            rack = recipe.answer(place.racks[number], "")
            built.rows.append(
                NetworkDevice(key=key, name=name, kind=kind, rack=rack, fabric=fabric)
            )
            keys.append(key)


def _frame(
    recipe: Recipe, built: Machines, place: Place, number: int, servers: dict[str, list[str]]
) -> None:
    key = f"frame-{place.index}-{number}"
    built.rows.append(
        Frame(
            key=key,
            name=recipe.name(f"cec{place.index + 1}{number + 1:02d}"),
            rack=place.racks[number % len(place.racks)],
            model=recipe.dice.choice(("9105-42A", "9080-HEX", "9009-42G", "8286-42A")),
            serial=f"78{place.index + 1}{number + 1:02d}{recipe.dice.randrange(16**3):03X}",
            hmcs=recipe.answer(_CONSOLES, ()),
        )
    )
    servers[key] = []
    if not recipe.virtual:
        return
    for half in range(1 if recipe.flawed() else 2):
        name = f"vio{place.index + 1}{number + 1:02d}{'ab'[half]}"
        built.rows.append(
            VirtualIoServer(key=f"vios-{name}", name=name, frame=key, level="3.1.4.21")
        )
        servers[key].append(f"vios-{name}")


def _cpu_peak(recipe: Recipe) -> int:
    """Low enough that one node can carry all, unless nobody has thought of it."""
    if recipe.flawed():
        return recipe.dice.randint(20, 97)
    return recipe.dice.randint(3, max(4, _CARRIED // recipe.nodes))


def _node(
    recipe: Recipe,
    built: Machines,
    index: int,
    frames: int,
    servers: dict[str, list[str]],
    level: tuple[str, str],
) -> None:
    place = built.places[index % len(built.places)]
    number = index // len(built.places) % frames
    frame = f"frame-{place.index}-{number}"
    name = recipe.name(f"node{index + 1:02d}")
    key = f"node-{index + 1:02d}"
    last = index == recipe.nodes - 1
    rootvg = RootvgProtection.NONE if recipe.flawed() else RootvgProtection.MIRRORED
    built.rows.append(
        Node(
            key=key,
            name=name,
            frame=frame,
            usual_role=UsualRole.STANDBY if last else UsualRole.ACTIVE,
            rootvg=recipe.answer(rootvg, None),
            rootvg_servers=tuple(servers[frame]),
            io_slots_free=recipe.answer(recipe.dice.randint(4, 8), None),
            io_slots_needed=0 if recipe.virtual else 4,
            cpu_peak=_cpu_peak(recipe),
            memory=_STANDBY_MEMORY if last else recipe.dice.choice((64, 128)),
            aix_level=level[0],
            powerha_level=level[1],
            communication_path=name,
        )
    )
    rack = place.racks[number % len(place.racks)]
    built.hosts.append(Host(key, name, place, rack, frame, servers[frame]))
