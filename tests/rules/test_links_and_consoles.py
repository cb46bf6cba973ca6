"""Links, consoles, multicast and IPsec beyond the examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, edit_all, sound, two_sites
from tests.rules.examples_names_and_links import linked, managed, multicast
from tests.rules.telling import places, severities, titles, told
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.device_link import DeviceLink, Medium
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.site import Site
from worksheets.rules.judge import judge
from worksheets.rules.media import reach

SOUND, SITES = sound(), two_sites()


@pytest.mark.parametrize(
    ("medium", "speed", "metres"),
    [
        (Medium.COPPER, 1, 100),
        (Medium.COPPER, 10, 100),
        (Medium.COPPER, 25, 30),
        (Medium.MULTIMODE, 1, 550),
        (Medium.MULTIMODE, 10, 400),
        (Medium.MULTIMODE, 100, 150),
        (Medium.MULTIMODE, None, 550),
        (Medium.SINGLEMODE, 100, 80_000),
        (Medium.LINE, 1, None),
        (None, 1, None),
    ],
)
def test_reach_of_media(medium, speed, metres):
    assert reach(medium, speed) == metres
    if metres is not None:
        fits = linked(("sw1", "sw2"), medium=medium, speed=speed, length=metres)
        assert told(fits, "LINK-REACH") == []
        assert len(told(edit(fits, DeviceLink, "l1", length=metres + 1), "LINK-REACH")) == 1
        assert told(edit(fits, DeviceLink, "l1", length=None), "LINK-REACH") == []


def test_a_link_of_unknown_speed_is_told_without_it():
    plan = linked(("sw1", "sw2"), medium=Medium.MULTIMODE, length=551)
    assert titles(plan, "LINK-REACH") == [
        "The link sw1 to sw2 (L-1) is 551 m long; multimode fibre reaches 550 m"
    ]
    assert places(plan, "LINK-REACH") == [["device_link/l1/length", "device_link/l1/medium"]]
    line = linked(("sw1", "sw2"), medium=Medium.LINE, length=1_000_000)
    assert told(line, "LINK-REACH") == []


def test_links_to_themselves():
    assert places(linked(("sw1", "sw1")), "LINK-SELF") == [
        ["device_link/l1/to_device", "device_link/l1/from_device"]
    ]
    assert told(linked(("", "")), "LINK-SELF") == []


def test_layers_of_links():
    plan = linked(("san2", "rtr1"))
    assert titles(plan, "LINK-LAYERS") == [
        "The SAN switch san2 is linked with rtr1, a device of the kind router"
    ]
    assert places(plan, "LINK-LAYERS") == [
        ["device_link/l1", "network_device/san2/kind", "network_device/rtr1/kind"]
    ]
    assert told(linked(("san2", "")), "LINK-LAYERS") == []
    assert told(linked(("san2", "gone")), "LINK-LAYERS") == []


def test_ports_of_devices():
    plan = linked(("sw1", "sw2"), from_port="1/48", to_port=" 1/1 ")
    assert told(plan, "LINK-PORT-TWICE") == []
    attached = edit(plan, Port, "n1e1p0", switch_port="1/48")
    assert titles(attached, "LINK-PORT-TWICE") == ["The port 1/48 of sw1 has 2 cables"]
    assert places(attached, "LINK-PORT-TWICE") == [
        ["device_link/l1/from_port", "port/n1e1p0/switch_port"]
    ]
    assert told(edit(plan, Port, "n1e1p0", switch_port="1/1"), "LINK-PORT-TWICE") == []
    assert len(told(edit(plan, Port, "n1e2p0", switch_port="1/1"), "LINK-PORT-TWICE")) == 1
    nowhere = linked(("", "sw2"), ("", "sw2"), from_port="1/48")
    assert told(nowhere, "LINK-PORT-TWICE") == []
    unnamed = linked(("sw1", "sw2"), ("sw1", "sw2"))
    assert told(unnamed, "LINK-PORT-TWICE") == []
    crossed = linked(("sw1", "sw2"), ("rtr1", "sw1"), from_port="A", to_port="a")
    assert len(told(crossed, "LINK-PORT-TWICE")) == 1


def test_length_and_distance():
    plan = linked(("sw1", "sw2"), plan=SITES, length=999)
    assert places(plan, "LINK-SHORT") == [["device_link/l1/length", "site/s1/distance_km"]]
    assert told(edit(plan, DeviceLink, "l1", length=None), "LINK-SHORT") == []
    assert told(edit(plan, DeviceLink, "l1", to_device="rtr1"), "LINK-SHORT") == []
    assert told(edit_all(plan, Site, distance_km=None), "LINK-SHORT") == []


def test_one_cable_to_the_users():
    tree = linked(("sw1", "rtr1"), ("sw2", "sw1"))
    assert titles(tree, "LINK-SINGLE") == [
        "Without the link sw1 to rtr1 (L-1) sw1 and sw2 reach no router and no gateway",
        "Without the link sw2 to sw1 (L-2) sw2 reaches no router and no gateway",
    ]
    assert places(tree, "LINK-SINGLE") == [
        ["device_link/l1", "network_device/sw1", "network_device/sw2"],
        ["device_link/l2", "network_device/sw2"],
    ]
    doubled = linked(("sw1", "rtr1"), ("sw1", "rtr1"), ("sw2", "sw1"), ("sw1", "sw2"))
    assert told(doubled, "LINK-SINGLE") == []
    no_way_out = linked(("sw1", "sw2"))
    assert told(no_way_out, "LINK-SINGLE") == []
    by_gateway = edit(no_way_out, Network, "net1", gateways=("sw2",))
    assert titles(by_gateway, "LINK-SINGLE") == [
        "Without the link sw1 to sw2 (L-1) sw1 reaches no router and no gateway"
    ]
    firewall = edit(tree, NetworkDevice, "rtr1", kind=DeviceKind.FIREWALL)
    assert len(told(firewall, "LINK-SINGLE")) == 2
    fibre = linked(("san1", "rtr1"))
    assert told(fibre, "LINK-SINGLE") == []
    open_end = linked(("sw1", ""), ("", "rtr1"))
    assert told(open_end, "LINK-SINGLE") == []


@given(st.integers(2, 6), st.integers(0, 5))
def test_a_ring_has_no_single_cable_and_a_broken_one_only_such(size, cut):
    devices = [NetworkDevice(key=f"s{n}", name=f"s{n}") for n in range(1, size)]
    names = ["rtr1", *(device.key for device in devices)]
    ring = [(names[n], names[(n + 1) % size]) for n in range(size)]
    plan = linked(*ring).replace(*devices)
    assert told(plan, "LINK-SINGLE") == []
    broken = plan.without(DeviceLink, f"l{cut % size + 1}")
    assert len(told(broken, "LINK-SINGLE")) == size - 1


def test_links_between_sites_by_layer():
    plan = linked(("sw1", "sw2"), ("san1", "san2"), ("san1", "san2"), plan=SITES, route="duct")
    assert titles(plan, "LINK-SITES-ONE") == [
        "One link of the network joins the sites, sw1 to sw2 (L-1)"
    ]
    assert titles(plan, "LINK-SITES-ROUTE") == [
        "All 2 links of the SAN between the sites run by one way, duct"
    ]
    assert places(plan, "LINK-SITES-ROUTE") == [["device_link/l2/route", "device_link/l3/route"]]
    assert told(plan, "LINK-SITES-CARRIER") == []
    one_site = linked(("sw1", "sw2"), ("sw1", "sw2"), route="duct", carrier="x")
    for rule in ("LINK-SITES-ONE", "LINK-SITES-ROUTE", "LINK-SITES-CARRIER"):
        assert told(one_site, rule) == [], rule
    inside = linked(("sw1", "rtr1"), plan=SITES)
    assert told(inside, "LINK-SITES-ONE") == []


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Nordlink", " nordlink ", True),
        ("duct  north", "Duct north", True),
        ("Nordlink", "", False),
        ("", "", False),
        ("a", "b", False),
    ],
)
def test_what_links_share(first, second, same):
    plan = linked(("sw1", "sw2"), ("sw1", "sw2"), plan=SITES)
    for column, rule in (("route", "LINK-SITES-ROUTE"), ("carrier", "LINK-SITES-CARRIER")):
        both = edit(
            edit(plan, DeviceLink, "l1", **{column: first}), DeviceLink, "l2", **{column: second}
        )
        assert bool(told(both, rule)) is same, rule


def test_links_weigh_less_outside_production():
    plan = linked(("sw1", "sw2"), plan=SITES)
    test = edit(plan, ClusterOptions, "cluster", environment=Environment.TEST)
    found = [
        [item.severity.value for item in judge(each).findings if item.rule == "LINK-SITES-ONE"]
        for each in (plan, test)
    ]
    assert found == [["warning"], ["advice"]]


def test_a_second_console():
    one = edit(managed(), Frame, "f2", hmcs=("hmc2", "hmc2"))
    assert severities(one, "HMC-SINGLE") == ["warning"]
    assert places(one, "HMC-SINGLE") == [["frame/f2/hmcs", "hmc/hmc2"]]
    unasked = edit(managed(asked=False), Frame, "f2", hmcs=("hmc2",))
    assert severities(unasked, "HMC-SINGLE") == ["advice"]
    assert told(managed(), "HMC-SINGLE") == []


def test_consoles_far_away():
    plan = managed(SITES, site="s2")
    assert places(plan, "HMC-FAR") == [["frame/f1/hmcs", "hmc/hmc1/site", "hmc/hmc2/site"]]
    assert told(managed(SITES, site=""), "HMC-FAR") == []
    assert told(edit(plan, Rack, "r1", site=""), "HMC-FAR") == []
    assert told(edit(plan, Frame, "f1", hmcs=()), "HMC-FAR") == []


def test_sites_that_consoles_serve():
    plan = managed(SITES, sites=("s2",))
    assert places(plan, "HMC-SERVES") == [["site/s1", "hmc/hmc2/sites"]]
    none = edit_all(plan, Hmc, sites=("s2",))
    assert titles(none, "HMC-SERVES") == ["no console serves the nodes on north"]
    assert places(none, "HMC-SERVES") == [["site/s1", "hmc/hmc1/sites", "hmc/hmc2/sites"]]
    assert told(managed(SITES, asked=False, sites=("s2",)), "HMC-SERVES") == []
    assert told(managed(sites=("s2",)), "HMC-SERVES") == []
    assert told(plan.without(Hmc, "hmc1", "hmc2"), "HMC-SERVES") == []
    assert told(managed(SITES), "HMC-SERVES") == []


def test_consoles_that_nobody_asks_are_advice():
    plan = managed(asked=False, keys_exchanged=False, resolves_nodes=False)
    assert severities(plan, "HMC-READY") == ["advice", "advice"]
    asked = managed(keys_exchanged=False, resolves_nodes=False)
    assert severities(asked, "HMC-READY") == ["blocker", "blocker"]
    anyway = edit(asked, Provisioning, "prov", start_anyway=True)
    assert severities(anyway, "HMC-READY") == ["warning", "warning"]
    second = anyway.replace(Provisioning(key="prov2", start_anyway=False))
    assert severities(second, "HMC-READY") == ["blocker", "blocker"]
    assert titles(asked, "HMC-READY")[1] == "hmc-1 does not know the names of the nodes"
    assert places(asked, "HMC-READY")[1] == ["hmc/hmc1/resolves_nodes"]


def test_addresses_of_consoles():
    plan = managed(address="10.1.2.21")
    assert places(plan, "HMC-ADDRESS") == [["hmc/hmc1/address", "ip_label/per1/address"]]
    assert told(edit(managed(address=""), IpLabel, "svc", address=""), "HMC-ADDRESS") == []


def test_idle_consoles_and_their_sites():
    idle = edit_all(managed(), Frame, hmcs=("hmc2",))
    assert titles(idle, "HMC-IDLE") == ["No frame names the console hmc-1"]
    assert told(edit_all(managed(), Frame, hmcs=()), "HMC-IDLE") == []
    assert told(managed(), "HMC-SITES") == []


@pytest.mark.parametrize(
    ("timeout", "retries", "delay", "most", "waits"),
    [
        (5, None, None, 300, None),
        (5, None, None, 299, 300),
        (5, 0, 60, 300, None),
        (None, 3, 100, 299, 300),
        (None, 3, 100, 300, None),
        (None, 3, None, 1, None),
        (1, 2, None, 179, 180),
        (1, 2, 10, 199, 200),
        (1, 2, 10, 200, None),
        (1, 2, 10, None, None),
        (1, 2, 10, 0, None),
    ],
)
def test_time_that_a_console_may_take(timeout, retries, delay, most, waits):
    plan = managed(timeout=timeout, retry_count=retries, retry_delay=delay)
    plan = edit(plan, ClusterOptions, "cluster", max_event_time=most)
    expected = [f"Attempts on hmc-1 may take {waits} s, an event {most} s"] if waits else []
    assert titles(plan, "HMC-TIME") == expected
    if expected:
        assert places(plan, "HMC-TIME") == [
            ["hmc/hmc1/timeout", "cluster_options/cluster/max_event_time"]
        ]


def test_only_consoles_that_are_asked_take_time():
    plan = managed(asked=False, timeout=10)
    assert told(edit(plan, ClusterOptions, "cluster", max_event_time=1), "HMC-TIME") == []


def test_the_waiting_is_explained():
    plan = managed(timeout=1, retry_count=2, retry_delay=10)
    plan = edit(plan, ClusterOptions, "cluster", max_event_time=1)
    assert told(plan, "HMC-TIME")[0].detail == "3 times 1 min, and 10 s between two attempts."


@pytest.mark.parametrize(
    ("user", "count"), [(" HSCROOT ", 1), ("root", 1), ("", 0), ("hscroots", 0)]
)
def test_users_on_the_console(user, count):
    assert len(told(managed(user=user), "HMC-USER")) == count


def test_multicast_through_devices():
    assert titles(multicast(passes_multicast=None), "HEARTBEAT-MULTICAST") == [
        "Heartbeat is by multicast, and nobody has said whether it gets through sw1"
    ]
    assert severities(multicast(passes_multicast=None), "HEARTBEAT-MULTICAST") == ["advice"]
    assert severities(multicast(passes_multicast=False), "HEARTBEAT-MULTICAST") == ["warning"]
    assert places(multicast(passes_multicast=None), "HEARTBEAT-MULTICAST") == [
        ["network_device/passes_multicast", "network_device/sw1/passes_multicast"]
    ]
    assert places(multicast(passes_multicast=False), "HEARTBEAT-MULTICAST")[0][1:] == [
        "cluster_options/cluster/heartbeat_type"
    ]
    fibre = multicast(kind=DeviceKind.SAN_SWITCH, passes_multicast=False)
    assert told(fibre, "HEARTBEAT-MULTICAST") == []
    assert told(edit_all(SOUND, NetworkDevice, passes_multicast=False), "HEARTBEAT-MULTICAST") == []


def test_ipsec_is_a_question_where_two_nodes_have_persistent_labels():
    plan = edit(SOUND, Network, "net2", ipsec=None)
    assert places(plan, "NET-IPSEC") == [["network/ipsec", "network/net2/ipsec"]]
    assert told(edit(plan, IpLabel, "per2", node="n1"), "NET-IPSEC") == []
    assert told(edit(plan, IpLabel, "per2", node=""), "NET-IPSEC") == []
    assert told(edit(plan, IpLabel, "per2", network="net1"), "NET-IPSEC") == []
    assert told(SOUND, "NET-IPSEC") == []
    assert told(SOUND, "NET-IPSEC-IDLE") == []
    test = edit(plan, ClusterOptions, "cluster", environment=Environment.TEST)
    assert [item for item in judge(test).findings if item.rule == "NET-IPSEC"] == []
