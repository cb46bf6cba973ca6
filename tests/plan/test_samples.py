"""The sample clusters: readable files, sound data, and the weaknesses they are meant to have."""

from __future__ import annotations

import ipaddress
import json
from collections import Counter
from importlib import resources

import msgspec
import pytest

from worksheets.failures.parts import PartKind
from worksheets.failures.singles import single_failures
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import decode, digest, encode
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.finding import Finding, Severity
from worksheets.rules.judge import judge
from worksheets.rules.registry import catalogue
from worksheets.sheets.completeness import completeness
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Group

DESIGNED = (Group.NEEDS, Group.HARDWARE, Group.NETWORK)
TABLE_1 = {f"S{number}" for number in range(1, 11)}


def texts() -> dict[str, str]:
    folder = resources.files("worksheets.samples")
    return {
        file.name.removesuffix(".json"): file.read_text(encoding="utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".json")
    }


TEXTS = texts()
SAP, VIRTUAL, SITES, IBM = "sapdemo71_cluster", "vcl_payments", "scl_clearing", "was_db2_cluster"
LINKED = "lcl_records"
every_sample = pytest.mark.parametrize("name", sorted(TEXTS))


def plan_of(name: str) -> Plan:
    return decode(TEXTS[name].encode())


def losses(plan: Plan) -> dict[tuple[PartKind, str], tuple[str, ...]]:
    """Groups that each single failure strands, by kind and name of the part."""
    found = single_failures(plan).losses
    return {(loss.part.kind, loss.part.name): loss.groups for loss in found}


def spofs(plan: Plan) -> list[Finding]:
    return [finding for finding in judge(plan).findings if finding.rule.startswith("SPOF-")]


def test_the_five_are_there():
    assert set(TEXTS) == {SAP, VIRTUAL, SITES, IBM, LINKED}


@pytest.mark.parametrize(
    "sheet",
    [s for s in sheets().values() if s.group in (Group.STORAGE, Group.APPLICATIONS)],
    ids=lambda sheet: sheet.slug,
)
def test_every_worksheet_of_storage_and_applications_is_shown_by_a_sample(sheet):
    assert any(plan_of(name).rows(sheet.row) for name in TEXTS)


@every_sample
def test_canonical_round_trip(name):
    plan = plan_of(name)
    again = decode(encode(plan))
    assert again == plan
    assert digest(again) == digest(plan)


@every_sample
def test_laid_out_for_people(name):
    document = json.loads(TEXTS[name])
    assert json.dumps(document, indent=2, ensure_ascii=False) + "\n" == TEXTS[name]
    planning_order = [slug for slug in sheets() if slug in document["sheets"]]
    assert list(document["sheets"]) == planning_order


@every_sample
def test_named_after_its_cluster_and_names_unique(name):
    plan = plan_of(name)
    assert plan.options.name == name
    for kind in KINDS.values():
        titles = Counter(plan.titles(kind).values())
        assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize(
    "sheet",
    [sheet for sheet in sheets().values() if sheet.group in DESIGNED],
    ids=lambda sheet: sheet.slug,
)
def test_the_virtual_sample_fills_in_all_that_is_needed_up_to_the_network(sheet):
    plan = plan_of(VIRTUAL)
    assert plan.rows(sheet.row)
    assert completeness(plan, sheet).empty == ()


@every_sample
def test_addresses_are_private_and_complete(name):
    plan = plan_of(name)
    labels = plan.rows(IpLabel)
    assert all(ipaddress.ip_address(label.address).is_private for label in labels)
    persistent = {row.node for row in labels if row.function is LabelFunction.PERSISTENT}
    assert persistent == {node.key for node in plan.rows(Node)}
    for group in plan.rows(ResourceGroup):
        served = plan.pick(IpLabel, group.service_labels)
        assert [label.function for label in served] == [LabelFunction.SERVICE]


@every_sample
def test_no_group_is_stranded_and_no_rule_fails(name):
    plan = plan_of(name)
    assert single_failures(plan).stranded == ()
    assert {finding.rule for finding in judge(plan).findings} <= set(catalogue())


def test_sap_is_the_cluster_of_the_paper():
    plan = plan_of(SAP)
    nodes = {node.name: node for node in plan.rows(Node)}
    assert list(nodes) == ["mhoracle1", "mhoracle2"]
    assert {node.powerha_level for node in nodes.values()} == {"7.1.3 SP1"}
    assert {node.aix_level for node in nodes.values()} == {"7.1.3.1"}
    assert nodes["mhoracle2"].cpu_peak == 88


def test_sap_leaves_every_row_of_table_1_open():
    rules = catalogue()
    production_blockers = [
        finding for finding in spofs(plan_of(SAP)) if finding.severity is Severity.BLOCKER
    ]
    assert {rules[finding.rule].table1 for finding in production_blockers} == TABLE_1


def test_sap_second_frame_stands_apart_and_is_empty():
    plan = plan_of(SAP)
    first, second = plan.rows(Frame)
    assert {node.frame for node in plan.rows(Node)} == {first.key}
    first_rack, second_rack = plan.pick(Rack, (first.rack, second.rack))
    assert set(first_rack.circuits).isdisjoint(second_rack.circuits)
    assert not any(circuit.ups for circuit in plan.pick(PowerCircuit, first_rack.circuits))


def test_sap_moving_a_node_ends_the_shared_frame():
    plan = plan_of(SAP)
    first, second = plan.rows(Frame)
    assert (PartKind.FRAME, first.name) in losses(plan)
    assert _frame_findings(plan) == {first.key}
    node = next(row for row in plan.rows(Node) if row.name == "mhoracle2")
    moved = plan.replace(msgspec.structs.replace(node, frame=second.key))
    assert (PartKind.FRAME, first.name) not in losses(moved)
    assert first.key not in _frame_findings(moved)


def _frame_findings(plan: Plan) -> set[str]:
    return {
        finding.places[0].key
        for finding in judge(plan).findings
        if finding.rule == "SPOF-FRAME" and finding.places[0].sheet == Frame.slug
    }


def test_virtual_survives_everything_but_its_site():
    plan = plan_of(VIRTUAL)
    groups = {group.key for group in plan.rows(ResourceGroup)}
    assert {part: set(lost) for part, lost in losses(plan).items()} == {
        (PartKind.SITE, "lyon"): groups
    }
    assert {finding.rule for finding in spofs(plan)} == {"SPOF-SITE"}


@pytest.mark.parametrize("name", [SITES, LINKED])
def test_two_sites_survive_everything(name):
    plan = plan_of(name)
    assert losses(plan) == {}
    assert spofs(plan) == []


def test_linked_sites_reach_each_other_by_ip_alone():
    """What GLVM mirrors no node reaches from the other site, and each site has its repository."""
    plan = plan_of(LINKED)
    (mirror,) = plan.rows(GlvmVolumeGroup)
    units = {
        half: {disk.storage_unit for disk in plan.pick(Disk, half)}
        for half in (mirror.first_disks, mirror.second_disks)
    }
    assert [len(found) for found in units.values()] == [1, 1]
    for half in units:
        assert len({row.node for row in plan.rows(DiskPath) if row.disk in half}) == 1
    assert {row.kind for row in plan.pick(Network, mirror.networks)} == {NetworkKind.XD_DATA}
    repositories = Counter((row.site, row.state) for row in plan.rows(RepositoryDisk))
    assert len(repositories) == 4
    assert set(repositories.values()) == {1}


def test_ibm_example_depends_on_its_storage_and_site_alone():
    plan = plan_of(IBM)
    assert set(losses(plan)) == {
        (PartKind.SITE, "krakow"),
        (PartKind.RACK, "KR4"),
        (PartKind.STORAGE, "kra-fs5200"),
    }
    assert {finding.rule for finding in spofs(plan)} == {"SPOF-SITE", "SPOF-RACK", "SPOF-STORAGE"}


def test_ibm_example_is_wired_as_printed():
    plan = plan_of(IBM)
    name = plan.titles(Node) | plan.titles(ResourceGroup)
    lists = {row.name: [name[key] for key in row.nodes] for row in plan.rows(ResourceGroup)}
    low, high = ["node2", "node3"], ["node1", "node3"]
    assert lists == {"DB2": low, "WS1": low, "WS2": low, "WS3": low, "WS4": high, "WAS": high}
    policies = {
        (row.startup.value, row.fallover.value, row.fallback.value)
        for row in plan.rows(ResourceGroup)
    }
    assert policies == {("OFAN", "FNPN", "NFB")}
    ties = {
        (row.kind, name.get(row.leader, ""), tuple(name[key] for key in row.groups))
        for row in plan.rows(Dependency)
    }
    assert ties == {
        (DependencyKind.PARENT_CHILD, "DB2", ("WAS",)),
        (DependencyKind.PARENT_CHILD, "WAS", ("WS1", "WS2", "WS3", "WS4")),
        (DependencyKind.SAME_NODE, "", ("DB2", "WS1", "WS2", "WS3")),
        (DependencyKind.SAME_NODE, "", ("WAS", "WS4")),
        (DependencyKind.DIFFERENT_NODES, "", ("DB2",)),
        (DependencyKind.DIFFERENT_NODES, "", ("WAS",)),
    }


@pytest.mark.parametrize("name", [VIRTUAL, SITES, IBM, LINKED])
def test_sound_samples_have_no_blocker_besides_their_spofs(name):
    blockers = [
        finding.title
        for finding in judge(plan_of(name)).findings
        if finding.severity is Severity.BLOCKER and not finding.rule.startswith("SPOF-")
    ]
    assert blockers == []
