"""Operation guides beside their examples."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.asking import only
from tests.rules.builders import edit, emptied, group, sound
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.operation_guide import OperationGuide, Topic
from worksheets.plan.rows.requirement import Requirement

SOUND = sound()


def guide(topic: str, /, **cells: Any) -> Plan:
    return edit(SOUND, OperationGuide, f"g_{topic}", **cells)


@given(st.sets(st.sampled_from(list(Topic)), min_size=1))
def test_topics_are_asked_for_with_and_without_sites(topics):
    rows = [OperationGuide(key=topic.value, name=topic.value, topic=topic) for topic in topics]
    sited = {Topic.SITE_FAILURE, Topic.SPLIT}
    for type_, spared in ((ClusterType.STANDARD, sited), (ClusterType.LINKED, set())):
        plan = Plan([ClusterOptions(key="cluster", name="c", type=type_), *rows])
        missing = set(Topic) - {Topic.OTHER, Topic.CHANGE} - topics - spared
        told = found("GUIDE-TOPICS", plan)
        assert bool(told) == bool(missing)
        for topic in missing:
            assert topic.label in told[0].title.partition(": ")[2].split(", ")
        if told:
            assert len(told[0].title.partition(": ")[2].split(", ")) == len(missing)


def test_a_guide_without_groups_is_about_all_of_them():
    other = guide("start", resource_groups=("x",))
    assert only("GUIDE-GROUP", other).title == "The guides to start leave rg_app out"
    both = edit(other, OperationGuide, "g_stop", resource_groups=("x",))
    assert only("GUIDE-GROUP", both).title == "The guides to start and stop leave rg_app out"
    second = OperationGuide(key="z", name="z", topic=Topic.START, resource_groups=("rg",))
    assert not found("GUIDE-GROUP", other.replace(second))
    assert not found("GUIDE-GROUP", guide("status", resource_groups=("x",)))
    assert not found("GUIDE-GROUP", SOUND.without(OperationGuide, "g_start"))
    empty = other.replace(group("g1"))
    assert len(found("GUIDE-GROUP", empty)) == 1


@pytest.mark.parametrize(
    ("topic", "times"),
    [("takeover", 1), ("site_failure", 1), ("split", 1), ("application_failure", 1),
     ("event_error", 1), ("change", 0), ("backup", 0)],
)  # fmt: skip
def test_guides_that_bring_the_service_back_keep_the_recovery_time(topic, times):
    assert len(found("GUIDE-SLOW", guide(topic, duration=61))) == times
    assert not found("GUIDE-SLOW", guide(topic, duration=None))
    unasked = emptied(guide(topic, duration=61), Requirement)
    assert not found("GUIDE-SLOW", unasked)


@pytest.mark.parametrize(
    ("location", "times"),
    [
        ("/app", 1),
        ("share (/app/doc).", 1),
        ("/app; /wiki", 1),
        ("wiki / (/app:", 1),
        ("/app/doc, printed in hall 2", 0),
        ("/app/doc and on PAPER", 0),
        ("/apps/doc", 0),
        ("doc/app", 0),
        ("wiki", 0),
        ("", 0),
    ],
)
def test_a_guide_must_not_need_the_cluster(location, times):
    assert len(found("GUIDE-INSIDE", guide("start", location=location))) == times
    root = guide("start", location=location).replace(FileSystem(key="r", mount_point="/"))
    assert len(found("GUIDE-INSIDE", root)) == times


def test_the_nearest_shared_file_system_is_named():
    plan = guide("start", location="/app/doc/x").replace(
        FileSystem(key="d", mount_point="/app/doc/"), FileSystem(key="z", mount_point="/zoo")
    )
    assert only("GUIDE-INSIDE", plan).title == "start lies on the shared file system /app/doc"


def test_a_guide_has_steps_or_a_place():
    assert not found("GUIDE-TEXT", guide("start", location=""))
    assert not found("GUIDE-OWN", guide("start", written_by=""))
