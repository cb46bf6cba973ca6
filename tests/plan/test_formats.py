"""Forms of texts that a cell refuses or takes."""

from __future__ import annotations

import pytest

from worksheets.plan.formats import (
    address,
    addresses,
    host_names,
    mac_address,
    multicast_address,
    wwpn,
)
from worksheets.plan.integrity import row_problems
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions


@pytest.mark.parametrize("text", ["228.168.101.43", "239.255.255.255", "ff05::7f01"])
def test_a_multicast_address_is_no_host_address(text):
    assert multicast_address(text) is None
    assert address(text) is not None


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("10.1.1.11", "not a multicast"),
        ("2001:db8::11", "not a multicast"),
        ("ff02::1%en0", "zone"),
        ("228.168.101", "not an IPv4 or IPv6"),
        ("228.168.101.43/24", "not an IPv4 or IPv6"),
    ],
)
def test_what_is_not_multicast_is_refused_with_a_reason(text, wrong):
    assert wrong in multicast_address(text)


@pytest.mark.parametrize(("text", "count"), [("228.168.101.43", 0), ("10.1.1.11", 1), ("", 0)])
def test_the_cluster_address_is_a_multicast_address(text, count):
    row = ClusterOptions(key="cluster", name="c", cluster_ip=text)
    found = row_problems(Plan([row]), row)
    assert [problem.column for problem in found] == ["cluster_ip"] * count


def test_hardware_addresses_and_port_names_with_and_without_colons():
    assert mac_address("40:f2:e9:1c:00:a4") is None
    assert mac_address("40F2E91C00A4") is None
    assert wwpn("c0:50:76:08:1a:2b:00:04") is None
    assert wwpn("C05076081A2B0004") is None


@pytest.mark.parametrize("text", ["40:f2:e9:1c:00", "40:f2:e9:1c:00:a4:17", "40-f2-e9-1c-00-a4"])
def test_what_is_no_hardware_address_is_refused(text):
    assert "12 hexadecimal" in mac_address(text)


@pytest.mark.parametrize("text", ["c0:50:76:08:1a:2b:00", "c0:50:76:08:1a:2b:00:0g", "0x01"])
def test_what_is_no_port_name_is_refused(text):
    assert "16 hexadecimal" in wwpn(text)


def test_a_list_of_addresses_says_which_one_is_wrong():
    assert addresses("10.1.0.53, 2001:db8::53") is None
    assert "'10.1.0'" in addresses("10.1.0.53, 10.1.0")
    assert "''" in addresses("10.1.0.53,")


def test_host_names_stand_behind_an_address():
    assert host_names("ntp1.example.com ntp1 app_svc") is None
    for text in ("ntp1 # time", "-ntp1", "ntp1,ntp2", "ntp1."):
        assert "not a host name" in host_names(text)
