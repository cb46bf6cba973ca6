"""What the assistant asks: declared once, for the page and for the reading of answers."""

from __future__ import annotations

from worksheets.assistant.question import Chapter, Question
from worksheets.plan.integrity import SINGLE_KEY
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.netmon_target import NetmonTarget
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import VolumeGroup

CHAPTERS = (
    Chapter(
        "Cluster",
        (
            Question(
                "cluster",
                "Cluster name",
                "Letters, digits and underscores, no digit in front: PowerHA takes nothing else.",
                (ClusterOptions, SINGLE_KEY, "name"),
                "orders_cluster",
                required=True,
            ),
            Question(
                "environment",
                "Environment",
                "In production a single point of failure is a blocker, elsewhere advice.",
                (ClusterOptions, SINGLE_KEY, "environment"),
                required=True,
                initial=Environment.PRODUCTION.value,
            ),
            Question(
                "owner",
                "Owner",
                "The team or person that answers for the cluster and accepts its risks.",
                (ClusterOptions, SINGLE_KEY, "owner"),
                "Payments",
            ),
        ),
    ),
    Chapter(
        "Nodes",
        (
            Question(
                "first_node",
                "First node",
                "The AIX host name of the node that runs the application on a normal day.",
                (Node, "n1", "name"),
                "nodea",
                required=True,
            ),
            Question(
                "second_node",
                "Second node",
                "The AIX host name of the node that stands by and takes over.",
                (Node, "n2", "name"),
                "nodeb",
                required=True,
            ),
            Question(
                "rootvg",
                "Protection of rootvg",
                "How the disks that hold AIX itself are protected on both nodes.",
                (Node, "n1", "rootvg"),
                "mirrored",
            ),
            Question(
                "first_place",
                "Place of the first node",
                "The building or room that holds the first node with its copy of the data.",
                (Site, "s1", "name"),
                "hall north",
                required=True,
                initial="room 1",
            ),
            Question(
                "second_place",
                "Place of the second node",
                "Another building or room. If it is the same one, enter it again: the plan "
                "then says that losing the place ends the service.",
                (Site, "s2", "name"),
                "hall south",
                required=True,
                initial="room 2",
            ),
        ),
    ),
    Chapter(
        "Application",
        (
            Question(
                "application",
                "Application",
                "What people call it. Group, controller and monitors are named after it.",
                (ApplicationController, "app", "application"),
                "orders",
                required=True,
            ),
            Question(
                "start_script",
                "Start script",
                "Full path, the same on both nodes.",
                (ApplicationController, "app", "start_script"),
                "/usr/local/ha/start_orders",
                required=True,
            ),
            Question(
                "stop_script",
                "Stop script",
                "Full path, the same on both nodes.",
                (ApplicationController, "app", "stop_script"),
                "/usr/local/ha/stop_orders",
                required=True,
            ),
            Question(
                "processes",
                "Processes to watch",
                "As ps -el shows them, blanks between several. A process monitor is planned "
                "when both this and the owner are known.",
                (ApplicationMonitor, "process", "processes"),
                "ordersd",
            ),
            Question(
                "process_owner",
                "Owner of the processes",
                "The AIX user that these processes run as.",
                (ApplicationMonitor, "process", "process_owner"),
                "orders",
            ),
        ),
    ),
    Chapter(
        "Addresses",
        (
            Question(
                "service_label",
                "Service label",
                "The name that users connect to. Empty: the application with _svc behind it.",
                (IpLabel, "service", "name"),
                "orders_svc",
            ),
            Question(
                "service_address",
                "Service address",
                "The address that moves with the application.",
                (IpLabel, "service", "address"),
                "10.1.1.100",
                required=True,
            ),
            Question(
                "subnet",
                "Subnet of the first network",
                "Address and length of the network that leads to the users. Its mask is used "
                "for the service address too.",
                (Network, "net1", "netmask"),
                "10.1.1.0/24",
                required=True,
            ),
            Question(
                "first_boot",
                "Boot address of the first node",
                "On the first network. Empty: the next free address of the subnet.",
                (IpLabel, "boot11", "address"),
                "10.1.1.11",
            ),
            Question(
                "second_boot",
                "Boot address of the second node",
                "On the first network. Empty: the next free address of the subnet.",
                (IpLabel, "boot21", "address"),
                "10.1.1.12",
            ),
            Question(
                "second_subnet",
                "Subnet of the second network",
                "A network of its own, so that the nodes can tell a dead network from a dead "
                "neighbour. Empty: its boot labels are planned without addresses.",
                (Network, "net2", "netmask"),
                "10.1.2.0/24",
            ),
            Question(
                "targets",
                "Addresses that always answer",
                "Routers or servers outside the cluster, one on each network at least, "
                "commas between them. Each node asks them when its only interface falls "
                "silent.",
                (NetmonTarget, "", "target"),
                "10.1.1.1, 10.1.2.1",
            ),
        ),
    ),
    Chapter(
        "Storage",
        (
            Question(
                "volume_group",
                "Shared volume group",
                "At most 15 characters. Empty: vg_ and the application.",
                (VolumeGroup, "vg", "name"),
                "vg_orders",
            ),
            Question(
                "data_pvid",
                "PVID of the shared disk",
                "16 or 32 hexadecimal digits as lspv shows them. A second disk on another "
                "storage unit is planned for the mirror.",
                (Disk, "data1", "pvid"),
                "00f6db2a1b2c3d01",
            ),
            Question(
                "repository_pvid",
                "PVID of the repository disk",
                "A disk of its own for the cluster repository. A second one is planned to "
                "stand by.",
                (Disk, "repository1", "pvid"),
                "00f6db2a1b2c3d09",
            ),
        ),
    ),
    Chapter(
        "People",
        (
            Question(
                "administrator",
                "Administrator",
                "Who looks after the cluster.",
                (Administrator, "admin1", "name"),
                "Ada Ahlers",
                required=True,
            ),
            Question(
                "stand_in",
                "Stand-in",
                "Who does so when the administrator is away; somebody else.",
                (Administrator, "admin2", "name"),
                "Ben Behrens",
                required=True,
            ),
            Question(
                "alerts",
                "Alerts",
                "Who is told when something fails, and by which way.",
                (ClusterOptions, SINGLE_KEY, "alerts"),
                "SNMP traps to the operations desk",
            ),
        ),
    ),
)
QUESTIONS = {question.name: question for chapter in CHAPTERS for question in chapter.questions}
