"""Examples: networks, interfaces, ports, addresses, virtual Ethernet."""

from __future__ import annotations

from tests.rules.builders import edit, edit_all, emptied, sound, two_sites, virtual
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.interface import ChannelMode, Interface, InterfaceKind
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.netmon_target import NetmonTarget
from worksheets.plan.rows.network import Distribution, Network, NetworkKind
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter

SOUND, VIRTUAL, SITES = sound(), virtual(), two_sites()
PLAIN = InterfaceKind.PHYSICAL


def _several(*, second: str = "10.1.3.11", service: str = "10.1.9.100") -> Plan:
    """Node a with two plain interfaces on net1, each with a boot label."""
    plan = edit(SOUND, Interface, "i11", kind=PLAIN, mode=None, ports=("n1e1p0",))
    plan = plan.replace(
        Interface(key="i13", name="en9", node="n1", network="net1", ports=("n1e2p0",)),
        IpLabel(key="b13", name="nodea_boot3", network="net1", interface="i13", address=second),
    )
    return edit(plan, IpLabel, "svc", address=service)


def _beside(*ports: str) -> Plan:
    """An EtherChannel over these ports beside a plain interface over another card."""
    plan = _several().replace(
        *(
            Port(key=f"n1e{number}p9", name=f"ent{7 + number}", card=f"n1e{number}",
                 attached_to=f"sw{number}")
            for number in (1, 2)
        )
    )  # fmt: skip
    channel = InterfaceKind.ETHERCHANNEL
    return edit(plan, Interface, "i11", kind=channel, mode=ChannelMode.LACP, ports=ports)


def _apart() -> Plan:
    """Both networks, but never in a common subnet."""
    plan = edit(SOUND, IpLabel, "b21", address="10.7.1.12")
    return edit(plan, IpLabel, "b22", address="10.7.2.12")


def _client_channel(mode: ChannelMode) -> Plan:
    channel = InterfaceKind.ETHERCHANNEL
    return edit(VIRTUAL, Interface, "i11", kind=channel, mode=mode)


def _one_sided(site: str) -> Plan:
    plan = edit(SITES, IpLabel, "svc", site="s1")
    if site:
        service = LabelFunction.SERVICE
        plan = plan.replace(IpLabel(key="svc2", name="svc2", function=service, site=site))
        plan = edit(plan, ResourceGroup, "rg", service_labels=("svc", "svc2"))
    return plan


def _second_adapter(adapters: tuple[str, ...]) -> Plan:
    return VIRTUAL.replace(
        Interface(
            key="i13", name="en1", node="n1", network="net1", kind=InterfaceKind.VIRTUAL,
            adapters=adapters,
        )
    )  # fmt: skip


CASES = {
    "NET-GROUP-REACH": Case(
        SOUND.without(Interface, "i21"),
        SOUND.without(Interface, "i22"),
        "resource_group/rg/nodes",
        "rg_app lists nodeb without an interface on net_ether_01",
    ),
    "NET-PAIR": Case(
        _apart(),
        edit(SOUND, IpLabel, "b21", address="10.7.1.12"),
        "node/n2/",
        "nodeb shares no direct network with nodea",
    ),
    "NET-SAN-HEARTBEAT": Case(SOUND.without(Network, "san"), SOUND, "network/kind", "SAN"),
    "NET-DISTRIBUTION": Case(
        edit(SOUND, Network, "net1", distribution=Distribution.CPL),
        edit(SOUND, Network, "net2", distribution=Distribution.CPL),
        "network/net1/distribution",
        "net_ether_01",
    ),
    "NET-XD-SITES": Case(
        edit(SOUND, Network, "net2", kind=NetworkKind.XD_IP),
        edit(SITES, Network, "net2", kind=NetworkKind.XD_IP),
        "network/net2/kind",
        "net_ether_02",
    ),
    "NET-EMPTY": Case(
        SOUND.replace(Network(key="net3", name="net_ether_03")),
        SOUND,
        "network/net3/",
        "net_ether_03",
    ),
    "NET-NETMON": Case(
        SOUND.without(NetmonTarget, "nm1", "nm1b"),
        SOUND.without(NetmonTarget, "nm1", "nm1b").replace(
            NetmonTarget(key="nm3", interface="i11", target="10.1.1.2"),
            NetmonTarget(key="nm4", interface="i12", target="10.1.1.2"),
        ),
        "interface/i11/network",
        "nodea en4",
        times=2,
    ),
    "NET-NETMON-INSIDE": Case(
        edit(SOUND, NetmonTarget, "nm1", target="NodeB_boot1"),
        edit(SOUND, NetmonTarget, "nm1", target="router1"),
        "netmon_target/nm1/target",
        "nodea -> NodeB_boot1",
    ),
    "NET-INTERFACE-BARE": Case(
        edit(SOUND, Interface, "i11", ports=()), SOUND, "interface/i11/ports", "nodea en4"
    ),
    "NET-INTERFACE-KIND": Case(
        edit(SOUND, Interface, "i11", kind=PLAIN),
        edit(SOUND, Interface, "i11", kind=PLAIN, ports=("n1e1p0",)),
        "interface/i11/kind",
        "nodea en4",
    ),
    "NET-INTERFACE-NODE": Case(
        edit(SOUND, Interface, "i11", node=""), SOUND, "interface/i11/node", "en4"
    ),
    "NET-INTERFACE-NETWORK": Case(
        edit(SOUND, Interface, "i11", network=""), SOUND, "interface/i11/network", "nodea en4"
    ),
    "NET-CHANNEL-MEMBER": Case(
        _beside("n1e1p0"), _beside("n1e1p0", "n1e2p9"), "interface/i11/ports", "nodea en4"
    ),
    "NET-CHANNEL-CARD": Case(
        _beside("n1e1p0", "n1e1p9"),
        _beside("n1e1p0", "n1e2p9"),
        "interface/i11/ports",
        "nodea en4 are on card E1",
    ),
    "NET-CHANNEL-BUILT-IN": Case(
        edit_all(SOUND, Card, kind=CardKind.HEA),
        edit(SOUND, Card, "n1e1", kind=CardKind.BUILT_IN),
        "interface/i11/ports",
        "nodea en4",
        times=4,
    ),
    "NET-CHANNEL-BACKUP": Case(
        edit(SOUND, Interface, "i11", mode=ChannelMode.BACKUP),
        edit(SOUND, Interface, "i11", mode=ChannelMode.BACKUP, backup_port="n1e2p1"),
        "interface/i11/backup_port",
        "nodea en4",
    ),
    "NET-CHANNEL-CLIENT": Case(
        _client_channel(ChannelMode.LACP),
        _client_channel(ChannelMode.BACKUP),
        "interface/i11/mode",
        "nodea en0",
    ),
    "NET-PLAIN-SEVERAL": Case(_several(), SOUND, "interface/i11/kind", "nodea is on net_ether_01"),
    "NET-PORT-ELSEWHERE": Case(
        edit(SOUND, Interface, "i11", ports=("n1e1p0", "n2e2p0")),
        SOUND,
        "interface/i11/ports",
        "nodea en4 uses nodeb ent1",
    ),
    "NET-PORT-SHARED": Case(
        edit(SOUND, Interface, "i12", ports=("n1e1p0", "n1e2p1")),
        edit(SOUND, Interface, "i12", ports=("n1e1p1",), backup_port="n1e2p1"),
        "interface/i11/ports",
        "nodea en4 and nodea en5 use the same port nodea ent0",
    ),
    "DISK-PORT-ELSEWHERE": Case(
        edit(SOUND, DiskPath, "n1d1", ports=("n2c1p0",)),
        VIRTUAL,
        "disk_path/n1d1/ports",
        "nodea to lun1",
    ),
    "DISK-PORT-KIND": Case(
        edit(SOUND, DiskPath, "n1d1", ports=("n1e1p0",)),
        SOUND.replace(
            Interface(key="i19", name="sfw", node="n1", network="san", ports=("n1c1p0",))
        ),
        "disk_path/n1d1/ports",
        "nodea to lun1 uses nodea ent0",
    ),
    "PORT-NO-CARD": Case(edit(SOUND, Port, "n1c1p0", card=""), SOUND, "port/n1c1p0/card", "fcs0"),
    "PORT-NO-CABLE": Case(
        edit(SOUND, Port, "n1c1p0", attached_to=""), SOUND, "port/n1c1p0/attached_to", "nodea fcs0"
    ),
    "CARD-OWNER": Case(
        edit(SOUND, Card, "n1c1", node=""), SOUND, "card/n1c1/node", "C1 sits in no partition"
    ),
    "ADDR-OPEN": Case(
        edit(SOUND, IpLabel, "svc", address=""), SOUND, "ip_label/svc/address", "app_svc"
    ),
    "ADDR-BOOT-OPEN": Case(
        edit(SOUND, IpLabel, "b11", interface=""), SOUND, "ip_label/b11/interface", "nodea_boot1"
    ),
    "ADDR-BOOT-ELSEWHERE": Case(
        edit(SOUND, IpLabel, "b11", network="net2"),
        edit(SOUND, IpLabel, "b11", node="n1"),
        "ip_label/b11/network",
        "nodea_boot1 names the network net_ether_02",
    ),
    "ADDR-BOOT-TWICE": Case(
        SOUND.replace(IpLabel(key="b19", name="extra", interface="i11", address="10.1.8.1")),
        SOUND.replace(IpLabel(key="b19", name="extra", interface="i11", address="fd00::1")),
        "ip_label/b11/interface",
        "extra and nodea_boot1",
    ),
    "ADDR-NO-BOOT": Case(SOUND.without(IpLabel, "b22"), SOUND, "interface/i22/", "nodeb en5"),
    "ADDR-PERSISTENT-MISSING": Case(
        SOUND.without(IpLabel, "per1"), emptied(SOUND, IpLabel), "node/n1/", "nodea"
    ),
    "ADDR-PERSISTENT-OPEN": Case(
        edit(SOUND, IpLabel, "per1", node=""), SOUND, "ip_label/per1/node", "nodea_adm"
    ),
    "ADDR-PERSISTENT-TWICE": Case(
        edit(SOUND, IpLabel, "per2", node="n1"),
        edit(SOUND, IpLabel, "per2", node="n1", network="net1"),
        "ip_label/per1/node",
        "nodea_adm and nodeb_adm",
    ),
    "ADDR-SERVICE-BOUND": Case(
        edit(SOUND, IpLabel, "svc", node="n1"), SOUND, "ip_label/svc/node", "app_svc"
    ),
    "ADDR-NOT-IP": Case(
        edit(SOUND, IpLabel, "svc", network="san"), SOUND, "ip_label/svc/network", "app_svc"
    ),
    "ADDR-ONE-SITE": Case(
        _one_sided(""), _one_sided("s2"), "resource_group/rg/service_labels", "south"
    ),
    "NET-MASK-BOTH": Case(
        edit(SOUND, Network, "net1", prefix=24), SOUND, "network/net1/prefix", "net_ether_01"
    ),
    "NET-MASK-OPEN": Case(
        edit(SOUND, Network, "net1", netmask=""),
        edit(SOUND, Network, "net1", netmask="", prefix=24),
        "network/net1/netmask",
        "net_ether_01",
    ),
    "ADDR-FAMILY": Case(
        edit(SOUND, IpLabel, "svc", address="fd00::100"),
        edit(
            edit(SOUND, IpLabel, "svc", address="fd00::100"),
            Network,
            "net1",
            netmask="",
            prefix=64,
        ).without(IpLabel, "b11").without(IpLabel, "b21"),
        "ip_label/svc/address",
        "app_svc has the address fd00::100",
    ),
    "ADDR-NOT-HOST": Case(
        edit(SOUND, IpLabel, "svc", address="10.1.1.255"),
        edit(SOUND, IpLabel, "svc", address="10.1.1.254"),
        "ip_label/svc/address",
        "broadcast address of the subnet 10.1.1.0/24",
    ),
    "ADDR-BOOT-SUBNET": Case(
        _several(second="10.1.1.13"),
        _several(),
        "ip_label/b11/address",
        "nodea has nodea_boot1 and nodea_boot3 in one subnet, 10.1.1.0/24",
    ),
    "ADDR-SERVICE-SUBNET": Case(
        _several(service="10.1.3.100"), _several(), "ip_label/svc/address", "app_svc"
    ),
    "ADDR-PERSISTENT-SUBNET": Case(
        edit(_several(), IpLabel, "per1", network="net1", address="10.1.3.21"),
        edit(_several(), IpLabel, "per1", network="net1", address="10.1.9.21"),
        "ip_label/per1/address",
        "nodea_adm",
    ),
    "ADDR-SUBNET-TWICE": Case(
        edit(SOUND, IpLabel, "b12", address="10.1.1.40"),
        SOUND,
        "network/net1/",
        "net_ether_01 and net_ether_02",
    ),
    "VIOS-OTHER-FRAME": Case(
        edit(VIRTUAL, Node, "n1", rootvg_servers=("v11", "v21")),
        VIRTUAL,
        "node/n1/rootvg_servers",
        "nodea uses viov21 in frame2",
    ),
    "VIOS-TRUNK": Case(
        edit(VIRTUAL, SharedEthernetAdapter, "sea12", trunk_priority=1),
        VIRTUAL,
        "shared_ethernet_adapter/sea11/trunk_priority",
        "viov11 ent9 and viov12 ent9",
    ),
    "VIOS-VLANS": Case(
        edit(VIRTUAL, SharedEthernetAdapter, "sea12", vlans="10 30"),
        edit(VIRTUAL, SharedEthernetAdapter, "sea12", vlans="20 10"),
        "shared_ethernet_adapter/sea11/vlans",
        "viov12 ent9",
    ),
    "VIOS-SEA-CHANNEL": Case(
        edit(VIRTUAL, SharedEthernetAdapter, "sea11", ports=("v11e1p0",)),
        edit(VIRTUAL, SharedEthernetAdapter, "sea11", ports=("v11e1p0",), backup_port="v11e2p0"),
        "shared_ethernet_adapter/sea11/ports",
        "viov11 ent9",
    ),
    "VIOS-SEA-BACKUP": Case(
        edit(VIRTUAL, SharedEthernetAdapter, "sea11", ports=("v11e1p0", "v11e1p1")),
        VIRTUAL,
        "shared_ethernet_adapter/sea11/backup_port",
        "viov11 ent9 are on card E1",
    ),
    "VIOS-SEA-OPEN": Case(
        edit(VIRTUAL, SharedEthernetAdapter, "sea11", server=""),
        VIRTUAL,
        "shared_ethernet_adapter/sea11/server",
        "ent9",
    ),
    "VIOS-SECOND-ADAPTER": Case(
        _second_adapter(("sea12", "sea11")),
        _second_adapter(("sea11",)),
        "interface/i11/adapters",
        "en0 and en1 of nodea",
    ),
    "CLUSTER-SITES": Case(
        edit(SOUND, ClusterOptions, "cluster", type=ClusterType.LINKED),
        SITES,
        "cluster_options/cluster/type",
        "needs two sites and has 1",
    ),
    "CLUSTER-TYPE": Case(
        edit(SITES, ClusterOptions, "cluster", type=ClusterType.STANDARD),
        SITES,
        "cluster_options/cluster/type",
        "north and south",
    ),
}  # fmt: skip

EXAMPLES = examples(CASES)

MORE = {
    "CARD-OWNER": (edit(virtual(), Card, "v11e1", node="n1"),),
    "NET-INTERFACE-KIND": (
        edit(edit(SOUND, Interface, "i11", kind=PLAIN), Interface, "i21", kind=PLAIN),
    ),
}
