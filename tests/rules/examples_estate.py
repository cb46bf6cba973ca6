"""Examples: things that two clusters have planned, and clusters that must equal another one."""

from __future__ import annotations

from tests.rules.builders import edit, edit_all, sound, virtual
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment, HeartbeatType
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.estate import Estate, Kind, Neighbour, Thing, Twin

OTHER = Neighbour("clear_cluster", "Clearing", Environment.PRODUCTION)
SOUND = sound()
TEST = edit(
    SOUND, ClusterOptions, "cluster",
    name="pay_test", environment=Environment.TEST, mirrors="pay_cluster",
)  # fmt: skip


def shared(kind: Kind, value: str, *others: Neighbour) -> Estate:
    """An estate in which others have one thing too."""
    return Estate(known=True, others={Thing(kind, value): others or (OTHER,)})


def multicast(address: str) -> Plan:
    return edit(
        SOUND, ClusterOptions, "cluster",
        heartbeat_type=HeartbeatType.MULTICAST, cluster_ip=address,
    )  # fmt: skip


def partition(name: str) -> Plan:
    plan = edit(SOUND, Frame, "f1", serial="06-5A3C1")
    return edit(plan, Node, "n1", partition=name)


TWIN = Estate(known=True, twin=Twin("pay_cluster", SOUND))

CASES = {
    "ESTATE-ADDRESS": Case(
        SOUND, edit(SOUND, IpLabel, "svc", address="10.1.1.101"), "ip_label/svc/address",
        "The address 10.1.1.100 is planned in clear_cluster (Clearing) too",
        estate=shared(Kind.ADDRESS, "10.1.1.100"),
    ),
    "ESTATE-LABEL": Case(
        edit(SOUND, IpLabel, "svc", name="App_SVC"), edit(SOUND, IpLabel, "svc", name="app_svc2"),
        "ip_label/svc/name", "The label app_svc is planned in clear_cluster (Clearing) too",
        estate=shared(Kind.LABEL, "app_svc"),
    ),
    "ESTATE-NODE": Case(
        SOUND, edit(SOUND, Node, "n1", name="nodec"), "node/n1/name",
        "The node nodea is planned in clear_cluster (Clearing) too",
        estate=shared(Kind.NODE, "nodea"),
    ),
    "ESTATE-PARTITION": Case(
        partition("Pay1"), partition("pay2"), "node/n1/partition",
        "The partition pay1 in the frame with serial number 06-5A3C1 is planned in",
        estate=shared(Kind.PARTITION, "065a3c1 pay1"),
    ),
    "ESTATE-PORT": Case(
        edit(SOUND, Port, "n1c1p0", wwpn="C0:50:76:08:1a:2b:00:04"),
        edit(SOUND, Port, "n1c1p0", wwpn="c0:50:76:08:1a:2b:00:05"),
        "port/n1c1p0/wwpn", "The port name C0:50:76:08:1a:2b:00:04 is planned in",
        estate=shared(Kind.PORT, "c05076081a2b0004"),
    ),
    "ESTATE-DISK": Case(
        SOUND, edit(SOUND, Disk, "d1", pvid=""), "disk/d1/pvid",
        "The disk with the PVID 00f6db2a1b2c3d01 is planned in clear_cluster (Clearing) too",
        estate=shared(Kind.PVID, "00f6db2a1b2c3d01"),
    ),
    "ESTATE-LUN": Case(
        edit(SOUND, Disk, "d2", lun="0x1A"), edit(SOUND, Disk, "d1", lun="0x1A"), "disk/d2/lun",
        "The LUN 0x1A of ds2 is planned in clear_cluster (Clearing) too",
        estate=shared(Kind.LUN, "name:ds2 0x1a"),
    ),
    "ESTATE-VG": Case(
        SOUND, edit(SOUND, VolumeGroup, "vg", name="VG_APP"), "volume_group/vg/name",
        "The volume group vg_app on ds2 is planned in clear_cluster (Clearing) too",
        estate=shared(Kind.VOLUME_GROUP, "name:ds2 vg_app"),
    ),
    "ESTATE-MAJOR": Case(
        SOUND, edit(SOUND, VolumeGroup, "vg", major_number=102), "volume_group/vg/major_number",
        "The major number 101 on ds1 is planned in clear_cluster (Clearing) too",
        estate=shared(Kind.MAJOR_NUMBER, "name:ds1 101"),
    ),
    "ESTATE-BOOT-SUBNET": Case(
        virtual(), SOUND, "ip_label/b21/address",
        "The boot subnet 10.1.1.0/24 in the frame frame2 is planned in clear_cluster (Clearing)",
        estate=shared(Kind.BOOT_SUBNET, "name:frame2 10.1.1.0/24"),
    ),
    "ESTATE-MULTICAST": Case(
        multicast("228.168.101.43"), multicast("228.168.101.44"),
        "cluster_options/cluster/cluster_ip",
        "The multicast address 228.168.101.43 is planned in clear_cluster (Clearing) too",
        estate=shared(Kind.MULTICAST, "228.168.101.43"),
    ),
    "TWIN-CELL": Case(
        edit(TEST, Node, "n1", aix_level="7200-05-06"), TEST, "node/n1/aix_level",
        "nodea differs from pay_cluster in aix level: 7200-05-06 here, 7300-02-01 there",
        estate=TWIN,
    ),
    "TWIN-ROW": Case(
        TEST.replace(ResourceGroup(key="new", name="rg_extra")), TEST, "resource_group/new/",
        "pay_cluster has no resource group rg_extra, which stands here", estate=TWIN,
    ),
    "TWIN-UNKNOWN": Case(
        TEST, edit_all(TEST, ClusterOptions, mirrors=""), "cluster_options/cluster/mirrors",
        "pay_test must equal pay_cluster, but the team has no such cluster",
        estate=Estate(known=True),
    ),
    "TWIN-REVERSED": Case(
        edit(SOUND, ClusterOptions, "cluster", mirrors="pay_test"), TEST,
        "cluster_options/cluster/mirrors",
        "The production cluster pay_cluster is to equal pay_test",
    ),
    "TWIN-MISSING": Case(
        SOUND, TEST, "cluster_options/cluster/environment",
        "No test cluster must equal pay_cluster", estate=Estate(known=True),
    ),
}  # fmt: skip

EXAMPLES = examples(CASES)
