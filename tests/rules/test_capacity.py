"""What lands on a node, and what the HMC can give, beyond one example each."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.asking import asked
from tests.rules.builders import edit, group, sound
from tests.rules.examples_capacity import OWNED, frames, more, node, third
from tests.rules.examples_services import two
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node, ProcessorMode
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import Fallback, Fallover, ResourceGroup, Startup
from worksheets.rules.capacity import entered_size, hundredths, sizes, units
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import catalogue

SOUND = sound()


def found(rule: str, plan: Plan) -> list[Finding]:
    return asked(rule, plan)


def titles(rule: str, plan: Plan) -> list[str]:
    return [item.title for item in found(rule, plan)]


def capacity(plan: Plan) -> Any:
    return layout_of(Design(plan)).capacity


def rg(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, ResourceGroup, "rg", **cells)


@pytest.mark.parametrize(
    ("cells", "size"),
    [
        ({}, None),
        ({"entitlement": 250}, 250),
        ({"processors": 4}, 400),
        ({"entitlement": 250, "processors": 4}, 250),
        ({"entitlement": 0, "processors": 4}, 400),
        ({"entitlement": 0, "processors": 0}, None),
    ],
)
def test_size_is_the_entitlement_or_else_the_processors(cells, size):
    assert entered_size(Node(key="n", name="n", **cells)) == size


def test_nodes_are_alike_while_no_size_is_entered_and_unknown_once_one_is():
    assert sizes(SOUND) == {"n1": 100, "n2": 100}
    assert sizes(node("n1", processors=2)) == {"n1": 200}


@pytest.mark.parametrize(("text", "number"), [("", 0), ("2.5", 250), ("x", 0), ("Infinity", 0)])
def test_units_are_read_as_hundredths(text, number):
    row = Provisioning(key="p", optimal_units=text)
    assert hundredths(row) == number
    assert units(row) * 100 == number


def test_dedicated_processors_and_units_are_added_up():
    assert hundredths(Provisioning(key="p", optimal_units="0.5", optimal_cpus=3)) == 350


def test_groups_of_one_home_share_its_load_alike():
    plan = SOUND.replace(group("b"))
    (takeover,) = capacity(plan).single["n2"]
    assert takeover.groups == ("b", "rg")
    assert takeover.processors == 2 * (100 * 60 // 2)
    assert takeover.memory == 128
    assert takeover.source == "n1"


def test_concurrent_groups_keep_their_share_and_move_nowhere():
    plan = SOUND.replace(group("b", startup=Startup.OAAN))
    (takeover,) = capacity(plan).single["n2"]
    assert takeover.groups == ("rg",)
    assert takeover.processors == 100 * 60 // 2
    assert capacity(plan).is_home(plan.get(Node, "n2"))


def test_groups_that_go_offline_come_to_nobody():
    plan = rg(fallover=Fallover.BO)
    assert capacity(plan).single == {}
    assert capacity(plan).worst == {}


def test_dynamic_priority_may_send_a_group_to_any_node():
    plan = SOUND.replace(Node(key="n3", name="nodec"))
    fixed = rg(plan, nodes=("n1", "n2", "n3"))
    assert set(capacity(fixed).single) == {"n2"}
    assert set(capacity(fixed).worst) == {"n2", "n3"}
    free = rg(plan, nodes=("n1", "n2", "n3"), fallover=Fallover.FUDNP, fallback=Fallback.NFB)
    assert set(capacity(free).single) == {"n2", "n3"}


def test_the_most_that_a_requirement_asks_for_holds():
    rows = [
        Requirement(key=f"r{number}", name=f"R{number}", groups=("rg",), capacity=percent)
        for number, percent in enumerate((20, 50, None))
    ]
    (takeover,) = capacity(SOUND.replace(*rows).without(Requirement, "req")).single["n2"]
    assert takeover.processors == 100 * 60 // 2


def test_optimal_memory_goes_before_the_share_of_the_home_node():
    assert capacity(more(optimal_memory=64)).worst["n2"].memory == 64
    assert capacity(more(optimal_memory=64, use_desired=True)).worst["n2"].memory == 128
    assert capacity(more(optimal_memory=0)).worst["n2"].memory == 128


def test_unknown_nodes_and_groups_without_nodes_count_nothing():
    plan = SOUND.replace(group("b", nodes=()), group("c", nodes=("gone", "n2")))
    assert capacity(plan).worst["n2"].groups == ("rg",)


def test_a_node_repeated_in_a_list_is_counted_once():
    assert capacity(rg(nodes=("n1", "n2", "n2", "n1"))).worst["n2"].processors == 6000
    assert "n1" not in capacity(rg(nodes=("n1", "n2", "n1"))).worst


@given(st.integers(0, 100), st.integers(1, 900), st.integers(1, 900))
def test_a_standby_node_is_as_busy_as_the_load_over_its_size(peak, home, target):
    plan = node("n2", node("n1", cpu_peak=peak, entitlement=home), entitlement=target)
    percent = peak * home // target
    said = titles("CAP-PROCESSORS", plan)
    assert bool(said) == (percent > 85)
    assert not said or f"nodeb is {percent}% busy" in said[0]


@given(st.integers(0, 300), st.integers(0, 300))
def test_a_standby_node_needs_the_memory_of_the_node_that_fails(home, target):
    plan = node("n2", node("n1", memory=home), memory=target)
    assert bool(found("CAP-MEMORY", plan)) == (home > target)


def mutual(**cells: Any) -> Plan:
    plan = SOUND.replace(group("b", nodes=("n2", "n1")))
    return edit(edit(plan, Node, "n1", **cells), Node, "n2", **cells)


def test_a_working_node_carries_its_own_load_too():
    finding = found("CAP-PROCESSORS", mutual(cpu_peak=43))[0]
    assert finding.severity is Severity.WARNING
    assert "86% busy" in finding.title
    assert finding.detail.startswith("43% of its own and 43% that comes.")
    assert len(found("CAP-PROCESSORS", mutual(cpu_peak=43))) == 2
    assert found("CAP-PROCESSORS", mutual(cpu_peak=42)) == []


def test_memory_of_a_working_node_is_a_guess_and_so_advice():
    assert found("CAP-MEMORY", mutual(cpu_peak=10)) == []
    asked = more(mutual(cpu_peak=10), optimal_memory=128)
    (finding,) = found("CAP-MEMORY", asked)
    assert finding.severity is Severity.ADVICE
    assert finding.detail.startswith("128 GiB of its own and 128 GiB that come.")
    assert found("CAP-MEMORY", node("n2", memory=127))[0].severity is Severity.WARNING


def test_what_is_not_entered_counts_nothing():
    for cells in ({"cpu_peak": None}, {"cpu_peak": 0}, {"memory": None}):
        plan = node("n1", **cells)
        assert asked("CAP-", plan) == []
    assert found("CAP-MEMORY", node("n2", memory=None)) == []
    assert found("CAP-PROCESSORS", node("n1", cpu_peak=99, processors=2)) == []


def test_a_node_that_is_grown_is_measured_by_its_limit():
    plan = node("n2", more(optimal_memory=256), memory_limit=256)
    assert found("CAP-MEMORY", plan) == []
    assert found("CAP-MEMORY", node("n2", more(optimal_memory=256), memory_limit=255))
    assert found("CAP-MEMORY", node("n2", more(optimal_memory=256), memory_limit=None))
    assert found("CAP-MEMORY", node("n2", memory=127, memory_limit=999))


def test_the_worst_case_is_advice_up_to_all_of_the_node_and_told_only_when_worse():
    (finding,) = found("CAP-PROCESSORS-WORST", third())
    assert finding.severity is Severity.ADVICE
    assert finding.detail.startswith("0% of its own and 90% that may come at once.")
    heavy = edit(third(), Node, "n3", cpu_peak=41)
    assert found("CAP-PROCESSORS-WORST", heavy)[0].severity is Severity.WARNING
    assert (
        found("CAP-PROCESSORS-WORST", edit(third(), Node, "n3", cpu_peak=40))[0].severity
        is Severity.ADVICE
    )
    assert found("CAP-PROCESSORS-WORST", edit(third(), Node, "n3", cpu_peak=25)) == []
    assert found("CAP-PROCESSORS-WORST", edit(third(), Node, "n3", cpu_peak=26))
    assert found("CAP-PROCESSORS-WORST", node("n1", cpu_peak=99)) == []
    assert found("CAP-MEMORY-WORST", node("n2", memory=1)) == []
    (memory,) = found("CAP-MEMORY-WORST", third(memory=191))
    assert memory.severity is Severity.WARNING
    assert memory.detail.startswith("0 GiB of its own and 192 GiB that may come at once.")


def test_the_heavier_of_two_takeovers_is_told():
    plan = edit(third(), Node, "n3", cpu_peak=90)
    assert titles("CAP-PROCESSORS", plan) == [
        "nodeb is 90% busy once it has taken over rg_third from nodec"
    ]
    assert [place.key for place in found("CAP-PROCESSORS", plan)[0].places] == ["n2", "n3"]
    larger = edit(third(memory=250), Node, "n3", memory=251)
    assert "needs 251 once it has taken over rg_third from nodec" in titles("CAP-MEMORY", larger)[0]


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 200))
def test_a_frame_gives_what_its_other_nodes_leave(asked, active, other):
    plan = more(optimal_memory=asked)
    plan = plan.replace(Node(key="n3", name="nodec", frame="f1", memory=other))
    plan = edit(plan, Frame, "f1", memory_active=active)
    said = titles("PROV-FRAME", plan)
    assert bool(said) == (asked > max(active - other, 0))


def test_a_frame_without_an_agreement_gives_what_is_active_only():
    plan = frames(more(optimal_memory=100), memory_active=64, memory_installed=128)
    assert len(found("PROV-FRAME", plan)) == 2
    assert "what is active" in found("PROV-FRAME", plan)[0].detail
    signed = frames(
        more(optimal_memory=100, cod_agreement=True), memory_active=64, memory_installed=128
    )
    assert found("PROV-FRAME", signed) == []
    unknown = frames(more(optimal_memory=100, cod_agreement=True), memory_active=64)
    assert len(found("PROV-FRAME", unknown)) == 2
    built_in = frames(more(optimal_memory=100), memory_installed=64)
    assert len(found("PROV-FRAME", built_in)) == 2


def test_processors_of_a_frame_are_counted_with_their_fractions():
    plan = frames(more(optimal_memory=None, optimal_units="2.5"), processors_active=4)
    plan = plan.replace(Node(key="n3", name="nodec", frame="f2", entitlement=160))
    (finding,) = found("PROV-FRAME", plan)
    assert finding.title == (
        "app_main may ask for 2.5 processors on nodeb, and frame2 has 2.4 for it"
    )
    assert finding.places[0].column == "processors_active"
    assert found("PROV-FRAME", edit(plan, Node, "n3", entitlement=150)) == []


def test_desired_values_ask_the_profile_and_not_the_frame():
    plan = frames(more(use_desired=True, optimal_memory=999), memory_active=1)
    assert found("PROV-FRAME", node("n2", plan, memory_limit=1)) == []
    assert found("PROV-LIMIT", node("n2", plan, memory_limit=1)) == []


def test_what_several_controllers_ask_for_is_added_up():
    plan = more(more(two(OWNED)), key="web", controller="web", optimal_memory=65)
    assert titles("PROV-LIMIT", node("n1", plan, memory_limit=128)) == [
        "app_main and app_web may ask for 129 GiB on nodea, whose profile allows 128"
    ]
    assert titles("PROV-LIMIT", node("n1", plan, memory_limit=129)) == []


@pytest.mark.parametrize(
    ("mode", "cells", "limit", "told"),
    [
        (ProcessorMode.DEDICATED, {"optimal_cpus": 5}, 4, True),
        (ProcessorMode.DEDICATED, {"optimal_cpus": 4}, 4, False),
        (ProcessorMode.DEDICATED, {"optimal_virtual_cpus": 9}, 4, False),
        (ProcessorMode.CAPPED, {"optimal_virtual_cpus": 5}, 4, True),
        (ProcessorMode.CAPPED, {"optimal_cpus": 5}, 4, False),
    ],
)
def test_the_profile_limits_processors_of_its_own_kind(mode, cells, limit, told):
    plan = node("n1", more(**cells), processor_mode=mode, processor_limit=limit)
    assert bool(found("PROV-LIMIT", plan)) is told


def test_capacity_weighs_lighter_outside_production():
    plan = edit(node("n1", cpu_peak=99), ClusterOptions, "cluster", environment=Environment.TEST)
    assert found("CAP-PROCESSORS", plan)[0].severity is Severity.ADVICE
    assert catalogue()["PROV-FRAME"].outside_production is Severity.ADVICE
