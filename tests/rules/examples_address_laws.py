"""Examples: addresses and masks, sites of labels, distribution, VLANs, netmon.cf targets."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, edit_all, sound, two_sites, virtual
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.netmon_target import NetmonTarget
from worksheets.plan.rows.network import Distribution, Network
from worksheets.plan.rows.resource_group import ResourceGroup

SOUND, SITES, VIRTUAL = sound(), two_sites(), virtual()
LINKED = edit(SITES, ClusterOptions, "cluster", type=ClusterType.LINKED)
SIX = edit_all(SOUND, Network, netmask="", prefix=24)


def label(plan: Plan = SOUND, key: str = "svc", /, **cells: Any) -> Plan:
    return edit(plan, IpLabel, key, **cells)


def net1(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Network, "net1", **cells)


def target(**cells: Any) -> Plan:
    return edit(SOUND, NetmonTarget, "nm1", **cells)


def another(**cells: Any) -> Plan:
    """A second service label on the first network, both with source."""
    given: dict[str, Any] = {
        "function": LabelFunction.SERVICE, "network": "net1", "address": "10.1.1.101",
        "source_ip": True,
    }  # fmt: skip
    row = IpLabel(key="sv2", name="db_svc", **{**given, **cells})
    return net1(label(source_ip=True), distribution=Distribution.ACS).replace(row)


def routed(plan: Plan) -> Plan:
    """The nodes of the second site have boot addresses in subnets of their own."""
    return label(label(plan, "b21", address="10.7.1.12"), "b22", address="10.7.2.12")


def no_target_mode(*keys: str) -> Plan:
    plan = SOUND
    for key in keys:
        plan = edit(plan, Card, key, target_mode=False)
    return plan


CASES = {
    "ADDR-TWICE": Case(
        label(label(SIX, address="fd00::1"), "per1", address="fd00:0::1"),
        label(label(SIX, address="fd00::1"), "per1", address="fd00:0::2"),
        "ip_label/per1/address",
        "app_svc and nodea_adm have one address, fd00:0::1",
    ),
    "ADDR-SPECIAL": Case(
        label(address="fe80::17"),
        label(address="fd80::17"),
        "ip_label/svc/address",
        "app_svc has the address fe80::17, a link-local address",
    ),
    "ADDR-FAMILY-BOOT": Case(
        label(SIX, address="fd00::17"),
        label(label(SIX, address="fd00::17"), "b11", address="fd00::11"),
        "ip_label/svc/address",
        "app_svc has an IPv6 address, and no boot label on net_ether_01 has one",
    ),
    "ADDR-MASK-DIFFERS": Case(
        label(netmask="255.255.0.0"),
        label(netmask="255.255.255.0"),
        "ip_label/svc/netmask",
        "app_svc has the mask 255.255.0.0, net_ether_01 has 255.255.255.0",
    ),
    "NET-MASK-NARROW": Case(
        net1(netmask="255.255.255.255"),
        net1(netmask="255.255.255.254"),
        "network/net1/netmask",
        "A subnet of net_ether_01 has room for 1 address, and 2 nodes are on it",
    ),
    "ADDR-PERSISTENT-REACH": Case(
        SOUND.without(Interface, "i12"),
        SOUND,
        "ip_label/per1/network",
        "nodea_adm belongs to nodea, which has no interface on net_ether_02",
    ),
    "ADDR-SITE-IGNORED": Case(
        label(site="s1"),
        label(SITES, site="s1"),
        "ip_label/svc/site",
        "app_svc is meant for north only, but PowerHA knows no sites here",
    ),
    "ADDR-SITE-NOBODY": Case(
        edit(label(SITES, site="s2"), ResourceGroup, "rg", nodes=("n1",)),
        label(SITES, site="s2"),
        "resource_group/rg/service_labels",
        "rg_app holds app_svc of south, where none of its nodes stands",
    ),
    "ADDR-SITE-SUBNET": Case(
        routed(LINKED),
        label(routed(LINKED), site="s1"),
        "ip_label/svc/site",
        "app_svc moves between north and south, which share no subnet of net_ether_01",
    ),
    "NET-DISTRIBUTION-SOURCE": Case(
        net1(distribution=Distribution.CS),
        net1(label(source_ip=True), distribution=Distribution.CS),
        "network/net1/distribution",
        "net_ether_01 is distributed with source (CS), and no service label on it is the source",
    ),
    "ADDR-SOURCE-SEVERAL": Case(
        another(),
        another(source_ip=False),
        "ip_label/sv2/source_ip",
        "app_svc and db_svc are all the source address of net_ether_01",
    ),
    "ADDR-SOURCE-IDLE": Case(
        net1(label(source_ip=True), distribution=Distribution.AC),
        net1(label(source_ip=True), distribution=Distribution.ACPLS),
        "ip_label/svc/source_ip",
        "app_svc is marked as source address, but net_ether_01 is not distributed with source",
    ),
    "NET-INTERFACE-DIFFERS": Case(
        edit(net1(vlan=10, mtu=1500), Interface, "i11", vlan=11, mtu=9000),
        edit(net1(vlan=10, mtu=1500), Interface, "i11", vlan=10, mtu=1500),
        "interface/i11/vlan",
        "nodea en4 has the VLAN 11, net_ether_01 has 10",
        times=2,
    ),
    "NET-VLAN-TWICE": Case(
        edit_all(SOUND, Network, vlan=10),
        net1(edit_all(SOUND, Network, vlan=10), vlan=20),
        "network/net1/vlan",
        "net_ether_01 and net_ether_02 are in one VLAN, 10",
    ),
    "VIOS-VLAN-MISSING": Case(
        net1(VIRTUAL, vlan=30),
        net1(VIRTUAL, vlan=20),
        "shared_ethernet_adapter/sea11/vlans",
        "viov11 ent9 does not carry VLAN 30 of nodea en0",
        times=4,
    ),
    "NET-NETMON-ONE": Case(
        SOUND.without(NetmonTarget, "nm1b"),
        SOUND,
        "node/n1/",
        "nodea asks one netmon.cf target only, 10.1.1.1",
    ),
    "NET-NETMON-ELSEWHERE": Case(
        target(interface="i21"),
        target(interface="i11"),
        "netmon_target/nm1/interface",
        "The netmon.cf line of nodea names nodeb en4",
    ),
    "NET-NETMON-TESTED": Case(
        target(tested=False),
        target(tested=True),
        "netmon_target/nm1/tested",
        "The target of nodea -> 10.1.1.1 was not seen to answer",
    ),
    "NET-NETMON-FAMILY": Case(
        target(target="fd00::1"),
        label(target(target="fd00::1"), "b11", address="fd00::11"),
        "netmon_target/nm1/target",
        "The target fd00::1 is an IPv6 address, and the boot labels are not",
    ),
    "NET-TARGET-MODE": Case(
        no_target_mode("n1c1", "n1c2"),
        no_target_mode("n1c1", "n2c1"),
        "node/n1/",
        "No Fibre Channel card of nodea supports target mode",
    ),
}
EXAMPLES = examples(CASES)
