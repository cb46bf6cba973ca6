"""Subnets, and address rules beyond one example each."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, edit_all, sound
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.network import Network
from worksheets.rules.judge import judge
from worksheets.rules.subnets import host, prefix_for, subnet


def titles(plan: Plan, rule: str) -> list[str]:
    return [finding.title for finding in judge(plan).findings if finding.rule == rule]


@given(st.ip_addresses(), st.data())
def test_subnets_agree_with_the_standard_library(address, data):
    prefix = data.draw(st.integers(1, address.max_prefixlen))
    number = host(str(address))
    assert number is not None
    found = subnet(number, prefix)
    expected = ipaddress.ip_network((address, prefix), strict=False)
    assert str(found) == str(expected)
    assert found.last == int(expected.broadcast_address)


@pytest.mark.parametrize(
    ("netmask", "prefix", "version", "expected"),
    [
        ("255.255.252.0", None, 4, 22),
        ("255.255.252.0", None, 6, None),
        ("", 24, 4, 24),
        ("", 64, 4, None),
        ("", 64, 6, 64),
        ("", None, 4, None),
    ],
)
def test_prefix_of_a_network_depends_on_the_family(netmask, prefix, version, expected):
    network = Network(key="n", name="n", netmask=netmask, prefix=prefix)
    assert prefix_for(network, version) == expected


def test_networks_with_nested_subnets_share_one():
    wide = edit(sound(), Network, "net1", netmask="255.255.0.0")
    assert titles(wide, "ADDR-SUBNET-TWICE") == ["net_ether_01 and net_ether_02 share a subnet"]


def test_both_ends_of_a_subnet_are_taken():
    low = edit(sound(), IpLabel, "svc", address="10.1.1.0")
    assert titles(low, "ADDR-NOT-HOST") == [
        "10.1.1.0 of app_svc is the name of the subnet 10.1.1.0/24"
    ]
    point_to_point = edit(low, Network, "net1", netmask="255.255.255.254")
    assert not titles(point_to_point, "ADDR-NOT-HOST")


def test_routers_may_stand_between_the_sites_of_a_linked_cluster_only(split_sites):
    linked = edit(split_sites, ClusterOptions, "cluster", type=ClusterType.LINKED)
    assert titles(split_sites, "NET-PAIR") == ["nodeb shares no direct network with nodea"]
    assert not titles(linked, "NET-PAIR")


@pytest.fixture
def split_sites() -> Plan:
    from tests.rules.builders import two_sites

    plan = edit(two_sites(), IpLabel, "b21", address="10.7.1.12")
    return edit(plan, IpLabel, "b22", address="10.7.2.12")


def test_an_address_not_entered_yet_is_given_the_benefit_of_the_doubt():
    assert not titles(edit_all(sound(), IpLabel, address=""), "NET-PAIR")
