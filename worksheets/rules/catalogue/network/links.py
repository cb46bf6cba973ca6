"""Links between network devices: ends, ports, reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.row import Row
from worksheets.plan.rows.device_link import DeviceLink
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.site import Site
from worksheets.rules.design import Design
from worksheets.rules.far_copies import distance
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.link_ways import links, sites_of_link
from worksheets.rules.media import reach
from worksheets.rules.registry import Rule, rule


def _name(design: Design, link: DeviceLink) -> str:
    return design.plan.title(DeviceLink, link.key)


@rule(
    "LINK-SELF",
    "Link from a device to itself",
    severity=Severity.WARNING,
    sources=("R7",),
    fix="Name the device at the other end.",
)
def link_self(design: Design, rule: Rule) -> Iterator[Finding]:
    """A cable between two ports of one device is a loop, or one of its ends is wrong."""
    for link in links(design):
        if link.from_device and link.from_device == link.to_device:
            name = design.plan.title(NetworkDevice, link.from_device)
            yield rule.at(
                cell(link, "to_device"),
                cell(link, "from_device"),
                title=f"The link {_name(design, link)} leads from {name} to {name}",
            )


@rule(
    "LINK-LAYERS",
    "Link between a SAN switch and a device of the network",
    severity=Severity.WARNING,
    sources=("R7",),
    fix="Correct the kind of the device, or the end of the link.",
)
def link_layers(design: Design, rule: Rule) -> Iterator[Finding]:
    """Fibre Channel and Ethernet do not speak to each other over a cable."""
    for link in links(design):
        ends = design.plan.pick(NetworkDevice, (link.from_device, link.to_device))
        fibre = [end for end in ends if end.kind is DeviceKind.SAN_SWITCH]
        if len(ends) == 2 and len(fibre) == 1:
            other = ends[1] if ends[0] is fibre[0] else ends[0]
            yield rule.at(
                cell(link),
                cell(fibre[0], "kind"),
                cell(other, "kind"),
                title=f"The SAN switch {fibre[0].name} is linked with {other.name}, "
                f"a device of the kind {other.kind.label}",
            )


@rule(
    "LINK-PORT-TWICE",
    "Port of a device with two cables",
    severity=Severity.WARNING,
    sources=("R1", "R7"),
    fix="Correct one of the ports.",
)
def link_port_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """One port takes one cable. Whoever pulls the wrong one during a repair takes a way down that
    was still needed."""
    plan = design.plan
    found: dict[tuple[str, str], list[tuple[Row, str]]] = defaultdict(list)
    for link in links(design):
        for device, column in ((link.from_device, "from_port"), (link.to_device, "to_port")):
            found[device, getattr(link, column).strip().casefold()].append((link, column))
    if not found:
        return
    for port in layout_of(design).ordered(Port):
        key = (port.attached_to, port.switch_port.strip().casefold())
        if key in found:
            found[key].append((port, "switch_port"))
    for (device, name), uses in found.items():
        if device and name and len(uses) > 1:
            row, column = uses[0]
            yield rule.at(
                *(cell(row, column) for row, column in uses),
                title=f"The port {getattr(row, column).strip()} of "
                f"{plan.title(NetworkDevice, device)} has {len(uses)} cables",
                about=f"{device} {name}",
            )


@rule(
    "LINK-REACH",
    "Link longer than its medium reaches",
    severity=Severity.WARNING,
    sources=("R7", "R8", "IEEE 802.3"),
    fix="Choose another medium, or put a device in between.",
)
def link_reach(design: Design, rule: Rule) -> Iterator[Finding]:
    """Beyond the reach of its medium a link comes up with errors or not at all, and errors look
    like a failing network to the cluster."""
    for link in links(design):
        most = reach(link.medium, link.speed)
        if link.medium is None or link.length is None or most is None or link.length <= most:
            continue
        speed = f" at {link.speed} Gbit/s" if link.speed is not None else ""
        yield rule.at(
            cell(link, "length"),
            cell(link, "medium"),
            title=f"The link {_name(design, link)} is {link.length} m long; {link.medium.label} "
            f"reaches {most} m{speed}",
        )


@rule(
    "LINK-SHORT",
    "Link between sites shorter than the way between them",
    severity=Severity.ADVICE,
    sources=("R8", "R7"),
    fix="Correct the length of the link or the distance of the sites.",
)
def link_short(design: Design, rule: Rule) -> Iterator[Finding]:
    """The length of the line decides how long each write waits for the other site. It is never
    less than the distance."""
    for link in links(design):
        ends = sites_of_link(design, link)
        found = distance(design, ends) if len(ends) == 2 else None
        if found is not None and link.length is not None and link.length < found[1] * 1000:
            yield rule.at(
                cell(link, "length"),
                cell(found[0], "distance_km"),
                title=f"The link {_name(design, link)} is {link.length} m long, but "
                f"{listed(design.plan.title(Site, site) for site in ends)} are {found[1]} km "
                "apart",
            )
