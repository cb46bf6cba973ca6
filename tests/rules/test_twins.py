"""Clusters that must equal another one: which rows belong together, and what differs."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generator import generate
from tests.rules.asking import asked
from tests.rules.builders import edit, edit_all, emptied, sound, two_sites, virtual
from tests.rules.examples_estate import TEST, TWIN
from tests.rules.neighbours import estate_among
from tests.rules.test_every_rule import shuffled
from tests.rules.test_random_plans import nonsense
from worksheets.plan.fields import fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.disk import Disk, DiskProtection
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node, UsualRole
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.software_level import SoftwareLevel
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.estate import Estate, Neighbour
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.judge import ENGINE_RULE, judge
from worksheets.rules.mask import read_mask
from worksheets.rules.policy import NO_POLICY, Naming, Policy
from worksheets.rules.twin import compared, compared_columns, differences

SOUND = sound()


def masked(**masks: str) -> Policy:
    return Policy(
        naming={slug: Naming(slug, read_mask(mask), "example") for slug, mask in masks.items()}
    )


def rekeyed(plan: Plan) -> Plan:
    """The plan with other keys, as somebody enters it who does not copy."""
    rows: list[Row] = []
    for row in plan:
        cells = msgspec.to_builtins(row)
        if not row.single:
            cells["key"] += "x"
        for name, field in fields_of(type(row)).items():
            value = cells.get(name)
            if field.target and value:
                cells[name] = f"{value}x" if isinstance(value, str) else [f"{v}x" for v in value]
        rows.append(msgspec.convert(cells, type(row)))
    return Plan(rows)


def told(here: Plan, there: Plan, policy: Policy = NO_POLICY) -> list[str]:
    found = differences(here, there, policy)
    lines = [line.words for sheet in found for line in sheet.lines]
    rows = [(row.title, row.is_here) for sheet in found for row in sheet.missing]
    return lines + [f"{'only here' if here else 'only there'}: {title}" for title, here in rows]


def twin_findings(plan: Plan, estate: Estate = TWIN, policy: Policy = NO_POLICY) -> list[Finding]:
    return asked("TWIN-", plan, policy, estate)


@pytest.mark.parametrize("plan", [SOUND, virtual(), two_sites(), generate(3, 4, 6)])
def test_a_copy_and_the_same_plan_entered_anew_differ_in_nothing(plan):
    assert told(plan, plan) == []
    assert told(plan, rekeyed(plan)) == []
    assert told(rekeyed(plan), plan) == []


@pytest.mark.parametrize(
    ("kind", "key", "cells"),
    [
        (ClusterOptions, "cluster", {"name": "other", "environment": Environment.TEST}),
        (ClusterOptions, "cluster", {"mirrors": "x", "owner": "Lab", "purpose": "Tests"}),
        (ClusterOptions, "cluster", {"change_id": "CHG1", "detection_rationale": "slow"}),
        (Node, "n1", {"name": "tnode", "host_name": "tnode", "partition": "tnode"}),
        (Node, "n1", {"frame": "f2", "cpu_peak": 5, "communication_path": "10.9.9.9"}),
        (Node, "n1", {"notes": "lab", "rationale": "lab"}),
        (IpLabel, "svc", {"name": "t_svc", "address": "10.9.1.1", "aliases": "t", "site": "s1"}),
        (IpLabel, "svc", {"dns_name": "t.example.com", "users": "nobody"}),
        (Disk, "d1", {"name": "tlun", "pvid": "1" * 16, "lun": "7", "wwid": "8", "udid": "9"}),
        (Disk, "d1", {"storage_unit": "u2"}),
        (Interface, "i11", {"location": "U1", "vlan": 99}),
        (Network, "net1", {"vlan": 99}),
        (Site, "s1", {"name": "lab"}),
        (Frame, "f1", {"name": "lab", "model": "S914"}),
        (StorageUnit, "u1", {"model": "old"}),
    ],
)
def test_what_has_to_be_a_clusters_own_is_not_compared(kind, key, cells):
    assert told(edit(SOUND, kind, key, **cells), SOUND) == []


@pytest.mark.parametrize(
    ("kind", "key", "cells", "words"),
    [
        (Node, "n1", {"memory": 64}, "nodea, memory: 64 here, 128 there"),
        (
            Node, "n1", {"usual_role": UsualRole.STANDBY},
            "nodea, usual role: standby here, active there",
        ),
        (Node, "n2", {"powerha_level": ""}, "nodeb, powerha level: nothing here, 7.2.8 there"),
        (Node, "n2", {"start_on_boot": False}, "nodeb, start on boot: no here, nothing there"),
        (VolumeGroup, "vg", {"name": "vg_x"}, "vg_x, name: vg_x here, vg_app there"),
        (VolumeGroup, "vg", {"quorum": True}, "vg_app, quorum: yes here, no there"),
        (
            Disk, "d1", {"protection": DiskProtection.NONE},
            "lun1, protection: one disk, unprotected here, RAID 5 there",
        ),
        (
            ResourceGroup, "rg", {"nodes": ("n2", "n1")},
            "rg_app, nodes: nodeb, nodea here, nodea, nodeb there",
        ),
        (ResourceGroup, "rg", {"nodes": ()}, "rg_app, nodes: nothing here, nodea, nodeb there"),
        (
            FileSystem, "fs", {"logical_volume": ""},
            "/app, logical volume: nothing here, lv_app there",
        ),
        (
            ApplicationController, "app", {"start_script": "/" + "s" * 80},
            f"app_main, start script: /{'s' * 59}… here, /usr/local/ha/start_app there",
        ),
        (
            ClusterOptions, "cluster", {"alerts": "mail\n to  us"},
            "pay_cluster, alerts: mail to us here, SNMP trap to operations there",
        ),
    ],
)  # fmt: skip
def test_every_other_cell_is_told_with_both_sides(kind, key, cells, words):
    changed = edit(SOUND, kind, key, **cells)
    assert told(changed, SOUND) == [words]
    if "name" not in cells:
        assert told(rekeyed(changed), SOUND) == [words]


def test_a_name_that_differs_is_told_once_and_not_again_where_it_is_referred_to():
    changed = edit(SOUND, ApplicationController, "app", name="app_x")
    scripted = edit(changed, ApplicationMonitor, "mp", cleanup_method="/ha/stop app_x")
    there = edit(SOUND, ApplicationMonitor, "mp", cleanup_method="/ha/stop app_main")
    assert told(scripted, there) == ["app_x, name: app_x here, app_main there"]


def test_a_name_by_key_may_differ_in_its_environment():
    here = edit_all(SOUND, ClusterOptions, environment=Environment.TEST)
    here = edit(here, VolumeGroup, "vg", name="vgt01")
    there = edit(SOUND, VolumeGroup, "vg", name="vgp01")
    assert told(here, there, masked(volume_group="vg{env}{nn}")) == []
    assert told(here, there, masked(volume_group="vg{env}{nnn}")) == [
        "vgt01, name: vgt01 here, vgp01 there"
    ]


def test_an_empty_cell_on_one_side_is_advice_and_a_contradiction_a_warning():
    for value, expected in ((64, Severity.WARNING), (None, Severity.ADVICE)):
        (found,) = twin_findings(edit(TEST, Node, "n1", memory=value))
        assert (found.rule, found.severity) == ("TWIN-CELL", expected)
    bare = Estate(known=True, twin=twin_of(edit(SOUND, Node, "n1", memory=None)))
    (found,) = twin_findings(TEST, bare)
    assert found.severity is Severity.ADVICE
    assert found.title == "nodea differs from pay_cluster in memory: 128 here, nothing there"
    zero = edit(TEST, ApplicationMonitor, "mc", restart_count=0)
    (found,) = twin_findings(zero)
    assert found.severity is Severity.WARNING


def twin_of(plan: Plan):
    return TWIN.twin._replace(plan=plan)


def test_rows_that_one_side_lacks():
    extra = SOUND.replace(ResourceGroup(key="new", name="rg_new"))
    assert told(extra, SOUND) == ["only here: rg_new"]
    assert told(SOUND, extra) == ["only there: rg_new"]
    (found,) = twin_findings(TEST, Estate(known=True, twin=twin_of(extra)))
    assert found.title == "There is no resource group rg_new here, which pay_cluster has"
    assert (found.places, found.about) == ((Place("resource_group"),), "new")
    (found,) = twin_findings(TEST.replace(ResourceGroup(key="new", name="rg_new")))
    assert found.title == "pay_cluster has no resource group rg_new, which stands here"
    assert (found.places, found.about) == ((Place("resource_group", "new"),), "")


def test_names_are_matched_by_the_naming_rule_without_its_environment():
    here = edit_all(rekeyed(SOUND), ClusterOptions, environment=Environment.TEST)
    for key, name in (("n1x", "tnode01"), ("n2x", "tnode02")):
        here = edit(here, Node, key, name=name)
    there = edit(edit(SOUND, Node, "n1", name="pnode01"), Node, "n2", name="pnode02")
    assert told(here, there, masked(node="{env}{app}{nn}")) == []
    apart = told(here, there)
    assert {"only here: tnode01", "only there: pnode02", "only here: tnode01 en4"} <= set(apart)
    assert "only here: tnode01" in told(here, there, masked(node="{env}{app}{nnn}"))
    swapped = edit(edit(there, Node, "n1", memory=1), Node, "n2", memory=2)
    assert told(here, swapped, masked(node="{env}{app}{nn}")) == [
        "tnode01, memory: 128 here, 1 there",
        "tnode02, memory: 128 here, 2 there",
    ]


def test_names_are_matched_without_the_name_of_the_cluster():
    here = edit_all(rekeyed(SOUND), ClusterOptions, name="lab")
    here = edit(here, ResourceGroup, "rgx", name="rg_lab_db")
    there = edit(edit_all(SOUND, ClusterOptions, name="pay"), ResourceGroup, "rg", name="rg_pay_db")
    assert told(here, there) == []
    assert told(edit(here, ResourceGroup, "rgx", name="rg_lab_web"), there) == [
        "only there: rg_pay_db",
        "only here: rg_lab_web",
    ]


def test_names_that_fit_two_rows_match_none():
    """The name here without its cluster is what is left of two names there."""
    there = edit_all(SOUND, ClusterOptions, name="pay")
    here = edit_all(SOUND, ClusterOptions, name="lab")
    here = here.replace(ResourceGroup(key="h", name="rg_lab"))
    one = there.replace(ResourceGroup(key="g1", name="rg_pay"))
    two = one.replace(ResourceGroup(key="g2", name="rg_{cluster}pay"))
    twice = one.replace(ResourceGroup(key="g2", name="rg_pay"))
    assert told(here, one) == []
    assert told(here, two) == ["only there: rg_{cluster}pay"]
    assert told(here, twice) == ["only there: rg_pay", "only there: rg_pay", "only here: rg_lab"]


def test_texts_are_compared_with_the_names_that_things_have_here():
    here = edit(SOUND, Node, "n1", name="tnode")
    here = edit(
        here, ApplicationController, "app", start_script="/ha/start_app tnode -c pay_cluster"
    )
    there = edit(
        SOUND, ApplicationController, "app", start_script="/ha/start_app nodea -c pay_cluster"
    )
    assert told(here, there) == []
    longer = edit(there, ApplicationController, "app", start_script="/ha/start_app nodeax")
    here = edit(here, ApplicationController, "app", start_script="/ha/start_app tnodex")
    assert told(here, longer) == [
        "app_main, start script: /ha/start_app tnodex here, /ha/start_app nodeax there"
    ]


def test_the_name_of_the_cluster_within_a_text_follows_too():
    here = edit(TEST, ApplicationController, "app", stop_script="/ha/pay_test/stop")
    there = edit(SOUND, ApplicationController, "app", stop_script="/ha/pay_cluster/stop")
    assert told(here, there) == []
    assert told(here, edit(there, ClusterOptions, "cluster", name="pay")) == [
        "app_main, stop script: /ha/pay_test/stop here, /ha/pay_cluster/stop there"
    ]


@pytest.mark.parametrize("number", [50, 51])
def test_more_than_fifty_lines_of_a_worksheet_become_one_finding(number):
    levels = [SoftwareLevel(key=f"l{n}", product=f"p{n:02}", level="1") for n in range(number)]
    there = Estate(known=True, twin=twin_of(SOUND.replace(*levels)))
    here = TEST.replace(*(msgspec.structs.replace(row, level="2") for row in levels))
    found = twin_findings(here, there)
    assert {finding.severity for finding in found} == {Severity.WARNING}
    if number == 50:
        assert len(found) == 50
        return
    (one,) = found
    assert one.title == "The worksheet software level differs from pay_cluster in 51 cells"
    assert one.places == (Place("software_level"),)
    lines = one.detail.split("\n")
    assert len(lines) == 51
    assert lines[-1] == "and 1 more"
    assert "level: 2 here, 1 there" in lines[0]
    emptied_levels = TEST.replace(*(msgspec.structs.replace(row, level="") for row in levels))
    (one,) = twin_findings(emptied_levels, there)
    assert one.severity is Severity.ADVICE
    mixed = edit(emptied_levels, SoftwareLevel, "l7", level="3")
    (one,) = twin_findings(mixed, there)
    assert one.severity is Severity.WARNING


@pytest.mark.parametrize("number", [50, 51])
def test_more_than_fifty_rows_of_a_worksheet_become_one_finding(number):
    extra = TEST.replace(*(ResourceGroup(key=f"g{n}", name=f"rg_{n:02}") for n in range(number)))
    found = twin_findings(extra)
    if number == 50:
        assert len(found) == 50
        return
    (one,) = found
    assert one.rule == "TWIN-ROW"
    assert one.title == (
        "The worksheet resource group has 51 rows that only this cluster or only pay_cluster has"
    )
    assert one.detail.startswith("pay_cluster has no resource group rg_00, which stands here\n")


def test_production_is_compared_with_nothing():
    production = edit(TEST, *_options(), environment=Environment.PRODUCTION, heartbeat_frequency=30)
    assert [f.rule for f in twin_findings(production)] == ["TWIN-MISSING", "TWIN-REVERSED"]


def _options():
    return ClusterOptions, "cluster"


def test_a_twin_that_is_not_there():
    known = Estate(known=True)
    (found,) = twin_findings(TEST, known)
    assert (found.rule, found.severity) == ("TWIN-UNKNOWN", Severity.WARNING)
    itself = edit(TEST, *_options(), mirrors="pay_test")
    (found,) = twin_findings(itself, known)
    assert found.title == "pay_test is to equal itself, which says nothing"
    assert twin_findings(edit(TEST, *_options(), mirrors=""), known) == []
    assert twin_findings(TEST, Estate()) == []
    assert twin_findings(TEST) == []


def test_production_wants_a_test_cluster_that_equals_it():
    (found,) = twin_findings(SOUND, Estate(known=True))
    assert (found.rule, found.severity) == ("TWIN-MISSING", Severity.ADVICE)
    for environment, quiet in (
        (Environment.TEST, True), (Environment.DEVELOPMENT, True), (Environment.PRODUCTION, False),
    ):  # fmt: skip
        follower = Neighbour("pay_test", "Payments", environment)
        estate = Estate(known=True, mirrored_by=(follower,))
        assert (twin_findings(SOUND, estate) == []) is quiet
    assert twin_findings(edit(TEST, *_options(), mirrors=""), Estate(known=True)) == []
    assert twin_findings(emptied(SOUND, ClusterOptions), Estate(known=True)) == []


def test_both_sides_of_a_pair_are_content():
    assert twin_findings(SOUND, estate_among(SOUND, TEST)) == []
    assert twin_findings(TEST, estate_among(TEST, SOUND)) == []


@given(seed=st.integers(0, 10**6))
def test_any_two_plans_can_be_compared_and_nothing_hangs_on_the_order_of_rows(seed):
    here, there = nonsense(seed), nonsense(seed + 1)
    found = differences(here, there)
    assert differences(shuffled(here, 1), shuffled(there, 2)) == found
    estate = Estate(known=True, twin=twin_of(there))
    assert not [f for f in judge(here, estate=estate).findings if f.rule == ENGINE_RULE]


@given(seed=st.integers(0, 10**6))
def test_differences_are_the_same_from_both_sides(seed):
    """Every line turns its two sides round, every row that is only here is only there."""
    here, there = nonsense(seed), nonsense(seed + 1)
    ways = differences(here, there), differences(there, here)
    for one, other in zip(*ways, strict=True):
        assert {(x.column, x.here, x.there, x.open) for x in one.lines} == {
            (x.column, x.there, x.here, x.open) for x in other.lines
        }
        assert {(x.title, x.is_here) for x in one.missing} == {
            (x.title, not x.is_here) for x in other.missing
        }


@settings(max_examples=40)
@given(seed=st.integers(0, 10**6))
def test_one_changed_cell_is_one_line(seed):
    dice = random.Random(seed)
    plan = generate(seed % 5, 2, 3)
    rows = [row for row in plan if type(row) in compared()]
    row = dice.choice(rows)
    flags = [f for f in compared_columns(type(row)) if f.maximum is not None]
    if not flags:
        return
    field = dice.choice(flags)
    value = field.minimum if getattr(row, field.name) != field.minimum else field.maximum
    changed = plan.replace(msgspec.structs.replace(row, **{field.name: value}))
    (sheet,) = differences(changed, plan)
    (line,) = sheet.lines
    assert (line.sheet, line.key, line.column) == (row.slug, row.key, field.name)
