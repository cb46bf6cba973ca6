"""Worksheets of behaviour, events and running: what is asked for, and what is refused."""

from __future__ import annotations

import pytest

from worksheets.plan.integrity import problems
from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.cluster_event import ClusterEvent
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType, Environment
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.fallback_timer import FallbackTimer, Recurrence
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.resource_group import (
    Fallback,
    Fallover,
    NodePriority,
    Processing,
    ResourceGroup,
)
from worksheets.plan.rows.sheet_remark import SheetRemark
from worksheets.plan.rows.split_merge_policy import Quarantine, SplitMergePolicy, SplitPolicy
from worksheets.sheets.completeness import completeness
from worksheets.sheets.registry import sheets


def lacking(row, *others):
    """Columns of a row that still have to be filled in."""
    plan = Plan([row, *others])
    return {column for key, column in completeness(plan, sheets()[row.slug]).empty if key}


def cluster(**cells):
    return ClusterOptions(key="cluster", name="c", **cells)


STANDARD = cluster(environment=Environment.TEST)
GROUP = {"nodes": ("n",), "controllers": ("a",)}
SPLIT = {"split_policy", "merge_policy", "action_plan", "quarantine"}


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        ({}, set()),
        ({"fallback": Fallback.FBHPN}, {"fallback_timer"}),
        ({"fallover": Fallover.FUDNP}, {"node_priority"}),
        ({"node_priority": NodePriority.CPU}, set()),
        (
            {"node_priority": NodePriority.LEAST},
            {"node_priority_script", "node_priority_timeout"},
        ),
        ({"processing": Processing.SERIAL}, {"acquisition_place"}),
        ({"volume_groups": ("v",)}, {"forced_varyon"}),
    ],
)
def test_a_resource_group_is_asked_for_what_its_policies_need(cells, asked):
    assert lacking(ResourceGroup(key="g", name="g", **GROUP, **cells), STANDARD) == asked


def test_the_site_policy_is_asked_for_only_where_there_are_sites():
    group = ResourceGroup(key="g", name="g", **GROUP)
    assert lacking(group, cluster(type=ClusterType.STRETCHED)) == {"site_policy"}


@pytest.mark.parametrize(
    ("recurrence", "asked"),
    [
        (Recurrence.DAILY, set()),
        (Recurrence.WEEKLY, {"weekday"}),
        (Recurrence.MONTHLY, {"day"}),
        (Recurrence.YEARLY, {"day", "month"}),
        (Recurrence.SPECIFIC_DATE, {"day", "month", "year"}),
    ],
)
def test_a_timer_is_asked_for_the_cells_of_its_recurrence(recurrence, asked):
    timer = FallbackTimer(key="t", name="t", recurrence=recurrence)
    assert lacking(timer) == asked | {"hour", "minute"}


@pytest.mark.parametrize("kind", DependencyKind)
def test_a_dependency_is_asked_for_its_leader_or_its_priority(kind):
    asked = lacking(Dependency(key="d", kind=kind))
    assert ("leader" in asked) == kind.has_leader
    assert ("priority" in asked) == (kind is DependencyKind.DIFFERENT_NODES)
    assert "groups" in asked


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        ({}, set()),
        ({"split_policy": SplitPolicy.TIE_BREAKER}, {"tie_breaker_disk"}),
        (
            {"split_policy": SplitPolicy.NFS},
            {"nfs_server", "nfs_local_directory", "nfs_remote_directory"},
        ),
        ({"split_policy": SplitPolicy.CLOUD}, {"cloud_service", "cloud_bucket"}),
        ({"split_policy": SplitPolicy.MANUAL}, {"notify_method", "operator_steps"}),
        ({"quarantine": Quarantine.FENCING}, {"critical_group"}),
        ({"quarantine": Quarantine.DISABLE}, set()),
    ],
)
def test_a_split_policy_is_asked_for_its_means(cells, asked):
    row = SplitMergePolicy(key="cluster", **cells)
    assert lacking(row, STANDARD) == asked
    with_sites = lacking(row, cluster(type=ClusterType.LINKED))
    assert with_sites == asked | (SPLIT - set(cells))


def test_the_check_interval_is_asked_for_only_when_changes_are_watched():
    for watched, asked in ((True, {"check_interval"}), (False, set()), (None, set())):
        row = FileCollection(
            key="c",
            name="c",
            files="/etc/hosts",
            sync_with_cluster=True,
            sync_when_changed=watched,
        )
        missing = lacking(row, STANDARD)
        assert missing - {"sync_when_changed"} == asked


def test_the_cluster_and_its_split_policy_have_one_row_each():
    single = {slug for slug, kind in KINDS.items() if kind.single}
    assert single == {"cluster_options", "split_merge_policy"}
    (found,) = problems(Plan([SplitMergePolicy(key="other")]))
    assert (found.sheet, found.column) == ("split_merge_policy", "key")


def test_an_event_is_customised_once_and_must_exist():
    twice = [ClusterEvent(key=key, event="node_down") for key in ("e1", "e2")]
    assert "node_down is already used" in " ".join(p.message for p in problems(Plan(twice)))
    (found,) = problems(Plan([ClusterEvent(key="e", event="node_donw")]))
    assert found.column == "event"
    assert "perhaps node_down" in found.message


def test_a_remark_belongs_to_one_worksheet_that_exists():
    assert problems(Plan([SheetRemark(key=slug, worksheet=slug) for slug in KINDS])) == []
    (found,) = problems(Plan([SheetRemark(key="r", worksheet="Resource groups")]))
    assert found.column == "worksheet"
    assert "perhaps resource_group" in found.message
    twice = [SheetRemark(key=key, worksheet="node") for key in ("r1", "r2")]
    assert {p.column for p in problems(Plan(twice))} == {"worksheet", "name"}
