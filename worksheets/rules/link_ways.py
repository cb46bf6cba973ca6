"""Ways over links between network devices, worked out for rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from worksheets.plan.rows.device_link import DeviceLink
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.rules.design import Design
from worksheets.rules.layout import layout_of

Neighbours = dict[str, list[tuple[str, str]]]
_WAY_OUT = (DeviceKind.ROUTER, DeviceKind.FIREWALL)


def links(design: Design) -> Sequence[DeviceLink]:
    """All links by their keys."""
    return layout_of(design).ordered(DeviceLink)


def sites_of_link(design: Design, link: DeviceLink) -> list[str]:
    """Sites (keys) of the two ends of a link, each once, as far as known."""
    site_of_rack = layout_of(design).site_of_rack
    ends = design.plan.pick(NetworkDevice, (link.from_device, link.to_device))
    return sorted({site for end in ends if (site := site_of_rack.get(end.rack))})


def ways_out(design: Design) -> set[str]:
    """Devices (keys) by which users are reached: gateways of networks, routers and firewalls."""
    plan = design.plan
    named = {key for network in plan.rows(Network) for key in network.gateways}
    return {
        device.key
        for device in plan.rows(NetworkDevice)
        if device.key in named or device.kind in _WAY_OUT
    }


def neighbours(design: Design) -> Neighbours:
    """By device (key) the devices at the other ends of its links, with the key of the link."""
    found: Neighbours = defaultdict(list)
    for link in links(design):
        if link.from_device and link.to_device:
            found[link.from_device].append((link.to_device, link.key))
            found[link.to_device].append((link.from_device, link.key))
    return found


def reached(found: Neighbours, starts: Iterable[str], without: str = "") -> dict[str, str]:
    """Devices that lead to one of the starts, each with the link (key) by which it was found.

    `without`: the key of a link that is taken to be cut.
    """
    by = dict.fromkeys(sorted(starts), "")
    queue = list(by)
    for device in queue:
        for other, link in found.get(device, ()):
            if other not in by and link != without:
                by[other] = link
                queue.append(other)
    return by
