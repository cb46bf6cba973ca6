"""Sorts the rows of a plan into a picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.documents.picture import Area, Box, Bus, Picture, Pill, Ref, Store
from worksheets.documents.picture_machines import boxes
from worksheets.documents.picture_storage import stores
from worksheets.documents.wiring import Wiring, names
from worksheets.plan.plan import Plan
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site


def picture_of(plan: Plan) -> Picture:
    """What there is to draw of a plan, in the order of its rows."""
    wiring = Wiring(plan)
    frames: dict[str, list[Box]] = defaultdict(list)
    for site, box in boxes(plan, wiring):
        frames[site].append(box)
    units: dict[str, list[Store]] = defaultdict(list)
    for site, store in stores(plan, wiring):
        units[site].append(store)
    areas = [
        Area(
            Ref.to(site),
            site.name,
            (site.location,) if site.location else (),
            tuple(frames[site.key]),
            tuple(units[site.key]),
        )
        for site in plan.rows(Site)
    ]
    if frames[""] or units[""]:
        areas.append(Area(Ref(), "", (), tuple(frames[""]), tuple(units[""])))
    return Picture(
        name=plan.options.name,
        networks=tuple(_network(plan, wiring, network) for network in plan.rows(Network)),
        fabrics=tuple(_fabrics(wiring)),
        areas=tuple(areas),
        homeless=tuple(
            Pill(Ref.to(group), group.name)
            for group in plan.rows(ResourceGroup)
            if not plan.pick(Node, group.nodes)
        ),
    )


def _network(plan: Plan, wiring: Wiring, network: Network) -> Bus:
    switches = ", ".join(wiring.switches(network.key))
    gateways = names(plan.pick(NetworkDevice, network.gateways))
    notes = [f"{network.kind.value} via {switches}" if switches else network.kind.label]
    if gateways:
        notes.append(f"to users: {gateways}")
    dashed = not network.kind.carries_ip
    return Bus(Ref.to(network), network.key, network.name, tuple(notes), dashed)


def _fabrics(wiring: Wiring) -> Iterator[Bus]:
    for fabric in wiring.fabrics:
        alone = len(fabric.switches) == 1
        note = names(fabric.switches)
        notes = (note,) if note and note != fabric.name else ()
        ref = Ref.to(fabric.switches[0]) if alone else Ref()
        yield Bus(ref, fabric.key, fabric.name, notes or ("SAN switch",))
