"""Findings whose gravity depends on the case, and rules that speak of several cells."""

from __future__ import annotations

import pytest

from tests.rules.asking import asked
from tests.rules.builders import edit, edit_all, group, sound, two_sites
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_monitor import ApplicationMonitor, MonitorType
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import Fallback, Startup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.rules.finding import Severity


def told(plan: Plan, rule: str) -> list[tuple[str, Severity]]:
    """Column of the first place and severity of each finding of a rule."""
    return sorted((item.places[0].column, item.severity) for item in asked(rule, plan))


@pytest.mark.parametrize(("answer", "severity"), [(False, "warning"), (None, "advice")])
def test_an_open_question_weighs_less_than_a_no(answer, severity):
    plan = edit(sound(), ClusterOptions, "cluster", rootvg_event=answer)
    assert told(plan, "RUN-ROOTVG-EVENT") == [("rootvg_event", severity)]


def test_a_hyphen_in_a_node_name_is_advice_and_a_blank_a_blocker():
    assert told(edit(sound(), Node, "n1", name="node-a"), "NAME-NODE") == [("name", "advice")]
    assert told(edit(sound(), Node, "n1", name="node/a"), "NAME-NODE") == [("name", "blocker")]


def test_a_card_in_two_partitions_is_a_blocker():
    server = VirtualIoServer(key="v1", name="vio1", frame="f1", level="3.1.4.20")
    plan = edit(sound().replace(server), Card, "n1c1", server="v1")
    assert told(plan, "CARD-OWNER") == [("server", "blocker")]


@pytest.mark.parametrize(("distance", "expected"), [(2, []), (3, ["advice"]), (101, ["warning"])])
def test_distance_of_sites_with_a_cross_site_mirror(distance, expected):
    plan = edit(two_sites(), Site, "s1", distance_km=distance)
    assert [severity for _, severity in told(plan, "SITE-DISTANCE")] == expected


@pytest.mark.parametrize(
    ("column", "refused", "accepted"),
    [
        ("heartbeat_frequency", (9, 601), (10, 600)),
        ("grace_period", (4, 31), (5, 30)),
        ("network_failure_detection_time", (4, 591), (0, 5, 590)),
    ],
)
def test_detection_times_at_both_ends_of_their_range(column, refused, accepted):
    for seconds in refused:
        plan = edit(sound(), ClusterOptions, "cluster", **{column: seconds})
        assert told(plan, "DETECT-RANGE") == [(column, "blocker")]
    for seconds in accepted:
        plan = edit(sound(), ClusterOptions, "cluster", **{column: seconds})
        assert told(plan, "DETECT-RANGE") == []


def test_a_concurrent_group_is_told_both_policies_that_do_not_fit():
    plan = sound().replace(group("g1", startup=Startup.OAAN, fallback=Fallback.FBHPN))
    columns = [column for column, _ in told(plan, "RG-POLICY-ALL-NODES")]
    assert columns == ["fallback", "fallover"]


def test_restart_interval_of_a_process_monitor_leaves_the_monitor_interval_out():
    plan = edit(sound(), ApplicationMonitor, "mp", monitor_interval=600)
    assert told(plan, "MON-RESTART") == []
    custom = edit(plan, ApplicationMonitor, "mp", type=MonitorType.CUSTOM)
    assert told(custom, "MON-RESTART") == [("restart_interval", "warning")]


def test_an_open_question_is_one_finding_that_marks_its_cells():
    plan = edit_all(sound(), DiskPath, reserve_policy=None)
    findings = asked("OPEN-PATH", plan)
    assert len(findings) == 1
    assert len(findings[0].places) == 1 + len(plan.rows(DiskPath))
    assert "and 2 more" in findings[0].title


def test_a_column_that_is_nearly_empty_is_told_by_its_number_of_rows():
    nodes = [Node(key=f"n{number}", name=f"n{number}", memory=8) for number in range(51)]
    findings = asked("OPEN-", Plan(nodes))
    roles = [item for item in findings if item.places[0].column == "usual_role"]
    assert [item.title for item in roles] == ["Usual role is not entered for 51 rows"]
    assert len(roles[0].places) == 51
