"""Forms of texts that a cell refuses or takes."""

from __future__ import annotations

import pytest

from worksheets.plan.formats import address, multicast_address, processing_units
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
