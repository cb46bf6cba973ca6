"""Links between network devices: what one cable, one route or one carrier takes away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.device_link import DeviceLink
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.link_ways import links, neighbours, reached, sites_of_link, ways_out
from worksheets.rules.registry import Rule, rule


@rule(
    "LINK-SINGLE",
    "Switch that one cable joins to the users",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R7", "S4"),
    fix="Lay a second link over another way, to another device.",
)
def link_single(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each step between the nodes and their users can fail, the cables between the devices too.
    Behind a switch that is cut off the ports of the nodes stay up, so no adapter seems to have
    failed."""
    found, starts = neighbours(design), ways_out(design)
    whole = reached(found, starts)
    for key in sorted({link for link in whole.values() if link}):
        lost = whole.keys() - reached(found, starts, without=key).keys()
        switches = [
            device
            for device in design.plan.pick(NetworkDevice, sorted(lost))
            if device.kind is DeviceKind.SWITCH
        ]
        link = design.plan.get(DeviceLink, key)
        if switches and link is not None:
            yield rule.at(
                cell(link),
                *(cell(device) for device in switches),
                title=f"Without the link {design.plan.title(DeviceLink, key)} "
                f"{listed(device.name for device in switches)} "
                f"{'reaches' if len(switches) == 1 else 'reach'} no router and no gateway",
            )


def _between_sites(design: Design) -> dict[str, list[DeviceLink]]:
    """Links between two sites, those of the SAN apart from those of the network."""
    fibre = {
        device.key
        for device in design.plan.rows(NetworkDevice)
        if device.kind is DeviceKind.SAN_SWITCH
    }
    found: dict[str, list[DeviceLink]] = defaultdict(list)
    for link in links(design):
        if len(sites_of_link(design, link)) == 2:
            found["SAN" if link.from_device in fibre else "network"].append(link)
    return found


@rule(
    "LINK-SITES-ONE",
    "Sites joined by one link",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R7", "S10"),
    fix="Plan a second link over another way and by another carrier.",
)
def link_sites_one(design: Design, rule: Rule) -> Iterator[Finding]:
    """When the only line between the sites is cut, each of them takes the other for dead."""
    for layer, rows in _between_sites(design).items():
        if len(rows) == 1:
            yield rule.at(
                cell(rows[0]),
                title=f"One link of the {layer} joins the sites, "
                f"{design.plan.title(DeviceLink, rows[0].key)}",
            )


def _shared(rows: list[DeviceLink], column: str) -> str:
    """What all of several links have in a column, or an empty text."""
    texts = {" ".join(getattr(row, column).casefold().split()) for row in rows}
    same = len(rows) > 1 and len(texts) == 1 and texts != {""}
    return str(getattr(rows[0], column)).strip() if same else ""


@rule(
    "LINK-SITES-ROUTE",
    "Links between sites that share one way",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R7", "S10"),
    fix="Lay one of them through other ducts and buildings.",
)
def link_sites_route(design: Design, rule: Rule) -> Iterator[Finding]:
    """Several links in one duct are one link to an excavator."""
    for layer, rows in _between_sites(design).items():
        route = _shared(rows, "route")
        if route:
            yield rule.at(
                *(cell(row, "route") for row in rows),
                title=f"All {len(rows)} links of the {layer} between the sites run by one way, "
                f"{route}",
            )


@rule(
    "LINK-SITES-CARRIER",
    "Links between sites that one carrier runs",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R7", "S10"),
    fix="Order one of them from another carrier, and ask both whose fibre they use.",
)
def link_sites_carrier(design: Design, rule: Rule) -> Iterator[Finding]:
    """A carrier that has an outage, or changes its equipment at night, takes all of its links at
    once."""
    for layer, rows in _between_sites(design).items():
        carrier = _shared(rows, "carrier")
        if carrier:
            yield rule.at(
                *(cell(row, "carrier") for row in rows),
                title=f"All {len(rows)} links of the {layer} between the sites are run by "
                f"{carrier}",
            )
