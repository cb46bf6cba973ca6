"""Addresses, masks, sites, distribution, VLANs and netmon.cf beyond one example each."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, edit_all, sound, two_sites, virtual
from tests.rules.examples_address_laws import LINKED, SIX, another, label, net1, routed, target
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.netmon_target import NetmonTarget
from worksheets.plan.rows.network import Distribution, Network, NetworkKind
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.virtual_io_server import VirtualIoServer

SOUND, SITES, VIRTUAL = sound(), two_sites(), virtual()


def said(rule_id: str, plan: Plan) -> list[str]:
    return sorted(finding.title for finding in found(rule_id, plan))


def places(rule_id: str, plan: Plan) -> list[tuple[str, str]]:
    return sorted((f.places[0].key, f.places[0].column) for f in found(rule_id, plan))


@given(st.ip_addresses(v=6))
def test_an_address_stays_itself_however_it_is_written(address):
    plan = label(SIX, address=address.compressed)
    plan = label(plan, "per1", address=address.exploded.upper())
    assert places("ADDR-TWICE", plan) == [("per1", "address")]


@given(st.ip_addresses(), st.ip_addresses())
def test_two_addresses_clash_exactly_when_they_are_equal(one, other):
    plan = label(label(SIX, address=str(one)), "per1", address=str(other))
    taken = {row.address for row in SOUND.rows(IpLabel) if row.key not in ("svc", "per1")}
    clash = one == other or str(one) in taken or str(other) in taken
    assert bool(found("ADDR-TWICE", plan)) == clash


def test_a_server_may_hold_the_address_of_a_label():
    plan = edit(VIRTUAL, VirtualIoServer, "v11", address="10.1.1.100")
    assert said("ADDR-TWICE", plan) == ["app_svc and viov11 have one address, 10.1.1.100"]
    plan = edit_all(VIRTUAL, VirtualIoServer, address="10.9.9.9")
    assert len(found("ADDR-TWICE", plan)[0].places) == 4


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("127.0.0.1", "a loopback address"),
        ("::1", "a loopback address"),
        ("169.254.1.1", "a link-local address"),
        ("fe80::1", "a link-local address"),
        ("::ffff:10.1.1.1", "an IPv4 address in IPv6 form"),
        ("10.1.1.100", ""),
        ("fd00::1", ""),
        ("", ""),
        ("nonsense", ""),
    ],
)
def test_addresses_that_are_no_label(address, what):
    words = [f"app_svc has the address {address}, {what}"] if what else []
    assert said("ADDR-SPECIAL", label(address=address)) == words


def test_families_are_compared_on_each_network():
    plan = label(SIX, "per1", address="fd00::21")
    assert said("ADDR-FAMILY-BOOT", plan) == [
        "nodea_adm has an IPv6 address, and no boot label on net_ether_02 has one"
    ]
    assert said("ADDR-FAMILY-BOOT", label(plan, "b12", address="fd00::12")) == []
    assert places("ADDR-FAMILY-BOOT", label(plan, "b11", address="fd00::11")) == [
        ("per1", "address")
    ]
    assert said("ADDR-FAMILY-BOOT", edit_all(plan, IpLabel, network="")) == []
    unaddressed = label(label(SIX, "b11", address=""), "b21", address="")
    assert said("ADDR-FAMILY-BOOT", label(unaddressed, address="fd00::17")) == []


def test_masks_of_labels_and_their_networks():
    six = net1(netmask="", prefix=64)
    assert said("ADDR-MASK-DIFFERS", label(six, address="fd00::1", prefix=64)) == []
    assert said("ADDR-MASK-DIFFERS", label(six, address="fd00::1", prefix=65)) == [
        "app_svc has the mask 65, net_ether_01 has 64"
    ]
    assert places("ADDR-MASK-DIFFERS", label(six, address="", prefix=48)) == [("svc", "prefix")]
    assert said("ADDR-MASK-DIFFERS", label(prefix=24)) == []
    assert said("ADDR-MASK-DIFFERS", label(prefix=25)) != []
    assert said("ADDR-MASK-DIFFERS", label(address="", netmask="255.255.255.128")) != []
    assert said("ADDR-MASK-DIFFERS", label(net1(netmask=""), netmask="255.255.255.0")) == []
    assert said("ADDR-MASK-DIFFERS", label(network="", netmask="255.255.0.0")) == []


@given(st.integers(8, 32))
def test_a_subnet_has_room_for_its_nodes(bits):
    mask = str(ipaddress.ip_network(f"10.0.0.0/{bits}").netmask)
    hosts = len(list(ipaddress.ip_network(f"10.0.0.0/{max(bits, 28)}").hosts()))
    three = net1(netmask=mask).replace(
        Node(key="n3", name="nodec"), Interface(key="i31", name="en4", node="n3", network="net1")
    )
    assert bool(found("NET-MASK-NARROW", three)) == (hosts < 3)


def test_words_about_narrow_subnets():
    three = net1(netmask="255.255.255.252").replace(
        Interface(key="i31", name="en4", node="n3", network="net1")
    )
    assert said("NET-MASK-NARROW", three) == [
        "A subnet of net_ether_01 has room for 2 addresses, and 3 nodes are on it"
    ]
    six = label(net1(netmask="", prefix=128), "b11", address="fd00::1")
    assert places("NET-MASK-NARROW", six) == [("net1", "prefix")]


def test_persistent_labels_need_an_interface_there():
    reach = "ADDR-PERSISTENT-REACH"
    assert said(reach, label(SOUND, "per1", node="")) == []
    assert said(reach, label(SOUND, "per1", network="")) == []
    assert said(reach, edit_all(SOUND, Interface, network="")) == []
    assert said(reach, label(SOUND.without(Interface, "i12"), "per1", network="net1")) == []


def test_sites_of_labels():
    assert said("ADDR-SITE-IGNORED", label(SOUND, "per1", site="s1")) == []
    assert said("ADDR-SITE-NOBODY", label(site="s2")) == []
    wrong = edit(label(SITES, site="s2"), ResourceGroup, "rg", nodes=("n1",))
    assert len(found("ADDR-SITE-NOBODY", wrong)) == 1
    assert said("ADDR-SITE-NOBODY", edit(wrong, Node, "n1", frame="")) == []
    assert said("ADDR-SITE-NOBODY", edit(wrong, ResourceGroup, "rg", nodes=())) == []
    assert said("ADDR-SITE-NOBODY", label(wrong, site="")) == []


def test_subnets_of_two_sites():
    rule = "ADDR-SITE-SUBNET"
    assert said(rule, LINKED) == []
    assert said(rule, routed(SOUND)) == []
    assert said(rule, edit(routed(LINKED), ResourceGroup, "rg", nodes=("n1",))) == []
    assert said(rule, label(routed(LINKED), "b21", address="")) == []
    assert said(rule, label(routed(LINKED), "b21", address="10.1.1.12")) == []


@pytest.mark.parametrize(
    ("preference", "asked"),
    [(kind, kind in (Distribution.CS, Distribution.ACS, Distribution.ACPLS))
     for kind in Distribution],
)  # fmt: skip
def test_preferences_that_need_a_source(preference, asked):
    assert bool(found("NET-DISTRIBUTION-SOURCE", net1(distribution=preference))) == asked
    marked = net1(label(source_ip=True), distribution=preference)
    assert said("NET-DISTRIBUTION-SOURCE", marked) == []
    assert bool(found("ADDR-SOURCE-IDLE", marked)) == (not asked)


def test_source_addresses():
    elsewhere = net1(label(source_ip=True, network="net2"), distribution=Distribution.CS)
    assert len(found("NET-DISTRIBUTION-SOURCE", elsewhere)) == 1
    boot = label(SOUND, "b11", source_ip=True)
    assert said("ADDR-SOURCE-IDLE", boot) == [
        "The boot label nodea_boot1 is marked as source address"
    ]
    assert said("ADDR-SOURCE-IDLE", label(source_ip=True, network="")) == []
    assert said("ADDR-SOURCE-IDLE", label(source_ip=False)) == []
    assert said("ADDR-SOURCE-SEVERAL", another(network="net2")) == []
    assert said("ADDR-SOURCE-SEVERAL", another(function=LabelFunction.PERSISTENT)) == []
    assert said("ADDR-SOURCE-SEVERAL", edit_all(another(), IpLabel, network="")) == []


def test_vlans_that_are_not_entered_are_not_compared():
    assert said("NET-INTERFACE-DIFFERS", edit(SOUND, Interface, "i11", vlan=10)) == []
    assert said("NET-INTERFACE-DIFFERS", net1(vlan=10)) == []
    assert said("NET-INTERFACE-DIFFERS", edit(net1(vlan=1), Interface, "i11", vlan=2)) != []
    lonely = edit(net1(vlan=1), Interface, "i11", vlan=2, network="")
    assert said("NET-INTERFACE-DIFFERS", lonely) == []
    packets = edit(net1(mtu=1500), Interface, "i11", mtu=9000)
    assert said("NET-INTERFACE-DIFFERS", packets) == [
        "nodea en4 has the packet size (MTU) 9000, net_ether_01 has 1500"
    ]


def test_a_network_besides_ip_may_have_the_vlan_of_another():
    plan = net1(edit(SOUND, Network, "san", vlan=10), vlan=10)
    assert said("NET-VLAN-TWICE", plan) == []
    assert said("NET-VLAN-TWICE", edit(plan, Network, "san", kind=NetworkKind.ETHER)) != []


def sea(plan: Plan = VIRTUAL, **cells: object) -> Plan:
    return edit(plan, SharedEthernetAdapter, "sea11", **cells)


def test_vlans_of_shared_ethernet_adapters():
    rule = "VIOS-VLAN-MISSING"
    thirty = net1(VIRTUAL, vlan=30)
    assert ("sea11", "vlans") not in places(rule, sea(thirty, default_vlan=30))
    assert ("sea11", "vlans") not in places(rule, sea(thirty, vlans=""))
    assert ("sea11", "vlans") not in places(rule, sea(thirty, vlans="20-40"))
    assert ("sea11", "vlans") not in places(rule, sea(thirty, vlans="20,30"))
    assert ("sea11", "vlans") in places(rule, sea(thirty, vlans="20 40"))
    assert said(rule, net1(VIRTUAL, vlan=10)) == []
    own = edit(net1(VIRTUAL, vlan=10), Interface, "i11", vlan=30)
    assert places(rule, own) == [("sea11", "vlans"), ("sea12", "vlans")]
    assert said(rule, edit_all(thirty, Interface, network="")) == []
    assert found(rule, own)[0].about == "30"


def test_single_targets_of_netmon():
    rule = "NET-NETMON-ONE"
    one = SOUND.without(NetmonTarget, "nm1b")
    assert said(rule, SOUND.without(NetmonTarget, "nm1", "nm1b")) == []
    everywhere = one.replace(NetmonTarget(key="all", target="10.1.2.1"))
    assert said(rule, everywhere) == []
    assert said(rule, one.replace(NetmonTarget(key="all", target=" "))) != []
    same = one.replace(NetmonTarget(key="again", node="n1", target="10.1.1.1 "))
    assert len(found(rule, same)) == 1
    crowded = one.replace(
        *(Interface(key=f"j{n}", name=f"en{n}", node="n1", network=f"net{n}") for n in (1, 2))
    )
    assert said(rule, crowded) == []
    san_only = one.without(Interface, "i11", "i12").replace(
        Interface(key="j", name="fcs0", node="n1", network="san")
    )
    assert said(rule, san_only) == []


def test_lines_of_netmon():
    assert said("NET-NETMON-ELSEWHERE", target(interface="i21", node="")) == []
    unheld = edit(target(interface="i21"), Interface, "i21", node="")
    assert said("NET-NETMON-ELSEWHERE", unheld) == []
    assert said("NET-NETMON-TESTED", target(tested=None)) == []
    six = label(target(target=" fd00::1", node=""), "b21", address="fd00::11")
    assert said("NET-NETMON-FAMILY", six) == []
    assert said("NET-NETMON-FAMILY", edit(six, NetmonTarget, "nm1", node="n1")) == [
        "The target fd00::1 is an IPv6 address, and the boot labels are not"
    ]
    assert said("NET-NETMON-FAMILY", target(target="router")) == []
    assert said("NET-NETMON-FAMILY", target(target="fd00::1", node="n9")) == []


def test_target_mode_matters_only_with_san_heartbeat():
    rule = "NET-TARGET-MODE"
    none = edit_all(SOUND, Card, target_mode=False)
    assert places(rule, none) == [("n1", ""), ("n2", "")]
    assert said(rule, none.without(Network, "san")) == []
    assert said(rule, edit(none, Card, "n1c1", target_mode=None)) == [
        "No Fibre Channel card of nodeb supports target mode"
    ]
    assert said(rule, edit_all(none, Card, kind=CardKind.ETHERNET)) == []
    assert said(rule, edit_all(none, Card, node="")) == []
