"""Forms of texts that a cell refuses or takes."""

from __future__ import annotations

import pytest

from worksheets.plan.event_names import EVENT_NAMES, event_name, event_names
from worksheets.plan.formats import (
    address,
    addresses,
    date,
    file_paths,
    host_names,
    mac_address,
    multicast_address,
    processing_units,
    wwpn,
)
from worksheets.plan.integrity import row_problems
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.file_collection import FileCollection


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


@pytest.mark.parametrize("text", ["2027-03-14", "2028-02-29", "0999-12-31"])
def test_a_date_is_a_day_of_the_calendar(text):
    assert date(text) is None


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2027-02-29", "calendar"),
        ("0000-01-01", "calendar"),
        ("14.03.2027", "YYYY-MM-DD"),
        ("20270314", "YYYY-MM-DD"),
        ("2027-3-14", "YYYY-MM-DD"),
        ("2027-W11-7", "YYYY-MM-DD"),
        ("2027-03-14\n", "YYYY-MM-DD"),
        ("٢٠٢٧-٠٣-١٤", "YYYY-MM-DD"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(text, wrong):
    assert wrong in date(text)


def test_a_list_of_files_has_a_path_on_each_line():
    assert file_paths("/etc/hosts") is None
    assert file_paths("/etc/hosts\n\n  /etc/my services  \n") is None
    assert "'services', which is not an absolute path" in file_paths("/etc/hosts\nservices")
    assert "parent directory" in file_paths("/etc/../hosts")
    assert "'/etc/hosts' twice" in file_paths("/etc/hosts\n/etc/services\n/etc/hosts ")


def test_a_file_collection_with_a_wrong_line_cannot_be_stored():
    row = FileCollection(key="c", name="c", files="/etc/hosts\netc/services")
    (found,) = row_problems(Plan([row]), row)
    assert found.column == "files"
    assert found.message.endswith("enter absolute paths such as /etc/hosts, one on each line")


@pytest.mark.parametrize(
    "text",
    ["node_down", "node_down_complete", "rg_move_complete", "config_too_long", "site_merge"],
)
def test_predefined_events_are_known(text):
    assert event_name(text) is None
    assert text in EVENT_NAMES


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("node_donw_complete", "perhaps node_down_complete"),
        ("Network_Down", "perhaps network_down"),
        ("node down", "perhaps node_down"),
        ("node_down*", "perhaps node_down"),
    ],
)
def test_a_mistyped_event_names_the_nearest(text, hint):
    assert hint in event_name(text)


def test_a_foreign_event_is_refused_without_a_guess():
    assert event_name("xyzzy") == "is not a predefined event of PowerHA"


def test_a_list_of_events():
    assert event_names("node_down, rg_move,event_error") is None
    assert "names 'rg_mvoe', which" in event_names("node_down, rg_mvoe")
    assert "names ''" in event_names("node_down,")
    assert "twice" in event_names("node_down, node_down")


@pytest.mark.parametrize("text", ["0.05", "2.5", "4", "256"])
def test_processing_units_have_two_decimals_at_most(text):
    assert processing_units(text) is None


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("0", "between"),
        ("0.00", "between"),
        ("256.01", "between"),
        ("2.555", "two decimals"),
        ("2,5", "two decimals"),
        ("-1", "two decimals"),
        ("1e2", "two decimals"),
        ("٣", "two decimals"),
    ],
)
def test_what_is_no_number_of_processing_units_is_refused_with_a_reason(text, wrong):
    assert wrong in processing_units(text)
