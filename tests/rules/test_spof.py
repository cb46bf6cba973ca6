"""What the rules about single points of failure say, and how gravely."""

from __future__ import annotations

import msgspec
import pytest

from tests.rules.asking import asked
from tests.rules.builders import edit, edit_all, emptied, sound, two_sites, virtual
from tests.rules.examples_spof import CASES
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.registry import catalogue

SOUND = sound()
VIRTUAL = virtual()
ALONE = edit(SOUND, ResourceGroup, "rg", nodes=("n1",))


def found(rule_id: str, plan: Plan) -> list[Finding]:
    return asked(rule_id, plan)


def the(rule_id: str, plan: Plan) -> Finding:
    (finding,) = found(rule_id, plan)
    return finding


def in_test(plan: Plan) -> Plan:
    return edit_all(plan, ClusterOptions, environment=Environment.TEST)


def test_node_that_alone_can_run_a_group() -> None:
    finding = the("SPOF-NODE", ALONE)
    assert finding.title == "If node nodea fails, rg_app has nowhere left to run"
    assert finding.detail == "nodea is the only node in the list of rg_app."
    assert finding.chain == (("nodea",), ("rg_app",))
    assert Place("resource_group", "rg", "nodes") in finding.places


def test_node_whose_stand_in_lacks_something() -> None:
    plan = SOUND.without(Interface, "i21")
    finding = the("SPOF-NODE", plan)
    assert finding.detail == "nodeb has no interface on net_ether_01 for app_svc."


def test_only_node_without_any_group() -> None:
    plan = Plan([Node(key="n", name="solo")])
    assert the("SPOF-NODE", plan).title == "solo is the only node of the cluster"


def test_only_node_with_a_group_is_told_once() -> None:
    plan = Plan([Node(key="n", name="solo"), ResourceGroup(key="g", name="rg", nodes=("n",))])
    assert the("SPOF-NODE", plan).title == "If node solo fails, rg has nowhere left to run"


def test_frame_names_the_nodes_in_it_and_the_cells_to_change() -> None:
    finding = the("SPOF-FRAME", edit(SOUND, Node, "n2", frame="f1"))
    assert finding.detail == "nodea and nodeb are partitions of frame1 and stop together."
    assert "nodea and nodeb" in finding.fix
    assert finding.chain == (("frame1",), ("nodea", "nodeb"), ("rg_app",))
    assert finding.places[1:] == (Place("node", "n1", "frame"), Place("node", "n2", "frame"))


def test_frame_of_the_only_node() -> None:
    assert "another frame than frame1" in the("SPOF-FRAME", ALONE).fix


LOSSES = {"SPOF-NODE", "SPOF-FRAME", "SPOF-RACK", "SPOF-POWER", "SPOF-SITE", "SPOF-DEVICE",
          "SPOF-FABRIC", "SPOF-DISK", "SPOF-STORAGE", "SPOF-NETWORK", "SPOF-NONIP",
          "SPOF-APPLICATION", "SPOF-ADMIN"}  # fmt: skip


@pytest.mark.parametrize("rule_id", sorted(LOSSES))
def test_grave_in_production_only(rule_id: str) -> None:
    plan = CASES[rule_id].fails
    assert {item.severity for item in found(rule_id, plan)} == {Severity.BLOCKER}
    assert {item.severity for item in found(rule_id, in_test(plan))} == {Severity.ADVICE}


@pytest.mark.parametrize(
    "rule_id", ["SPOF-CARD", "SPOF-PORT", "SPOF-HBA", "SPOF-VIOS", "SPOF-ROOTVG"]
)
def test_a_part_that_costs_a_fallover_is_a_warning(rule_id: str) -> None:
    plan = CASES[rule_id].fails
    assert {item.severity for item in found(rule_id, plan)} == {Severity.WARNING}
    assert {item.severity for item in found(rule_id, in_test(plan))} == {Severity.ADVICE}
    assert not any(item.chain for item in found(rule_id, plan))


@pytest.mark.parametrize(
    "rule_id", ["SPOF-CARD", "SPOF-PORT", "SPOF-HBA", "SPOF-VIOS", "SPOF-ROOTVG"]
)
def test_the_same_part_is_grave_where_no_other_node_stands_by(rule_id: str) -> None:
    plan = edit(CASES[rule_id].fails, ResourceGroup, "rg", nodes=("n1",))
    if rule_id == "SPOF-HBA":
        plan = edit(plan, LogicalVolume, "lv", copies=1)
    findings = found(rule_id, plan)
    assert {item.severity for item in findings} == {Severity.BLOCKER}
    assert all(item.chain[-1] == ("rg_app",) for item in findings)


def test_stranded_groups_block_in_every_environment() -> None:
    plan = CASES["GROUP-STRANDED"].fails
    finding = the("GROUP-STRANDED", in_test(plan))
    assert finding.severity is Severity.BLOCKER
    assert finding.detail == "rg_app has no node in its list."


def test_two_ports_of_one_card_are_one_card() -> None:
    finding = the("SPOF-CARD", edit(SOUND, Interface, "i11", ports=("n1e1p0", "n1e1p1")))
    assert finding.title == "Card nodea E1 is the only way of nodea to net_ether_01"
    assert "ent0 and ent2 are ports of one card, nodea E1" in finding.detail
    assert finding.fix.startswith("Add to the interface of nodea on net_ether_01 a port of another")


def test_a_port_is_told_by_its_card() -> None:
    plan = edit(ALONE, Interface, "i11", ports=("n1e1p0",))
    assert [item.places[0].key for item in found("SPOF-CARD", plan)] == ["n1e1"]
    assert found("SPOF-PORT", plan) == []


def test_disks_reached_over_one_card_are_counted() -> None:
    plan = edit(SOUND, DiskPath, "n1d1", ports=("n1c1p0",))
    plan = edit(plan, DiskPath, "n1d2", ports=("n1c1p0",))
    assert the("SPOF-HBA", plan).title == "Card nodea C1 is the only way of nodea to 2 shared disks"
    assert found("SPOF-CARD", plan) == []


def test_a_disk_port_without_a_card_belongs_to_the_disk_adapters() -> None:
    plan = edit(edit(SOUND, DiskPath, "n1d1", ports=("n1c1p0",)), Port, "n1c1p0", card="")
    assert "one shared disk" in the("SPOF-HBA", plan).title
    assert found("SPOF-PORT", plan) == []


def test_two_virtual_adapters_over_one_server_are_one_server() -> None:
    plan = edit(VIRTUAL, SharedEthernetAdapter, "sea12", server="v11", ports=())
    finding = the("SPOF-VIOS", plan)
    assert finding.title == "Virtual I/O Server viov11 is the only way of nodea to net_ether_01"
    assert "Two virtual adapters over viov11 are one VIOS." in finding.detail


def test_rootvg_over_one_server() -> None:
    plan = edit(VIRTUAL, Node, "n1", rootvg_servers=("v11",))
    assert the("SPOF-VIOS", plan).title.endswith("is the only way of nodea to rootvg")


def test_a_card_in_a_server_with_one_port_each() -> None:
    plan = edit(VIRTUAL, Interface, "i11", adapters=("sea11",))
    plan = edit(plan, SharedEthernetAdapter, "sea11", ports=("v11e1p0",))
    assert the("SPOF-CARD", plan).title == "Card viov11 E1 is the only way of nodea to net_ether_01"


def test_rootvg_of_a_node_that_holds_no_group() -> None:
    plan = Plan([Node(key="n", name="solo", rootvg=RootvgProtection.NONE)])
    assert the("SPOF-ROOTVG", plan).title == "rootvg of solo lies on one unprotected disk"


def test_circuit_names_what_it_feeds() -> None:
    finding = the("SPOF-POWER", CASES["SPOF-POWER"].fails)
    boxes = "ds1, ds2, frame1, frame2, san1, san2 and 2 more"
    assert finding.detail == f"P1A has no UPS and feeds {boxes} alone."
    assert set(finding.places[1:]) == {Place("rack", key, "circuits") for key in ("r1", "r2")}


def test_circuit_that_feeds_one_half_alone() -> None:
    plan = edit(edit(SOUND, Rack, "r1", circuits=("p1a",)), PowerCircuit, "p1a", ups=False)
    finding = the("SPOF-POWER", plan)
    assert finding.severity is Severity.WARNING
    assert finding.title == "Power circuit P1A feeds ds1, frame1, san1 and sw1 alone and has no UPS"


def test_sites() -> None:
    assert the("SPOF-SITE", SOUND).chain[-1] == ("rg_app",)
    no_rows = the("SPOF-SITE", emptied(SOUND, Site))
    assert no_rows.places == (Place("site"),)
    apart = edit_all(emptied(SOUND, Site).replace(Site(key="s", name="lone")), Rack, site="")
    assert the("SPOF-SITE", apart).title == "lone is the only site of the cluster"
    assert found("SPOF-SITE", two_sites()) == []


def test_switch_of_all_nodes() -> None:
    plan = SOUND
    for port in SOUND.rows(Port):
        if port.attached_to == "sw2":
            plan = edit(plan, Port, port.key, attached_to="sw1")
    finding = the("SPOF-DEVICE", plan)
    assert finding.title == "If Ethernet switch sw1 fails, rg_app has nowhere left to run"
    assert "another switch than sw1" in finding.fix


def test_gateway_of_a_network() -> None:
    finding = the("SPOF-DEVICE", edit(SOUND, Network, "net1", gateways=("sw1",)))
    assert finding.detail == "It is the only gateway of net_ether_01."
    assert Place("network", "net1", "gateways") in finding.places


def test_san_switches_are_disk_adapters_and_others_are_network() -> None:
    plan = CASES["SPOF-FABRIC"].fails
    assert the("SPOF-FABRIC", plan).title.startswith("If SAN switch san1 fails")
    assert found("SPOF-DEVICE", plan) == []


def test_networks_that_join_nodes() -> None:
    assert found("SPOF-NETWORK", SOUND) == []
    off = SOUND.without(Interface, "i22")
    assert the("SPOF-NETWORK", off).title == "nodeb is joined to the others by net_ether_01 only"
    assert the("SPOF-NETWORK", emptied(SOUND, Network)).title == "No IP network is entered"


def test_disk_says_why_no_copy_helps() -> None:
    plan = edit(edit(SOUND, LogicalVolume, "lv", copies=1), Disk, "d1", protection=None)
    finding = the("SPOF-DISK", plan)
    assert "protection of lun1 is not entered" in finding.detail
    assert "one copy of lv_app" in finding.detail
    quorum = edit(edit(SOUND, VolumeGroup, "vg", quorum=True), Disk, "d1", protection=None)
    assert "two of the three VGDAs" in the("SPOF-DISK", quorum).detail
    empty = edit(emptied(SOUND, LogicalVolume), Disk, "d1", protection=None)
    assert "no logical volumes" in the("SPOF-DISK", empty).detail


def test_storage_unit_names_the_volume_groups_in_it() -> None:
    finding = the("SPOF-STORAGE", edit(SOUND, Disk, "d2", storage_unit="u1"))
    assert finding.detail == "ds1 holds disks of vg_app."
    assert finding.places == (
        Place("storage_unit", "u1", "name"),
        Place("volume_group", "vg", "name"),
    )


def test_application_needs_takeover_node_and_monitor() -> None:
    plan = edit(emptied(SOUND, ApplicationMonitor), ResourceGroup, "rg", nodes=("n1",))
    assert [item.title for item in found("SPOF-APPLICATION", plan)] == [
        "app_main has no application monitor",
        "app_main in rg_app can run on nodea alone; there is no takeover node",
    ]


def test_a_group_without_an_application_needs_no_takeover_node() -> None:
    assert found("SPOF-APPLICATION", edit(ALONE, ResourceGroup, "rg", controllers=())) == []


def test_administrators() -> None:
    assert the("SPOF-ADMIN", emptied(SOUND, Administrator)).places == (Place("administrator"),)
    own = edit(SOUND, Administrator, "ada", backup="ada")
    assert the("SPOF-ADMIN", own).title == "Ada has neither a stand-in nor an operation guide"
    assert found("SPOF-ADMIN", edit(own, Administrator, "ada", operation_guide="wiki")) == []


def test_each_row_of_the_table_has_a_rule() -> None:
    tables = {rule.table1 for rule in catalogue().values() if rule.id.startswith("SPOF-")}
    assert tables == {f"S{number}" for number in range(1, 11)}


def test_a_finding_stays_the_same_when_more_groups_are_lost() -> None:
    before = the("SPOF-NODE", ALONE)
    row = ALONE.get(ResourceGroup, "rg")
    assert row is not None
    other = msgspec.structs.replace(row, key="rg2", name="rg_other")
    after = the("SPOF-NODE", ALONE.replace(other))
    assert after.title != before.title
    assert after.identity == before.identity
