"""Examples: single points of failure and stranded groups."""

from __future__ import annotations

from tests.rules.builders import edit, edit_all, emptied, sound, two_sites, virtual
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.disk import Disk, DiskProtection
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import VolumeGroup

SOUND = sound()
VIRTUAL = virtual()
ALONE = edit(SOUND, ResourceGroup, "rg", nodes=("n1",))


def _one_port(plan: Plan, card: str) -> Plan:
    """The interface i11 of nodea over one port only, which is on `card`."""
    plan = edit(plan, Port, "n1e1p0", card=card)
    return edit(plan, Interface, "i11", ports=("n1e1p0",))


def _one_fabric(plan: Plan) -> Plan:
    """All paths over the first SAN switch."""
    for port in plan.rows(Port):
        if port.attached_to == "san2":
            plan = edit(plan, Port, port.key, attached_to="san1")
    return plan


def _one_circuit(ups: bool) -> Plan:
    """Both racks on one circuit, on its own."""
    plan = edit_all(SOUND, Rack, circuits=("p1a",))
    return edit(plan, PowerCircuit, "p1a", ups=ups)


CASES = {
    "SPOF-NODE": Case(ALONE, SOUND, "node/n1/name", "nodea"),
    "SPOF-FRAME": Case(edit(SOUND, Node, "n2", frame="f1"), SOUND, "frame/f1/name", "frame1"),
    "SPOF-RACK": Case(edit(SOUND, Frame, "f2", rack="r1"), SOUND, "rack/r1/name", "R1"),
    "SPOF-POWER": Case(_one_circuit(False), _one_circuit(True), "power_circuit/p1a/name", "P1A"),
    "SPOF-SITE": Case(SOUND, two_sites(), "site/s1/name", "north"),
    "SPOF-ROOTVG": Case(
        edit(SOUND, Node, "n1", rootvg=RootvgProtection.NONE), SOUND, "node/n1/rootvg", "nodea"
    ),
    "SPOF-CARD": Case(
        edit(SOUND, Interface, "i11", ports=("n1e1p0", "n1e1p1")), SOUND, "card/n1e1/name", "E1"
    ),
    "SPOF-PORT": Case(_one_port(SOUND, ""), _one_port(SOUND, "n1e1"), "port/n1e1p0/name", "ent0"),
    "SPOF-HBA": Case(
        edit(SOUND, DiskPath, "n1d1", ports=("n1c1p0", "n1c1p1")), SOUND, "card/n1c1/name", "C1"
    ),
    "SPOF-VIOS": Case(
        edit(VIRTUAL, Interface, "i11", adapters=("sea11",)),
        VIRTUAL,
        "virtual_io_server/v11/name",
        "viov11",
    ),
    "SPOF-DEVICE": Case(
        edit(SOUND, Network, "net1", gateways=("sw1",)),
        edit(SOUND, Network, "net1", gateways=("sw1", "sw2")),
        "network_device/sw1/name",
        "sw1",
    ),
    "SPOF-FABRIC": Case(_one_fabric(SOUND), SOUND, "network_device/san1/name", "san1"),
    "SPOF-NETWORK": Case(
        SOUND.without(Network, "net2"), SOUND, "network/net1/name", "net_ether_01"
    ),
    "SPOF-NONIP": Case(
        emptied(SOUND, RepositoryDisk).without(Network, "san"),
        emptied(SOUND, RepositoryDisk),
        "repository_disk",
        "sancomm",
    ),
    "SPOF-DISK": Case(
        edit(
            edit(SOUND, LogicalVolume, "lv", copies=1), Disk, "d1", protection=DiskProtection.NONE
        ),
        edit(SOUND, LogicalVolume, "lv", copies=1),
        "disk/d1/name",
        "lun1",
    ),
    "SPOF-STORAGE": Case(
        edit(SOUND, Disk, "d2", storage_unit="u1"), SOUND, "storage_unit/u1/name", "ds1"
    ),
    "SPOF-APPLICATION": Case(
        emptied(SOUND, ApplicationMonitor), SOUND, "application_controller/app/name", "app_main"
    ),
    "SPOF-ADMIN": Case(
        edit(SOUND, Administrator, "ada", backup=""), SOUND, "administrator/ada/backup", "Ada"
    ),
    "GROUP-STRANDED": Case(
        edit(SOUND, ResourceGroup, "rg", nodes=()), SOUND, "resource_group/rg/nodes", "rg_app"
    ),
}

EXAMPLES = examples(CASES)


def _alone(rule: str) -> Plan:
    """The failing plan of a rule, with nobody to take over from nodea."""
    return edit(CASES[rule].fails, ResourceGroup, "rg", nodes=("n1",))


_SAN_ALONE = edit(CASES["SPOF-HBA"].fails, LogicalVolume, "lv", copies=1)
_NO_PROTECTION = edit(SOUND, Disk, "d1", protection=None)
_TWO_ROOTVGS = edit_all(SOUND, Node, rootvg=RootvgProtection.NONE)
_OTHER_CIRCUIT = edit(edit(SOUND, Rack, "r1", circuits=("p1a",)), PowerCircuit, "p1a", ups=False)
_NO_SITE = emptied(SOUND, Site)

MORE = {
    "SPOF-NODE": (
        Plan([Node(key="n", name="solo")]),
        Plan([Node(key="n", name="solo"), ResourceGroup(key="g", name="rg", nodes=("n",))]),
        SOUND.without(Interface, "i21"),
    ),
    "SPOF-FRAME": (ALONE,),
    "SPOF-POWER": (
        _OTHER_CIRCUIT,
        edit(edit(_OTHER_CIRCUIT, Rack, "r1", circuits=()), Frame, "f1", circuits=("p1a",)),
    ),
    "SPOF-SITE": (
        _NO_SITE,
        edit_all(_NO_SITE.replace(Site(key="s", name="lone")), Rack, site=""),
    ),
    "SPOF-ROOTVG": (_TWO_ROOTVGS, edit(_TWO_ROOTVGS, ResourceGroup, "rg", nodes=("n1",))),
    "SPOF-CARD": (
        _alone("SPOF-CARD"),
        edit(ALONE, Interface, "i11", ports=("n1e1p0",)),
        edit_all(ALONE, Interface, ports=("n1e1p0",)),
        edit(CASES["SPOF-VIOS"].fails, SharedEthernetAdapter, "sea11", ports=("v11e1p0",)),
    ),
    "SPOF-PORT": (_alone("SPOF-PORT"),),
    "SPOF-HBA": (
        edit(_SAN_ALONE, ResourceGroup, "rg", nodes=("n1",)),
        edit_all(SOUND, DiskPath, ports=("n1c1p0",)),
        edit(edit(SOUND, DiskPath, "n1d1", ports=("n1c1p0",)), Port, "n1c1p0", card=""),
        edit(edit(ALONE, DiskPath, "n1d1", ports=("n1c1p0",)), Port, "n1c1p0", card="").without(
            DiskPath, "n1d2"
        ),
    ),
    "SPOF-VIOS": (
        _alone("SPOF-VIOS"),
        edit(VIRTUAL, Node, "n1", rootvg_servers=("v11",)),
        edit(
            edit(VIRTUAL, Node, "n1", rootvg_servers=("v11",)),
            ResourceGroup, "rg", nodes=("n1",),
        ),
        edit(VIRTUAL, SharedEthernetAdapter, "sea12", server="v11", ports=()),
    ),
    "SPOF-NETWORK": (
        SOUND.without(Interface, "i22"),
        SOUND.without(Interface, "i12").without(Interface, "i22"),
        emptied(SOUND, Network),
    ),
    "SPOF-DISK": (
        edit(_NO_PROTECTION, LogicalVolume, "lv", copies=1),
        edit(_NO_PROTECTION, VolumeGroup, "vg", quorum=True),
        emptied(_NO_PROTECTION, LogicalVolume),
    ),
    "SPOF-APPLICATION": (_alone("SPOF-APPLICATION"),
        edit(SOUND, ResourceGroup, "rg", nodes=()),
    ),
    "SPOF-ADMIN": (
        emptied(SOUND, Administrator),
        edit(SOUND, Administrator, "ada", backup="ada"),
    ),
}  # fmt: skip
