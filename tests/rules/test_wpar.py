"""Workload partitions beyond one example of each rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, group, sound
from tests.rules.examples_wpar import PARTITION, rg, wp
from tests.rules.resources import over_nfs, partition, process_monitor
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.wpar import Wpar, WparStorage, WparType
from worksheets.rules.judge import judge
from worksheets.rules.registry import catalogue
from worksheets.rules.table1 import table1
from worksheets.rules.waiver import Standing


def said(rule: str, plan: Plan) -> list[tuple[str, str]]:
    """Severity and title of each finding."""
    return [(item.severity.value, item.title) for item in found(rule, plan)]


def places(rule: str, plan: Plan) -> list[str]:
    """All places of the only finding."""
    (finding,) = found(rule, plan)
    return ["/".join((place.sheet, place.key, place.column)) for place in finding.places]


def test_the_sound_partition_leaves_only_the_volume_group_without_a_group():
    before = {finding.rule for finding in judge(sound()).findings}
    now = {finding.rule for finding in judge(partition()).findings}
    assert now - before == {"RG-RESOURCE-IDLE"}


def test_a_plan_without_partitions_has_no_finding_about_them():
    assert not [f for f in judge(sound()).findings if "WPAR" in f.rule]


def test_rules_about_a_partition_and_its_group_are_silent_without_a_group():
    plan = wp(resource_group="", name="x", nodes=("n1",), same_path_outside=False)
    for rule in ("WPAR-NAME", "WPAR-NODES", "WPAR-NODE-IDLE", "WPAR-SAME-PATH", "WPAR-SCRIPTS"):
        assert not found(rule, plan)


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_a_partition_is_found_by_the_very_name_of_its_group(partition_name, group_name):
    plan = edit(wp(name=partition_name), ResourceGroup, "rg", name=group_name)
    assert bool(found("WPAR-NAME", plan)) is (partition_name != group_name)


def test_the_name_is_said_to_count_in_upper_and_lower_case():
    (finding,) = found("WPAR-NAME", wp(name="RG_app"))
    assert finding.detail == "The two names must be equal, also in upper and lower case."


def test_partitions_of_different_groups_are_no_twins():
    plan = PARTITION.replace(Wpar(key="wq", name="rg_g1", resource_group="g1"), group("g1"))
    assert not found("WPAR-TWICE", plan)
    gone = PARTITION.replace(*(Wpar(key=k, name=k, resource_group="gone") for k in ("a", "b")))
    assert not found("WPAR-TWICE", gone)


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ((), [("advice", "Nobody has said yet where rg_app is defined")]),
        (("n1",), [("warning", "rg_app is not defined on nodeb")]),
        (("n2", "n1"), []),
        (("gone",), [("warning", "rg_app is not defined on nodea and nodeb")]),
    ],
)
def test_where_a_partition_is_defined(nodes, expected):
    assert said("WPAR-NODES", wp(nodes=nodes)) == expected
    assert all(
        finding.detail == "There rg_app starts in the node itself."
        for finding in found("WPAR-NODES", wp(nodes=nodes))
        if finding.severity == "warning"
    )


@pytest.mark.parametrize(
    ("kind", "shared", "refused"),
    [(WparType.VERSIONED, True, True), (WparType.VERSIONED, False, False),
     (WparType.VERSIONED, None, False), (WparType.SYSTEM, True, False), (None, True, False)],
)  # fmt: skip
def test_only_versioned_partitions_must_not_share(kind, shared, refused):
    assert bool(found("WPAR-TYPE", wp(type=kind, shared_usr=shared))) is refused


@pytest.mark.parametrize(
    ("kind", "inside", "told"),
    [(WparType.VERSIONED, "5300-12", 0), (WparType.VERSIONED, "7.2", 0),
     (WparType.VERSIONED, "7.3", 1), (WparType.VERSIONED, "7300-09-09", 1),
     (WparType.VERSIONED, "7.4", 1), (WparType.VERSIONED, "", 0), (WparType.SYSTEM, "7.4", 0)],
)  # fmt: skip
def test_levels_inside(kind, inside, told):
    assert len(found("WPAR-LEVEL", wp(type=kind, aix_level=inside))) == told


def test_only_the_nodes_that_are_too_old_are_named():
    plan = edit(wp(type=WparType.VERSIONED, aix_level="7.2"), Node, "n1", aix_level="7200-05")
    assert said("WPAR-LEVEL", plan) == [
        ("warning", "rg_app runs AIX 7.2, which is not older than that of nodea")
    ]
    assert not found("WPAR-LEVEL", edit(plan, Node, "n1", aix_level=""))


def test_scripts_and_monitors_lie_in_the_script_directory():
    plan = wp(script_directory="/usr/local/h")
    assert [title.split(" does")[0] for _, title in said("WPAR-SCRIPTS", plan)] == [
        "/usr/local/ha/start_app of app_main",
        "/usr/local/ha/stop_app of app_main",
        "/usr/local/ha/ask_app of app_answers",
    ]
    assert not found("WPAR-SCRIPTS", wp(script_directory=""))
    empty = edit(plan, ApplicationController, "app", start_script="", stop_script="")
    assert len(found("WPAR-SCRIPTS", empty)) == 1


@pytest.mark.parametrize(
    ("nodes", "answer", "expected"),
    [
        (("n1",), False, [("blocker", "The scripts of rg_app have another path on nodeb")]),
        (("n1",), None, [("advice", "Nobody has said yet whether the scripts of rg_app have the "
                          "same path on nodeb")]),
        (("n1",), True, []),
        (("n1", "n2"), None, []),
        ((), False, []),
    ],
)  # fmt: skip
def test_same_path_where_the_partition_is_missing(nodes, answer, expected):
    assert said("WPAR-SAME-PATH", wp(nodes=nodes, same_path_outside=answer)) == expected


@pytest.mark.parametrize("answer", [False, None])
def test_smart_assist_not_used_is_fine(answer):
    assert not found("WPAR-SMART-ASSIST", wp(smart_assist=answer))


def test_custom_monitors_are_fine_and_other_applications_are_left_alone():
    other = edit(PARTITION.replace(process_monitor()), ResourceGroup, "rg", controllers=())
    assert not found("WPAR-PROCESS-MONITOR", other)
    assert not found("WPAR-PROCESS-MONITOR", PARTITION)


def test_nobody_asks_for_a_process_monitor_in_a_partition():
    outside = sound().without(ApplicationMonitor, "mp")
    assert found("APP-MONITOR-KINDS", outside)
    assert not found("APP-MONITOR-KINDS", PARTITION)
    assert found("APP-MONITOR-KINDS", wp(resource_group=""))


@pytest.mark.parametrize(
    ("column", "keys", "severity", "words"),
    [
        ("volume_groups", ("vg",), "warning", "volume group vg_app"),
        ("replications", ("r",), "warning", "replication r"),
        ("user_defined_resources", ("u",), "warning", "user-defined resource u"),
        ("raw_disks", ("d3", "d4"), "blocker", "raw disk lun3 and lun4"),
        ("tapes", ("t",), "blocker", "tape drive t"),
    ],
)
def test_what_a_partition_takes(column, keys, severity, words):
    (finding,) = found("WPAR-RESOURCES", rg(**{column: keys}))
    assert (finding.severity.value, finding.title) == (
        severity,
        f"rg_app runs in a workload partition and holds the {words}",
    )
    moved = catalogue()["WPAR-RESOURCES"].fix
    tested = "Test that it comes and goes with the partition."
    assert finding.fix == (moved if severity == "blocker" else tested)
    assert not found("WPAR-RESOURCES", edit(rg(**{column: keys}), Wpar, "wp", resource_group=""))


def test_file_systems_labels_and_applications_are_taken():
    assert not found("WPAR-RESOURCES", rg(file_systems=("fs",)))


def test_a_mount_in_a_partition_is_told_at_the_mount():
    plan = PARTITION.replace(NfsMount(key="mo", mount_point="/mnt/a", resource_group="rg"))
    assert said("WPAR-NFS", plan) == [
        ("blocker", "rg_app runs in a workload partition and mounts /mnt/a")
    ]
    assert places("WPAR-NFS", plan) == ["nfs_mount/mo/resource_group", "wpar/wp/resource_group"]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({}, True),
        ({"storage": WparStorage.LOCAL}, False),
        ({"storage": None}, False),
        ({"nfs_server": ""}, False),
        ({"nfs_server": "app_svc.example.com"}, False),
        ({"notes": "cluster"}, False),
    ],
)
def test_one_nfs_server_is_a_single_point_of_failure(cells, told):
    assert bool(found("SPOF-WPAR-SERVER", over_nfs(**cells))) is told


def test_new_single_points_of_failure_leave_their_rows_of_table_1_open():
    plan = edit(over_nfs(), Interface, "i12", ports=("n1e1p1",))
    plan = plan.without(ApplicationMonitor, "mc").replace(process_monitor())
    rows = {row.id: {f.rule for f in row.findings} for row in table1(Standing(plan, judge(plan)))}
    assert "SPOF-WPAR-SERVER" in rows["S7"]
    assert "SPOF-WPAR-NETWORK" in rows["S3"]
    assert "SPOF-WPAR-APPLICATION" in rows["S8"]


@pytest.mark.parametrize("rule", ["SERVER", "NETWORK", "APPLICATION"])
def test_single_points_of_failure_weigh_less_outside_production(rule):
    found_rule = catalogue()[f"SPOF-WPAR-{rule}"]
    assert (found_rule.severity.value, found_rule.outside_production.value) == ("warning", "advice")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"ports": ("n1e1p1",)}, 1),
        ({"ports": ("n1e1p1",), "backup_port": "n1e2p1"}, 0),
        ({"ports": ("n1e1p1",), "backup_port": "n1e1p1"}, 1),
        ({"ports": (), "adapters": ("sea",)}, 1),
        ({"ports": (), "adapters": ("sea1", "sea2")}, 0),
        ({"ports": ()}, 0),
        ({"ports": ("n1e1p1",), "network": "net1"}, 0),
    ],
)
def test_ways_to_the_nfs_server(cells, told):
    plan = edit(over_nfs(), Interface, "i12", **cells)
    assert len(found("SPOF-WPAR-NETWORK", plan)) == told


def test_a_second_interface_is_a_second_way_and_each_node_is_told():
    plan = edit(over_nfs(), Interface, "i12", ports=("n1e1p1",))
    second = Interface(key="i13", name="en7", node="n1", network="net2", ports=("n1e2p1",))
    assert not found("SPOF-WPAR-NETWORK", plan.replace(second))
    both = edit(plan, Interface, "i22", ports=("n2e1p1",))
    assert len({finding.identity for finding in found("SPOF-WPAR-NETWORK", both)}) == 2
    assert not found("SPOF-WPAR-NETWORK", edit(both, Wpar, "wp", storage=WparStorage.LOCAL))


def test_a_server_address_of_another_group_is_no_circle():
    plan = over_nfs(nfs_server="app_svc")
    plan = edit(plan, ResourceGroup, "rg", service_labels=()).replace(
        group("g1", service_labels=("svc",))
    )
    assert not found("WPAR-NFS-OWN", plan)
    assert not found("SPOF-WPAR-SERVER", plan)


def test_reach_of_the_nfs_server_is_judged_once_the_network_is_in_use():
    plan = over_nfs().without(Interface, "i12")
    assert places("WPAR-NFS-REACH", plan) == ["wpar/wp/nfs_network", "node/n1/name"]
    assert not found("WPAR-NFS-REACH", plan.without(Interface, "i22"))
    assert not found("WPAR-NFS-REACH", edit(plan, Wpar, "wp", nfs_network=""))
    assert not found("WPAR-NFS-REACH", edit(plan, Wpar, "wp", nodes=("n2",)))
    assert not found("WPAR-NFS-REACH", edit(plan, Wpar, "wp", storage=WparStorage.LOCAL))


def test_open_questions_of_a_partition_are_one_finding_a_column():
    plan = PARTITION.replace(Wpar(key="a", name="a"), Wpar(key="b", name="b"))
    findings = found("OPEN-WPAR", plan)
    assert [finding.places[0].column for finding in findings] == [
        "type", "storage", "script_directory", "reachable_from_global", "smart_assist",
    ]  # fmt: skip
    assert {finding.severity.value for finding in findings} == {"advice"}
    assert findings[0].title == "The type is not entered for a and b"
