"""Examples: names, limits, levels, nodes, people, running."""

from __future__ import annotations

from tests.rules.builders import edit, edit_all, emptied, group, sound, two_sites, virtual
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application import Application
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.cluster_options import ClusterOptions, HeartbeatType
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.monitoring_item import MonitoringItem
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.node import Node, UsualRole
from worksheets.plan.rows.remote_notification import RemoteNotification
from worksheets.plan.rows.repository_disk import RepositoryDisk, RepositoryState
from worksheets.plan.rows.resource_group import ResourceGroup, Startup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.mask import read_mask
from worksheets.rules.policy import Naming, Policy

SOUND = sound()
UNSTATED = edit(SOUND, Application, "pay", strategy=None)
UNTOLD = emptied(SOUND, RemoteNotification, MonitoringItem)


def _nodes(count: int) -> Plan:
    return Plan(Node(key=f"n{number}", name=f"n{number}") for number in range(count))


def _groups(count: int, level: str) -> Plan:
    node = Node(key="n", name="n", powerha_level=level)
    return Plan([node, *(group(f"g{number}", nodes=("n",)) for number in range(count))])


def _networks(count: int, kind: NetworkKind = NetworkKind.ETHER) -> Plan:
    return Plan(Network(key=f"n{n}", name=f"net{n}", kind=kind) for n in range(count))


def _labels(count: int) -> Plan:
    return Plan(IpLabel(key=f"l{number}", name=f"label{number}") for number in range(count))


def _backups(count: int) -> Plan:
    backup = RepositoryState.BACKUP
    return Plan(RepositoryDisk(key=f"b{number}", state=backup) for number in range(count))


CASES = {
    "NAME-SYNTAX": Case(
        edit(SOUND, ResourceGroup, "rg", name="rg-app"),
        edit(SOUND, ResourceGroup, "rg", name="_" + "R9" * 31),
        "resource_group/rg/name",
        "rg-app",
    ),
    "NAME-RESERVED": Case(
        edit(SOUND, ApplicationController, "app", name="Command"),
        edit(SOUND, ApplicationController, "app", name="command1"),
        "application_controller/app/name",
        "Command",
    ),
    "NAME-NODE": Case(
        edit(SOUND, Node, "n1", name="node a"),
        edit(SOUND, Node, "n1", name="9node_a"),
        "node/n1/name",
        "node a",
    ),
    "NAME-POLICY": Case(
        edit(SOUND, Node, "n2", name="nodeB"),
        SOUND,
        "node/n2/name",
        "nodeB does not follow the naming rule node{letter:1}",
        policy=Policy(naming={"node": Naming("node", read_mask("node{letter:1}"), "nodea")}),
    ),
    "NAME-LVM": Case(
        edit(SOUND, VolumeGroup, "vg", name="vg_0123456789012"),
        edit(SOUND, LogicalVolume, "lv", name="lv_012345678901"),
        "volume_group/vg/name",
        "vg_0123456789012 has 16",
    ),
    "LIMIT-NODES": Case(_nodes(17), _nodes(16), "node", "17 nodes"),
    "LIMIT-GROUPS": Case(
        _groups(65, "7.2.5 SP1"), _groups(65, "7.2.8"), "resource_group", "65 resource groups"
    ),
    "LIMIT-NETWORKS": Case(_networks(49), _networks(48), "network", "49 networks"),
    "LIMIT-LABELS": Case(_labels(257), _labels(256), "ip_label", "257 IP labels"),
    "LIMIT-SITES": Case(
        two_sites().replace(Site(key="s3", name="east")),
        SOUND.replace(Site(key="s2", name="south"), Site(key="s3", name="east")),
        "site",
        "3 sites",
    ),
    "LIMIT-XD-DATA": Case(
        _networks(5, NetworkKind.XD_DATA),
        _networks(4, NetworkKind.XD_DATA),
        "network",
        "5 XD_data networks",
    ),
    "LIMIT-REPOSITORY": Case(_backups(7), _backups(6), "repository_disk", "7 backup"),
    "LEVEL-AIX": Case(
        edit(SOUND, Node, "n2", aix_level="7300-01-02"), SOUND, "node/n2/aix_level", "nodeb"
    ),
    "LEVEL-POWERHA": Case(
        edit(SOUND, Node, "n1", powerha_level="7.2.5"), SOUND, "node/n1/powerha_level", "nodea"
    ),
    "LEVEL-VIOS": Case(
        edit(virtual(), VirtualIoServer, "v21", level="3.1.3.0"),
        virtual(),
        "virtual_io_server/v21/level",
        "viov21",
    ),
    "LEVEL-OLD": Case(
        edit_all(SOUND, Node, aix_level="7100-05-09", powerha_level="7.2.3"),
        edit_all(SOUND, Node, aix_level="7200-05-09", powerha_level="7.2.3"),
        "node/n1/aix_level",
        "nodea has AIX 7100-05-09",
        times=2,
    ),
    "NODE-STANDBY": Case(
        edit(UNSTATED, Node, "n2", usual_role=UsualRole.ACTIVE),
        edit(SOUND, Node, "n2", usual_role=UsualRole.ACTIVE),
        "node/usual_role",
        "All 2 nodes",
    ),
    "NODE-STANDBY-HOME": Case(
        edit(SOUND, ResourceGroup, "rg", nodes=("n2", "n1")),
        edit(SOUND, ResourceGroup, "rg", nodes=("n2", "n1"), startup=Startup.OAAN),
        "resource_group/rg/nodes",
        "nodeb",
    ),
    "NODE-BUSY": Case(
        edit(SOUND, Node, "n1", cpu_peak=86),
        edit(SOUND, Node, "n1", cpu_peak=85),
        "node/n1/cpu_peak",
        "nodea is 86% busy",
    ),
    "NODE-SLOTS": Case(
        edit(SOUND, Node, "n2", io_slots_free=5),
        edit(SOUND, Node, "n2", io_slots_free=6),
        "node/n2/io_slots_free",
        "nodeb needs 6 I/O slots and has 5",
    ),
    "NODE-CARDS": Case(SOUND.without(Card, "n1c2"), SOUND, "node/n1/", "nodea has one Fibre"),
    "NODE-UNUSED": Case(
        edit(SOUND, ResourceGroup, "rg", nodes=("n1",)), SOUND, "node/n2/", "nodeb"
    ),
    "NODE-NO-INTERFACE": Case(
        SOUND.without(Interface, "i21").without(Interface, "i22"),
        emptied(SOUND, Interface),
        "node/n2/",
        "nodeb has no interface",
    ),
    "ADMIN-TRAINED": Case(
        edit(SOUND, Administrator, "ben", trained=False),
        edit(SOUND, Administrator, "ben", trained=False, root_access=False),
        "administrator/ben/root_access",
        "Ben",
    ),
    "ADMIN-OWN-BACKUP": Case(
        edit(SOUND, Administrator, "ada", backup="ada", operation_guide="part 2"),
        edit(SOUND, Administrator, "ada", backup="ada"),
        "administrator/ada/backup",
        "Ada",
    ),
    "ADMIN-CONTACT": Case(
        edit(SOUND, Administrator, "ada", contact=" "), SOUND, "administrator/ada/contact", "Ada"
    ),
    "RUN-VERIFICATION": Case(
        edit(SOUND, ClusterOptions, "cluster", daily_verification=False),
        SOUND,
        "cluster_options/cluster/daily_verification",
        "verification is off",
    ),
    "RUN-ROOTVG-EVENT": Case(
        edit(SOUND, ClusterOptions, "cluster", rootvg_event=False),
        SOUND,
        "cluster_options/cluster/rootvg_event",
        "rootvg",
    ),
    "RUN-RESOLVE": Case(
        edit(SOUND, ClusterOptions, "cluster", resolve_locally=None),
        SOUND,
        "cluster_options/cluster/resolve_locally",
        "Nobody has said",
    ),
    "RUN-ALERTS": Case(
        edit(UNTOLD, ClusterOptions, "cluster", alerts="\n"),
        UNTOLD,
        "cluster_options/cluster/alerts",
        "No alerts",
    ),
    "RUN-OWNER": Case(
        edit(SOUND, ClusterOptions, "cluster", owner=""),
        SOUND,
        "cluster_options/cluster/owner",
        "pay_cluster",
    ),
    "DETECT-RANGE": Case(
        edit(SOUND, ClusterOptions, "cluster", network_failure_detection_time=4),
        edit(SOUND, ClusterOptions, "cluster", network_failure_detection_time=590),
        "cluster_options/cluster/network_failure_detection_time",
        "is 4 s; PowerHA takes 5 to 590 s",
    ),
    "DETECT-LOW": Case(
        edit(SOUND, ClusterOptions, "cluster", heartbeat_frequency=19),
        edit(SOUND, ClusterOptions, "cluster", heartbeat_frequency=20),
        "cluster_options/cluster/heartbeat_frequency",
        "19 s",
    ),
    "DETECT-RATIONALE": Case(
        edit(SOUND, ClusterOptions, "cluster", grace_period=20),
        edit(SOUND, ClusterOptions, "cluster", grace_period=20, detection_rationale="measured"),
        "cluster_options/cluster/detection_rationale",
        "grace period",
    ),
    "DETECT-MULTICAST": Case(
        edit(SOUND, ClusterOptions, "cluster", cluster_ip="228.1.1.1"),
        edit(
            SOUND,
            ClusterOptions,
            "cluster",
            cluster_ip="228.1.1.1",
            heartbeat_type=HeartbeatType.MULTICAST,
        ),
        "cluster_options/cluster/cluster_ip",
        "228.1.1.1",
    ),
}

EXAMPLES = examples(CASES)
