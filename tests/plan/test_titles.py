"""What rows without a name of their own are called."""

from __future__ import annotations

from worksheets.plan.integrity import problems
from worksheets.plan.plan import Plan
from worksheets.plan.rows.device_link import DeviceLink
from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.name_resolution import NameResolution
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.software_level import SoftwareLevel

DEVICES = (NetworkDevice(key="sw1", name="switch1"), NetworkDevice(key="rtr1", name="router1"))
NODE = Node(key="n1", name="nodea")


def titles(*rows):
    plan = Plan(rows)
    return list(plan.titles(type(rows[-1])).values())


def test_a_link_is_called_after_its_ends_and_its_cable():
    ends = {"from_device": "sw1", "to_device": "rtr1"}
    assert titles(
        *DEVICES,
        DeviceLink(key="a", cable="L-1", **ends),
        DeviceLink(key="b", **ends),
        DeviceLink(key="c"),
    ) == ["switch1 to router1 (L-1)", "switch1 to router1 (b)", "? to ? (c)"]


def test_two_links_of_two_devices_need_different_cables():
    links = [
        DeviceLink(key=key, from_device="sw1", to_device="rtr1", cable=cable)
        for key, cable in (("a", "L-1"), ("b", "L-2"), ("c", "L-1"))
    ]
    assert [problem.key for problem in problems(Plan([*DEVICES, *links]))] == ["c"]


def test_a_software_level_is_called_after_node_and_product():
    assert titles(
        NODE,
        SoftwareLevel(key="a", node="n1", product="RSCT"),
        SoftwareLevel(key="b", product="RSCT"),
        SoftwareLevel(key="c", node="n1"),
    ) == ["nodea: RSCT", "any node: RSCT", "nodea: c"]


def test_a_hosts_line_is_called_after_its_address_and_first_name():
    assert titles(
        HostEntry(key="a", address="10.1.0.53", names="dns1.example.com dns1"),
        HostEntry(key="b", address="10.1.0.54"),
        HostEntry(key="c"),
    ) == ["10.1.0.53 dns1.example.com", "10.1.0.54", "c"]


def test_a_node_resolves_names_in_one_way():
    rows = [NameResolution(key=key, node="n1") for key in ("a", "b")]
    assert titles(NODE, rows[0], NameResolution(key="c")) == ["nodea", "c"]
    assert [problem.key for problem in problems(Plan([NODE, *rows]))] == ["b"]
