"""Local volume groups and file systems beside their examples."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.asking import only
from tests.rules.builders import edit, edit_all, emptied, sound
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.current_system import CurrentSystem
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.software_level import SoftwareLevel
from worksheets.rules.finding import Severity
from worksheets.rules.judge import judge

SOUND = sound()


def req(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Requirement, "req", **cells)


def options(**cells: Any) -> Plan:
    return edit(SOUND, ClusterOptions, "cluster", **cells)


@pytest.mark.parametrize(
    ("told", "mirrored", "times"),
    [
        (RootvgProtection.MIRRORED, True, 0),
        (RootvgProtection.MIRRORED, False, 1),
        (RootvgProtection.MIRRORED, None, 0),
        (RootvgProtection.NONE, True, 1),
        (RootvgProtection.NONE, False, 0),
        (RootvgProtection.RAID, True, 0),
        (RootvgProtection.RAID, False, 0),
        (None, False, 0),
    ],
)
def test_rootvg_on_two_worksheets(told, mirrored, times):
    plan = edit(SOUND, Node, "n1", rootvg=told)
    plan = edit(plan, LocalVolumeGroup, "root_n1", mirrored=mirrored)
    assert len(found("LOCAL-ROOTVG", plan)) == times
    renamed = edit(plan, LocalVolumeGroup, "root_n1", name="othervg")
    assert not found("LOCAL-ROOTVG", renamed)
    assert not found("LOCAL-ROOTVG", edit(plan, LocalVolumeGroup, "root_n1", node=""))


def test_an_open_mirror_hides_no_other():
    plan = edit(SOUND, LocalVolumeGroup, "root_n1", mirrored=None)
    plan = edit(plan, LocalVolumeGroup, "root_n2", mirrored=False)
    assert only("LOCAL-ROOTVG", plan).places[0].key == "root_n2"


def test_rootvg_says_what_each_worksheet_says():
    plan = edit(SOUND, Node, "n1", rootvg=RootvgProtection.NONE)
    assert only("LOCAL-ROOTVG", plan).title == (
        "rootvg of nodea is mirrored here, but one disk, unprotected on the node worksheet"
    )


def test_a_mirror_takes_two_disks():
    for disks, times in (("hdisk0", 1), ("hdisk0, hdisk0", 1), ("hdisk0 hdisk1", 0), ("", 0)):
        plan = edit(SOUND, LocalVolumeGroup, "root_n1", disks=disks)
        assert len(found("LOCAL-ONE-DISK", plan)) == times
        plain = edit(plan, LocalVolumeGroup, "root_n1", mirrored=False)
        assert not found("LOCAL-ONE-DISK", plain)


def local(name: str, mount_point: str = "", **cells: Any) -> Plan:
    given: dict[str, Any] = {"local_volume_group": "root_n1", **cells}
    return SOUND.replace(LocalFileSystem(key="z", name=name, mount_point=mount_point, **given))


@pytest.mark.parametrize(
    ("name", "mount_point", "times"),
    [
        ("hd4", "/", 1),
        ("lg_dumplv", "", 0),
        ("DUMPLV", "", 0),
        ("hd7", "", 0),
        ("lv_dump", "/dump", 1),
        ("paging00", "", 1),
    ],
)
def test_dump_devices_alone_may_have_one_copy(name, mount_point, times):
    assert len(found("LOCAL-COPIES", local(name, mount_point))) == times
    assert not found("LOCAL-COPIES", local(name, mount_point, copies=2))
    assert not found("LOCAL-COPIES", local(name, mount_point, local_volume_group="gone"))
    unmirrored = edit(local(name, mount_point), LocalVolumeGroup, "root_n1", mirrored=False)
    assert not found("LOCAL-COPIES", unmirrored)


def test_open_answers_about_separate_disks_are_one_advice():
    plan = edit_all(SOUND, LocalFileSystem, separate_disks=None)
    told = only("LOCAL-SEPARATE", plan)
    assert told.severity is Severity.ADVICE
    assert [place.key for place in told.places] == ["", "hd6_n1", "hd6_n2"]
    assert told.title == (
        "Nobody has said whether the copies of nodea rootvg hd6 and nodeb rootvg hd6 lie on "
        "separate disks"
    )
    no = edit_all(SOUND, LocalFileSystem, separate_disks=False)
    assert [item.severity for item in found("LOCAL-SEPARATE", no)] == [Severity.WARNING] * 2


@pytest.mark.parametrize(
    ("name", "mount_point", "rootvg", "group_cells", "times"),
    [
        ("paging00", "", RootvgProtection.NONE, {}, 1),
        ("PAG1", "", None, {}, 1),
        ("hd6", "", RootvgProtection.RAID, {}, 0),
        ("hd6", "", RootvgProtection.RAID, {"name": "pagevg"}, 1),
        ("hd6", "", RootvgProtection.NONE, {"mirrored": True}, 0),
        ("hd6", "", RootvgProtection.NONE, {"mirrored": None}, 1),
        ("hd6", "", RootvgProtection.NONE, {"node": ""}, 1),
        ("hd6", "/mnt", RootvgProtection.NONE, {}, 0),
        ("hd4", "", RootvgProtection.NONE, {}, 0),
        ("lv_pag", "", RootvgProtection.NONE, {}, 0),
        ("pagdump", "", RootvgProtection.NONE, {}, 0),
    ],
)
def test_paging_space_with_one_copy(name, mount_point, rootvg, group_cells, times):
    plan = edit(local(name, mount_point), Node, "n1", rootvg=rootvg)
    plan = edit(plan, LocalVolumeGroup, "root_n1", **{"mirrored": False, **group_cells})
    assert len(found("LOCAL-PAGING", plan)) == times
    assert not found("LOCAL-PAGING", edit(plan, LocalFileSystem, "z", copies=2))


def test_a_node_without_paging_space_is_told_besides_one_without_dump():
    plan = SOUND.without(LocalFileSystem, "hd6_n2", "dump_n1")
    told = {(item.places[0].key, item.about) for item in found("LOCAL-SPACE", plan)}
    assert told == {("root_n2", "paging space"), ("root_n1", "dump device")}
    assert not found("LOCAL-SPACE", edit_all(plan, LocalVolumeGroup, name="othervg"))


def test_rootvg_needs_no_purpose_and_no_row_while_no_node_has_one():
    assert not found("LOCAL-PURPOSE", SOUND)
    other = LocalVolumeGroup(key="z", name="appvg", node="n2", purpose="x")
    assert not found("LOCAL-NODES", emptied(SOUND, LocalVolumeGroup).replace(other))
    left = SOUND.without(LocalVolumeGroup, "root_n2").replace(other)
    assert only("LOCAL-NODES", left).places[0].key == "n2"


def test_a_local_mount_point_is_compared_with_shared_and_nfs_ones():
    assert only("LOCAL-MOUNT", local("lv", "/app/")).places[1].sheet == "file_system"
    plan = local("lv", "/nfs").replace(NfsMount(key="n", mount_point="/nfs"))
    assert only("LOCAL-MOUNT", plan).places[1].sheet == "nfs_mount"
    assert not found("LOCAL-MOUNT", local("lv", "").replace(FileSystem(key="r", mount_point="/")))
    assert found("LOCAL-MOUNT", local("lv", "/").replace(FileSystem(key="r", mount_point="/")))


def test_needs_are_asked_of_production_only():
    """Outside production the questions of this chapter are not asked, and warnings are advice."""
    plan = options(environment=Environment.TEST)
    plan = emptied(req(plan, rto=None), CurrentSystem, SoftwareLevel)
    told = {item.rule for item in judge(plan).findings}
    assert not told & {"OPEN-REQUIREMENT", "TODAY-NONE", "SOFT-NONE"}
    bare = [item for item in judge(emptied(plan, Requirement)).findings if item.rule == "REQ-NONE"]
    assert [item.severity for item in bare] == [Severity.ADVICE]
