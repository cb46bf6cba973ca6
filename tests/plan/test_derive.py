"""Plans made from other plans."""

from __future__ import annotations

import itertools
from importlib import resources

import pytest

from tests.plans import samples
from tests.rules.builders import edit, sound, virtual
from worksheets.plan.derive import clear, keep, rename, without_remarks
from worksheets.plan.fields import fields_of
from worksheets.plan.markers import Identity
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import decode, encode
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.netmon_target import NetmonTarget
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.claims import claims_of
from worksheets.rules.estate import Kind
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Group

SAMPLES = [
    decode(file.read_bytes())
    for file in sorted(resources.files("worksheets.samples").iterdir(), key=lambda f: f.name)
    if file.name.endswith(".json")
]


def chapters(*groups: Group) -> set[str]:
    return {slug for slug, sheet in sheets().items() if sheet.group in groups}


def test_keeping_everything_changes_nothing():
    for plan in (*SAMPLES, sound(), virtual()):
        assert keep(plan, KINDS) == plan


def test_references_to_what_stays_behind_become_empty():
    plan = keep(sound(), chapters(Group.BEHAVIOUR, Group.APPLICATIONS))
    group = plan.get(ResourceGroup, "rg")
    assert (group.nodes, group.service_labels, group.controllers) == ((), (), ("app",))
    assert not plan.rows(Node)
    assert not plan.rows(ClusterOptions)


def test_what_is_called_after_something_left_behind_stays_behind_too():
    plan = keep(sound(), chapters(Group.NETWORK))
    assert [row.key for row in plan.rows(Network)] == ["net1", "net2", "san"]
    assert plan.get(IpLabel, "b11").interface == ""
    assert not plan.rows(Interface)
    assert not plan.rows(NetmonTarget)
    without_nodes = keep(sound(), KINDS.keys() - {"node"})
    assert not without_nodes.rows(Card)
    assert not without_nodes.rows(Port), "called after the card, which is called after the node"
    assert len(without_nodes.rows(Frame)) == 2


@pytest.mark.parametrize("size", [1, 2, 3])
def test_any_choice_of_chapters_makes_plans_that_can_be_stored(size):
    for groups in itertools.combinations(Group, size):
        for plan in (*SAMPLES, virtual()):
            part = keep(plan, chapters(*groups))
            assert decode(encode(part)) == part
            assert {row.slug for row in part} <= chapters(*groups)


@pytest.mark.parametrize("what", Identity)
def test_clearing_empties_the_columns_of_that_identity_and_no_other(what):
    full = edit(sound(), Frame, "f1", serial="06C1A2B", model="9080")
    full = edit(full, Node, "n1", communication_path="10.1.1.11")
    full = edit(full, Disk, "d1", lun="L01", udid="U01")
    cleared = clear(full, {what})
    emptied = set()
    for row in full:
        after = cleared.get(type(row), row.key)
        for column, field in fields_of(type(row)).items():
            if getattr(row, column) != getattr(after, column):
                emptied.add((row.slug, column))
                assert getattr(after, column) == field.default
                assert field.identifies is what
    assert emptied == {
        Identity.ADDRESS: {
            ("ip_label", "address"), ("netmon_target", "target"), ("node", "communication_path"),
        },
        Identity.DISK: {("disk", "pvid"), ("disk", "lun"), ("disk", "udid")},
        Identity.SERIAL: {("frame", "serial")},
    }[what]  # fmt: skip
    assert decode(encode(cleared)) == cleared


def test_names_and_paths_are_replaced_everywhere_at_once():
    plan = rename(sound(), {"app": "orders", "node": "n", "nodea": "nodeb", "nodeb": "nodea"})
    assert [row.name for row in plan.rows(Node)] == ["nodeb", "nodea"]
    assert plan.get(IpLabel, "b11").name == "nodeb_boot1"
    assert plan.get(ResourceGroup, "rg").name == "rg_orders"
    script = plan.get(ApplicationController, "app").start_script
    assert script == "/usr/local/ha/start_orders"
    assert plan.get(Node, "n1").aix_level == sound().get(Node, "n1").aix_level
    assert rename(sound(), {"": "x"}) == sound()
    assert rename(sound(), {"01": "0x"}).get(Node, "n1").aix_level == "7300-02-01"


def test_patterns_in_replaced_texts_mean_themselves():
    plan = Plan([Node(key="n", name="a.b\\1")])
    assert rename(plan, {".": "\\0", "z*": "y"}).get(Node, "n").name == "a\\0b\\1"


def test_remarks_go_when_they_are_not_wanted():
    noted = edit(sound(), Node, "n1", notes="call Ben", rationale="cheapest")
    node = without_remarks(noted).get(Node, "n1")
    assert (node.notes, node.rationale, node.name) == ("", "", "nodea")


@pytest.mark.parametrize("plan", samples(), ids=lambda plan: plan.options.name)
def test_a_cleared_plan_shares_no_more_than_names_and_numbers_with_its_source(plan):
    named = {Kind.LABEL, Kind.NODE, Kind.VOLUME_GROUP, Kind.MAJOR_NUMBER, Kind.CLUSTER}
    cleared = clear(plan, tuple(Identity))
    assert {claim.thing.kind for claim in claims_of(cleared)} <= named
    assert not {claim.thing.kind for claim in claims_of(plan)} <= named
