"""Policies, timers and dependencies: every legal combination, and each way to break one."""

from __future__ import annotations

import datetime
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.asking import asked
from tests.rules.builders import edit, group, sound, two_sites
from tests.rules.examples_legality import (
    APART,
    CHILD,
    HIGH,
    LOW,
    ONE_SITE,
    START,
    STOP,
    TOGETHER,
    TWO_APART,
    dep,
    joined,
    rg,
    scripted,
    timed,
)
from tests.rules.test_dependencies import ibm_example
from tests.rules.test_every_rule import found
from tests.rules.test_group_policies import ALLOWED
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_monitor import ApplicationMonitor, MonitorType
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.custom_method import CustomMethod
from worksheets.plan.rows.dependency import Dependency, LocationPriority
from worksheets.plan.rows.fallback_timer import FallbackTimer, Recurrence, Weekday
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import (
    Fallback,
    Fallover,
    NodePriority,
    ResourceGroup,
    SitePolicy,
    Startup,
)
from worksheets.plan.rows.user_defined_resource import UserDefinedResource
from worksheets.rules.finding import Severity
from worksheets.rules.judge import judge

SOUND, SITES = sound(), two_sites()
BLOCKER, WARNING, ADVICE = Severity.BLOCKER, Severity.WARNING, Severity.ADVICE
ABOUT_POLICIES = ("RG-POLICY", "RG-DYNAMIC-SITES", "TIMER-NEVER-FALLBACK")


def said(rule_id: str, plan: Plan) -> list[str]:
    return sorted(finding.title for finding in found(rule_id, plan))


def severities(rule_id: str, plan: Plan) -> list[Severity]:
    return [finding.severity for finding in found(rule_id, plan)]


@pytest.mark.parametrize("timer", ["", "t1"], ids=["no timer", "timer"])
@pytest.mark.parametrize("base", [SOUND, SITES], ids=["standard", "sites"])
def test_policies_that_are_legal_with_and_without_sites_and_timer(base, timer):
    """13 of the 24, less dynamic priority where sites are known, less Never Fallback with a
    timer."""
    accepted = set()
    timers = FallbackTimer(key="t1", name="night", hour=3)
    for startup, fallover, fallback in product(Startup, Fallover, Fallback):
        candidate = group(
            "g1", startup=startup, fallover=fallover, fallback=fallback, fallback_timer=timer
        )
        findings = judge(base.replace(candidate, timers)).findings
        if not any(item.rule.startswith(ABOUT_POLICIES) for item in findings):
            accepted.add((startup.value, fallover.value, fallback.value))
    assert accepted == {
        (startup, fallover, fallback)
        for startup, fallover, fallback in ALLOWED
        if not (base is SITES and fallover == "FUDNP") and not (timer and fallback == "NFB")
    }


def test_a_timer_puts_the_fallback_off():
    assert said("RG-FALLBACK-NOW", rg(fallback=Fallback.FBHPN)) == [
        "rg_app falls back as soon as it can"
    ]
    assert said("RG-FALLBACK-NOW", timed()) == []
    assert said("RG-FALLBACK-NOW", rg(fallback=Fallback.FBHPN, notes="wanted so")) == []
    assert said("RG-FALLBACK-NOW", rg(fallback=Fallback.FBHPN, nodes=("n1",))) == []


def test_a_timer_that_is_gone_is_not_spoken_of():
    assert said("TIMER-NEVER-FALLBACK", rg(fallback_timer="gone")) == []


@pytest.mark.parametrize(
    ("cells", "missing"),
    [
        ({}, ""),
        ({"hour": None}, "hour"),
        ({"minute": None}, ""),
        ({"recurrence": Recurrence.WEEKLY}, "weekday"),
        ({"recurrence": Recurrence.WEEKLY, "weekday": Weekday.MONDAY}, ""),
        ({"recurrence": Recurrence.MONTHLY}, "day"),
        ({"recurrence": Recurrence.MONTHLY, "day": 1}, ""),
        ({"recurrence": Recurrence.YEARLY, "day": 1}, "month"),
        ({"recurrence": Recurrence.YEARLY, "month": 1}, "day"),
        ({"recurrence": Recurrence.SPECIFIC_DATE, "month": 1, "day": 1}, "year"),
        ({"recurrence": Recurrence.SPECIFIC_DATE}, "day, month and year"),
        ({"hour": 0}, ""),
    ],
)
def test_cells_that_a_recurrence_needs(cells, missing):
    label = cells.get("recurrence", Recurrence.DAILY).label
    words = [f"The {label} timer night has no {missing}"] if missing else []
    assert said("TIMER-OPEN", timed(**cells)) == words


@pytest.mark.parametrize(
    ("cells", "idle"),
    [
        ({"recurrence": Recurrence.WEEKLY, "weekday": Weekday.MONDAY, "month": 2}, "month"),
        ({"recurrence": Recurrence.MONTHLY, "day": 3, "year": 2027}, "year"),
        ({"recurrence": Recurrence.YEARLY, "day": 3, "month": 1, "year": 2027}, "year"),
        ({"recurrence": Recurrence.SPECIFIC_DATE, "weekday": Weekday.MONDAY}, "weekday"),
        ({"recurrence": Recurrence.SPECIFIC_DATE, "day": 3, "month": 1, "year": 2027}, ""),
    ],
)
def test_cells_that_a_recurrence_does_not_use(cells, idle):
    label = cells["recurrence"].label
    words = [f"The timer night is {label} and has a {idle}"] if idle else []
    assert said("TIMER-IDLE-CELL", timed(**cells)) == words


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"recurrence": Recurrence.MONTHLY, "day": 28}, []),
        ({"recurrence": Recurrence.MONTHLY, "day": 29}, [ADVICE]),
        ({"recurrence": Recurrence.MONTHLY, "day": 31, "month": 2}, [ADVICE]),
        ({"recurrence": Recurrence.DAILY, "day": 31, "month": 2}, []),
        ({"recurrence": Recurrence.WEEKLY, "day": 31, "month": 2}, []),
        ({"recurrence": Recurrence.YEARLY, "day": 31}, []),
        ({"recurrence": Recurrence.YEARLY, "day": 31, "month": 4}, [BLOCKER]),
        ({"recurrence": Recurrence.YEARLY, "day": 30, "month": 4}, []),
        ({"recurrence": Recurrence.YEARLY, "day": 29, "month": 2}, [ADVICE]),
        ({"recurrence": Recurrence.YEARLY, "day": 29, "month": 3}, []),
        ({"recurrence": Recurrence.YEARLY, "day": 28, "month": 2}, []),
        ({"recurrence": Recurrence.SPECIFIC_DATE, "day": 29, "month": 2}, []),
    ],
)
def test_days_that_come_seldom_or_never(cells, expected):
    assert severities("TIMER-DATE", timed(**cells)) == expected


def test_words_about_days_that_come_seldom():
    monthly = timed(recurrence=Recurrence.MONTHLY, day=30)
    assert said("TIMER-DATE", monthly) == [
        "The timer night waits for day 30, which not every month has"
    ]
    leap = {"day": 29, "month": 2}
    assert said("TIMER-DATE", timed(recurrence=Recurrence.YEARLY, **leap)) == [
        "The timer night waits for 29 February, which comes every four years"
    ]
    assert said("TIMER-DATE", timed(recurrence=Recurrence.SPECIFIC_DATE, year=2027, **leap)) == [
        "The timer night waits for 29 February 2027, which never comes"
    ]


@given(st.integers(2000, 2099), st.integers(1, 12), st.integers(1, 31))
def test_one_date_is_refused_exactly_where_the_calendar_lacks_it(year, month, day):
    plan = timed(recurrence=Recurrence.SPECIFIC_DATE, year=year, month=month, day=day)
    try:
        datetime.date(year, month, day)
        exists = True
    except ValueError:
        exists = False
    assert severities("TIMER-DATE", plan) == ([] if exists else [BLOCKER])


def test_a_script_that_ranks_nodes_needs_its_path_and_its_time():
    open_ = rg(fallover=Fallover.FUDNP, node_priority=NodePriority.MOST)
    assert [(f.places[0].column, f.severity) for f in found("RG-DYNAMIC-SCRIPT", open_)] == [
        ("node_priority_script", BLOCKER),
        ("node_priority_timeout", WARNING),
    ]
    assert said("RG-DYNAMIC-SCRIPT", scripted(node_priority=NodePriority.LEAST)) == [
        "rg_app does not say how long to wait for the script that ranks nodes"
    ]
    assert said("RG-DYNAMIC-SCRIPT", scripted(node_priority=NodePriority.CPU)) == []
    assert said("RG-DYNAMIC-SCRIPT", rg(node_priority=NodePriority.MOST)) == []


def test_a_timeout_without_a_script_is_idle_too():
    assert said("RG-SCRIPT-IDLE", rg(node_priority_timeout=10)) != []
    assert said("RG-SCRIPT-IDLE", scripted(node_priority=NodePriority.MOST)) == []


def _break(sheet: type[Any], key: str, /, **cells: Any) -> Plan:
    return edit(ibm_example(), sheet, key, **cells)


TIMER = FallbackTimer(key="t1", name="night", hour=3)
BREAKS = [
    (_break(ResourceGroup, "ws1", nodes=("3", "2")), {"DEP-SAME-NODES"}),
    (_break(ResourceGroup, "ws1", startup=Startup.OHN), {"DEP-SAME-POLICY"}),
    (_break(ResourceGroup, "ws1", fallover=Fallover.BO), {"DEP-SAME-POLICY"}),
    (_break(ResourceGroup, "ws1", fallback=Fallback.FBHPN), {"DEP-SAME-POLICY"}),
    (_break(ResourceGroup, "ws1", fallback_timer="t1").replace(TIMER), {"DEP-SAME-TIMER"}),
    (_break(Dependency, "c2", leader="ws1"), {"DEP-SELF"}),
    (_break(Dependency, "c1", leader="ws1"), {"DEP-CYCLE"}),
    (_break(Dependency, "c1", groups=()), {"DEP-OPEN"}),
    (_break(Dependency, "c1", leader=""), {"DEP-OPEN"}),
    (_break(Dependency, "t1", groups=("db2", "ws1", "ws2", "ws3", "was")), {
        "DEP-SAME-NODES", "DEP-SAME-TWICE", "DEP-CONTRADICTION"}),
    (_break(Dependency, "a2", priority=None), {"DEP-DIFFERENT-PRIORITY"}),
    (_break(Dependency, "a2", priority=HIGH), {"DEP-DIFFERENT-SETS"}),
    (_break(Dependency, "a2", groups=("ws1",)), {
        "DEP-CONTRADICTION", "DEP-DIFFERENT-HOME"}),
    (_break(Dependency, "t1", kind=ONE_SITE), {"DEP-SITE-NONE"}),
    (_break(Dependency, "t1", priority=LOW), {"DEP-PRIORITY-IDLE"}),
    (_break(Dependency, "t1", leader="was"), {"DEP-LEADER"}),
]  # fmt: skip


@pytest.mark.parametrize(("plan", "rules"), BREAKS, ids=range(len(BREAKS)))
def test_each_break_of_the_worked_example_gives_its_rule_and_no_other(plan, rules):
    assert {item.rule for item in asked("DEP-", plan)} == rules


@pytest.mark.parametrize(
    ("dependencies", "start", "stop"),
    [
        ((dep("a", CHILD, "g2", leader="g1"), dep("b", START, "g1", leader="g2")), 0, 0),
        ((dep("a", CHILD, "g2", leader="g1"), dep("b", STOP, "g2", leader="g1")), 0, 1),
        ((dep("a", CHILD, "g2", leader="g1"), dep("b", STOP, "g1", leader="g2")), 0, 0),
        ((dep("a", START, "g2", leader="g1"), dep("b", STOP, "g2", leader="g1")), 0, 0),
        ((dep("a", START, "g2", leader="g1"), dep("b", START, "g1", leader="g2")), 0, 0),
        ((dep("a", STOP, "g2", leader="g1"), dep("b", STOP, "g1", leader="g2")), 0, 0),
        ((dep("a", CHILD, "g1", "g2", leader="g1"), dep("b", START, "g1", leader="g1")), 0, 0),
        ((dep("a", CHILD, "g2"), dep("b", START, "g1", leader="g2")), 0, 0),
        ((dep("a", CHILD, "g2", leader="g1"), dep("b", START, "g3", leader="g2"),
          dep("c", START, "g1", leader="g3")), 1, 0),
    ],
)  # fmt: skip
def test_rings_that_only_two_kinds_close(dependencies, start, stop):
    plan = joined(*dependencies)
    assert len(found("DEP-CYCLE-START", plan)) == start
    assert len(found("DEP-CYCLE-STOP", plan)) == stop


def test_a_ring_names_only_the_rows_that_close_it():
    plan = joined(
        dep("a", CHILD, "g2", leader="g1"),
        dep("b", START, "g3", leader="g2"),
        dep("c", START, "g1", "g4", leader="g3"),
        dep("d", CHILD, "g4", leader="g1"),
    )
    (finding,) = found("DEP-CYCLE-START", plan)
    assert [place.key for place in finding.places] == ["a", "b", "c"]
    assert finding.about == "g1"


NAMES = st.sampled_from(["g1", "g2", "g3", "g4"])
LED = st.lists(st.tuples(st.sampled_from([CHILD, START, STOP]), NAMES, NAMES), max_size=7)


@given(LED, st.permutations(["g1", "g2", "g3", "g4"]))
def test_dependencies_that_follow_one_order_never_close_a_ring(edges, order):
    """Parents and targets come earlier in the order; what stops first comes later."""
    place = {name: number for number, name in enumerate(order)}
    rows = [
        dep(
            f"d{n}", kind, two if kind is not STOP else one, leader=one if kind is not STOP else two
        )
        for n, (kind, one, two) in enumerate(edges)
        if place[one] < place[two]
    ]
    plan = joined(*rows)
    for rule_id in ("DEP-CYCLE", "DEP-CYCLE-START", "DEP-CYCLE-STOP"):
        assert said(rule_id, plan) == []


def test_a_pair_in_one_row_and_in_another_direction_is_not_entered_twice():
    one = dep("a", CHILD, "g2", "g2", leader="g1")
    assert said("DEP-TWICE", joined(one)) == []
    assert said("DEP-TWICE", joined(one, dep("b", CHILD, "g1", leader="g2"))) == []
    assert said("DEP-TWICE", joined(one, dep("b", START, "g2", leader="g1"))) == []
    assert said("DEP-TWICE", joined(one, dep("b", CHILD, "g2"))) == []
    stops = (dep("a", STOP, "g2", leader="g1"), dep("b", STOP, "g2", leader="g1"))
    assert said("DEP-TWICE", joined(*stops)) == [
        "rg_g1 and rg_g2 are joined by 2 rows (stop after)"
    ]


def test_groups_of_one_site_wait_for_one_timer_too():
    plan = joined(dep("s1", ONE_SITE, "g1", "rg"), base=timed())
    assert said("DEP-SAME-TIMER", plan) == [
        "rg_app and rg_g1 belong on one site, but wait for different timers: night and none"
    ]
    assert said("DEP-SAME-TIMER", joined(dep("s1", APART, "g1", "rg"), base=timed())) == []
    assert said("DEP-SAME-TIMER", joined(dep("s1", TOGETHER, "rg", "rg"), base=timed())) == []


def test_groups_that_avoid_each_other_and_the_nodes_they_have():
    alone = joined(*TWO_APART, g1={"nodes": ("n1",)}, g2={"nodes": ("n1",)})
    assert said("DEP-DIFFERENT-CROWD", alone) == ["2 groups avoid each other on 1 node"]
    assert found("DEP-DIFFERENT-CROWD", alone)[0].detail == "They are rg_g1 and rg_g2."
    nowhere = joined(*TWO_APART, g1={"nodes": ()}, g2={"nodes": ()})
    assert said("DEP-DIFFERENT-CROWD", nowhere) == []
    assert said("DEP-DIFFERENT-CROWD", joined(dep("a1", APART, "g1", "g1", priority=HIGH))) == []


@pytest.mark.parametrize(("nodes", "times"), [(2, 1), (3, 0)])
def test_groups_of_equal_priority_compete_only_where_nodes_are_scarce(nodes, times):
    keys = tuple(f"n{number}" for number in range(1, nodes + 1))
    equal = dep("a1", APART, "g1", "g2", priority=HIGH)
    plan = joined(equal, g1={"nodes": keys}, g2={"nodes": keys})
    plan = plan.replace(Node(key="n3", name="nodec"))
    assert len(found("DEP-DIFFERENT-EQUAL", plan)) == times


def test_groups_without_a_priority_are_left_to_the_rule_that_asks_for_one():
    assert said("DEP-DIFFERENT-EQUAL", joined(dep("a1", APART, "g1", "g2"))) == []
    several = (dep("a1", APART, "g1"), dep("a2", APART, "g2"))
    assert said("DEP-DIFFERENT-SETS", joined(*several)) == []


def test_priorities_beside_each_other_are_one_set():
    plan = joined(
        dep("a1", APART, "g1", priority=LocationPriority.INTERMEDIATE),
        dep("a2", APART, "g2", priority=LocationPriority.INTERMEDIATE),
        dep("a3", TOGETHER, "g3", "g4", priority=LocationPriority.INTERMEDIATE),
    )
    (finding,) = found("DEP-DIFFERENT-SETS", plan)
    assert finding.title == "2 sets on different nodes have the priority intermediate"
    assert [place.key for place in finding.places] == ["a1", "a2"]


def test_a_site_set_without_members_is_named_so():
    assert said("DEP-SITE-NONE", joined(dep("s1", ONE_SITE))) == [
        "Groups shall be on one site, but PowerHA knows no sites here"
    ]


def test_sites_in_another_order_differ():
    pair = dep("s1", ONE_SITE, "g1", "g2")
    for nodes, words in ((("n2", "n1"), 1), (("n1", "n2"), 0), (("n1",), 1), ((), 1)):
        assert len(found("DEP-SAME-SITE", joined(pair, base=SITES, g1={"nodes": nodes}))) == words
    unplaced = SITES.replace(Node(key="n9", name="nodex"))
    nodes = {"nodes": ("n1", "n9", "n2")}
    assert said("DEP-SAME-SITE", joined(pair, base=unplaced, g1=nodes)) == []


def test_site_crowd_counts_the_nodes_of_each_site():
    pair = dep("s1", ONE_SITE, "g1", "g2")
    room = joined(pair, *TWO_APART, base=SITES.replace(Node(key="n3", name="nodec", frame="f2")))
    room = edit(room, ResourceGroup, "g1", nodes=("n1", "n2", "n3"))
    assert said("DEP-SITE-CROWD", room) == [
        "rg_g1 and rg_g2 need a node each, and north has 1 for them"
    ]
    assert said("DEP-SITE-CROWD", joined(dep("s1", TOGETHER, "g1", "g2"), *TWO_APART)) == []


def test_online_on_both_sites_is_refused_for_a_group_on_one_node():
    plan = edit(SITES, ResourceGroup, "rg", site_policy=SitePolicy.BOTH)
    assert severities("RG-SITE-BOTH", plan) == [BLOCKER]


def test_what_counts_as_a_case_to_test():
    rule = "COMPLEX-TEST"
    many = [group(f"x{n}", nodes=("n1", "n2")) for n in range(40)]
    plan = SOUND.replace(
        *many,
        dep("d1", CHILD, "x1", "x2", leader="x3"),
        CustomMethod(key="m", name="m"),
        UserDefinedResource(key="u", name="u"),
        FallbackTimer(key="t", name="t"),
    )
    plan = edit(plan, ResourceGroup, "x1", node_priority_script="/usr/local/ha/rank")
    assert said(rule, plan) == []
    more = plan.replace(*(group(f"y{n}", nodes=("n1", "n2")) for n in range(10)))
    (finding,) = found(rule, more)
    assert finding.title == "There are 111 cases to test, more than 100"
    assert finding.detail == (
        "102 moves of groups, 2 dependencies, 2 failures of nodes, 4 scripts, 1 timers."
    )
    sites = SITES.replace(*more.rows(ResourceGroup))
    assert "2 failures of sites" in found(rule, sites)[0].detail
    fewer = edit(more, ApplicationMonitor, "mc", type=MonitorType.PROCESS)
    assert said(rule, fewer) == ["There are 110 cases to test, more than 100"]


@pytest.mark.parametrize(
    ("first", "second", "times"),
    [("hall 1", "Hall 1 ", 1), ("hall 1", "", 0), ("", "", 0), ("hall 1", "hall 2", 0)],
)
def test_fire_sections(first, second, times):
    plan = edit(SOUND, Rack, "r1", fire_section=first)
    plan = edit(plan, Rack, "r2", fire_section=second)
    assert len(found("PLACE-FIRE", plan)) == times
    assert said("PLACE-FIRE", plan.without(Node, "n2")) == []


def test_a_load_that_nobody_measured_is_not_spoken_of():
    assert said("POWER-LOAD", edit(SOUND, PowerCircuit, "p1a", load=None)) == []


@pytest.mark.parametrize(
    ("column", "refused", "accepted"),
    [
        ("site_heartbeat_cycle", (9, 601), (0, 10, 600)),
        ("site_grace_period", (9, 31), (0, 10, 30)),
    ],
)
def test_detection_times_between_sites_at_both_ends(column, refused, accepted):
    for seconds in refused:
        plan = edit(SITES, ClusterOptions, "cluster", **{column: seconds})
        (finding,) = found("DETECT-RANGE", plan)
        assert finding.places[0].column == column
        assert "between sites" in finding.title
    for seconds in accepted:
        plan = edit(SITES, ClusterOptions, "cluster", **{column: seconds})
        assert said("DETECT-RANGE", plan) == []
