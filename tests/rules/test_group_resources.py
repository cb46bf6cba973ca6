"""Tapes, resources of one's own and storage of groups beyond one example of each rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, group, sound, virtual
from tests.rules.examples_resources import (
    OWN,
    SOUND,
    TAPE,
    raw_volume,
    rg,
    tp,
    two_file_systems,
)
from tests.rules.resources import own, raw, tape, with_own
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_monitor import FailureAction, MonitorMode
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.disk import Disk, DiskRole
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.replication import Replication
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.resource_group import FileSystemRecovery, ResourceGroup, Startup
from worksheets.plan.rows.split_merge_policy import SplitMergePolicy
from worksheets.plan.rows.tape_drive import TapeDrive
from worksheets.plan.rows.user_defined_resource import AcquiredAfter
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup, VolumeGroupType
from worksheets.plan.rows.wpar import Wpar
from worksheets.rules.judge import judge
from worksheets.rules.registry import catalogue


def said(rule: str, plan: Plan) -> list[tuple[str, str]]:
    """Severity and title of each finding."""
    return [(item.severity.value, item.title) for item in found(rule, plan)]


def titles(rule: str, plan: Plan) -> list[str]:
    return [finding.title for finding in found(rule, plan)]


@pytest.mark.parametrize("plan", [tape(), with_own()], ids=["tape", "own"])
def test_sound_resources_have_no_finding_of_their_own(plan):
    before = {finding.rule for finding in judge(sound()).findings}
    assert {finding.rule for finding in judge(plan).findings} == before


@pytest.mark.parametrize(
    ("rule", "elsewhere"),
    [("TAPE-SCRIPTS", "advice"), ("TAPE-ASYNCHRONOUS", "advice"), ("TAPE-SHARED-PORT", None),
     ("UDR-UNWATCHED", "advice"), ("RG-FS-LIST", "advice"), ("VG-FORCED-OFF", "advice")],
)  # fmt: skip
def test_what_weighs_less_outside_production(rule, elsewhere):
    assert catalogue()[rule].outside_production == elsewhere
    assert catalogue()[rule].severity != elsewhere


@pytest.mark.parametrize(
    ("column", "row", "word"),
    [
        ("tapes", TapeDrive(key="x", name="thing"), "tape drive"),
        ("user_defined_resources", own("x", name="thing"), "user-defined resource"),
        ("raw_disks", Disk(key="x", name="thing", role=DiskRole.RAW), "raw disk"),
        ("replications", Replication(key="x", name="thing"), "replication"),
        ("file_systems", FileSystem(key="x", mount_point="thing"), "file system"),
    ],
)
def test_every_kind_of_resource_is_in_one_group(column, row, word):
    once = SOUND.replace(row, group("g1", **{column: ("x",)}))
    twice = once.replace(group("g2", **{column: ("x",)}))
    assert not found("RG-RESOURCE-TWICE", once)
    assert titles("RG-RESOURCE-TWICE", twice) == [f"The {word} thing is in rg_g1 and rg_g2"]
    assert not found("RG-RESOURCE-IDLE", once)
    idle = [f"The {word} thing is in no group"]
    expected = [] if column in ("file_systems", "replications") else idle
    assert titles("RG-RESOURCE-IDLE", SOUND.replace(row)) == expected


@pytest.mark.parametrize("role", [None, *(r for r in DiskRole if r is not DiskRole.RAW)])
def test_only_raw_disks_have_to_be_in_a_group(role):
    assert not found("RG-RESOURCE-IDLE", SOUND.replace(Disk(key="x", name="x", role=role)))


def test_a_raw_disk_of_a_group_has_a_use_without_a_role():
    assert not found("DISK-IDLE", raw(role=None))


def test_a_concurrent_group_takes_no_tape():
    plan = edit(TAPE, ResourceGroup, "rg", startup=Startup.OAAN, service_labels=())
    assert "rg_app is online on all nodes and holds the tape drive tape1" in titles(
        "RG-CONCURRENT-RESOURCES", plan
    )


@pytest.mark.parametrize(
    ("ports", "away"),
    [(("n1c1p1", "n2c2p0"), ""), (("n2c1p1",), "nodea"), (("n1c1p1", "n1c2p1"), "nodeb"),
     ((), ""), (("gone",), "")],
)  # fmt: skip
def test_nodes_that_reach_a_drive(ports, away):
    expected = [f"{away} of rg_app cannot reach the tape drive tape1"] if away else []
    assert titles("TAPE-REACH", tp(ports=ports)) == expected


def test_a_drive_may_be_reached_through_a_virtual_io_server_of_the_frame():
    plan = edit(virtual(), ResourceGroup, "rg", tapes=("tp",))
    drive = TapeDrive(key="tp", name="tape1", ports=("v11c1p1", "v22c1p1"))
    assert not found("TAPE-REACH", plan.replace(drive))
    one = TapeDrive(key="tp", name="tape1", ports=("v11c1p1",))
    assert titles("TAPE-REACH", plan.replace(one)) == [
        "nodeb of rg_app cannot reach the tape drive tape1"
    ]


def test_two_groups_of_a_drive_out_of_reach_are_two_findings():
    plan = tp(ports=("n1c1p1",)).replace(group("g1", tapes=("tp",)))
    assert len({finding.identity for finding in found("TAPE-REACH", plan)}) == 2


def test_every_port_that_is_not_fibre_channel_is_named():
    plan = edit(tp(ports=("n1e1p0", "n1e1p0", "n1c1p1", "n2c1p1")), Card, "n2c1",
                kind=CardKind.ETHERNET)  # fmt: skip
    (finding,) = found("TAPE-PORT", plan)
    assert "nodea ent0 and nodeb fcs2" in finding.title
    assert [place.key for place in finding.places] == ["tp", "n1e1", "n2c1"]


def test_scripts_of_a_drive_one_by_one():
    assert said("TAPE-SCRIPTS", tp(start_script="")) == [
        ("warning", "The tape drive tape1 has no start script: what the lost node held reserved "
                    "stays so")
    ]  # fmt: skip
    assert len(found("TAPE-SCRIPTS", tp(stop_script=""))) == 1
    assert not found("TAPE-ASYNCHRONOUS", tp(stop_script="", stop_synchronous=False))


@given(st.integers(1, 100), st.integers(1, 3600), st.integers(1, 1024), st.integers(0, 3600))
def test_restarts_fit_into_the_interval_or_are_told(count, stabilization, interval, after):
    plan = with_own(
        restart_count=count, stabilization_interval=stabilization, monitor_interval=interval,
        restart_interval=after,
    )  # fmt: skip
    assert bool(found("UDR-RESTART", plan)) is (
        10 * after < 11 * count * (stabilization + interval)
    )


@pytest.mark.parametrize(
    "column", ["restart_count", "restart_interval", "stabilization_interval", "monitor_interval"]
)
def test_restarts_are_judged_once_all_times_are_known(column):
    assert not found("UDR-RESTART", with_own(**{"restart_interval": 1, column: None}))
    assert not found("UDR-RESTART", with_own(restart_count=0, restart_interval=0))


def test_methods_of_a_resource():
    assert titles("UDR-METHODS", with_own(start_method="")) == ["lic_u1 has no start method"]
    assert not found("UDR-ONE-METHOD", with_own(start_method="", stop_method=""))
    assert not found("UDR-NOTIFY", with_own(failure_action=None))


def test_monitoring_without_a_method_is_named_and_marked():
    empty = {
        "monitor_method": "", "monitor_interval": None, "stabilization_interval": None,
        "restart_count": None, "restart_interval": None, "failure_action": None,
    }  # fmt: skip
    (finding,) = found("UDR-MONITOR-IDLE", with_own(**empty, monitor_mode=MonitorMode.BOTH))
    assert finding.title == "lic_u1 has a monitor mode and no monitor method"
    assert [place.column for place in finding.places] == ["monitor_method", "monitor_mode"]
    assert not found("UDR-MONITOR-IDLE", with_own(**empty, monitor_mode=None))


@pytest.mark.parametrize(
    "column",
    ["start_method", "stop_method", "verification_method", "monitor_method", "cleanup_method",
     "restart_method"],
)  # fmt: skip
def test_methods_belong_to_the_type(column):
    plan = OWN.replace(own("u2", **{column: "/ha/new"}))
    (finding,) = found("UDR-TYPE", plan)
    assert finding.title.endswith(f"differ in the {column.replace('_', ' ')}")
    assert not found("UDR-TYPE", OWN.replace(own("u2", type=" licence ")))
    no_type = with_own(type="").replace(own("u2", type="", **{column: "/ha/new"}))
    assert not found("UDR-TYPE", no_type)


def test_resources_of_one_type_may_tell_different_people():
    assert not found("UDR-TYPE", OWN.replace(own("u2", notify_method="/ha/x", attributes="A=1")))


def test_attributes_line_by_line():
    assert titles("UDR-ATTRIBUTES", with_own(attributes="=1\n\nA=1\nB\nA =2\n")) == [
        "lic_u1: '=1' is not of the form name=value",
        "lic_u1: 'B' is not of the form name=value",
        "lic_u1 has the attribute A 2 times",
    ]
    assert not found("UDR-ATTRIBUTES", with_own(attributes=""))
    plan = with_own(attributes="x\ny")
    assert len({finding.identity for finding in found("UDR-ATTRIBUTES", plan)}) == 2


@pytest.mark.parametrize(
    ("after", "cells"),
    [
        (AcquiredAfter.VOLUME_GROUP, {"volume_groups": ()}),
        (AcquiredAfter.FILE_SYSTEM, {"volume_groups": ()}),
        (AcquiredAfter.SERVICE_IP, {"service_labels": ()}),
        (AcquiredAfter.APPLICATION, {"controllers": ()}),
    ],
)
def test_a_resource_comes_after_what_its_group_holds(after, cells):
    plan = with_own(acquired_after=after)
    assert not found("UDR-AFTER", plan)
    assert titles("UDR-AFTER", edit(plan, ResourceGroup, "rg", **cells)) == [
        f"lic_u1 comes after {after.label}, and rg_app has none"
    ]


def test_a_resource_after_partitions_needs_one():
    plan = with_own(acquired_after=AcquiredAfter.WPAR)
    assert found("UDR-AFTER", plan)
    assert not found("UDR-AFTER", plan.replace(Wpar(key="w", name="w", resource_group="rg")))
    for answer in (None, AcquiredAfter.FIRST):
        empty = edit(with_own(acquired_after=answer), ResourceGroup, "rg", service_labels=())
        assert not found("UDR-AFTER", empty)


def test_file_systems_without_a_known_volume_group_are_not_judged():
    plan = SOUND.replace(group("g1", file_systems=("fs", "gone")))
    assert len(found("RG-FS-ELSEWHERE", plan)) == 1
    assert not found("RG-FS-ELSEWHERE", edit(plan, FileSystem, "fs", logical_volume=""))
    assert not found("RG-FS-ELSEWHERE", edit(plan, LogicalVolume, "lv", volume_group=""))


def test_lists_of_file_systems():
    assert said("RG-FS-LIST", two_file_systems(file_systems=("fs",)))[0][0] == "warning"
    whole = two_file_systems(file_systems=("fs2", "fs"))
    assert said("RG-FS-LIST", whole) == [
        ("advice", "rg_app lists all 2 file systems of its volume groups")
    ]
    assert [place.column for place in found("RG-FS-LIST", whole)[0].places] == ["file_systems"]
    assert not found("RG-FS-LIST", SOUND.replace(group("g1", file_systems=("fs",))))


@pytest.mark.parametrize(
    ("point", "recovery", "told"),
    [("/app/data", "parallel", 1), ("/app/data", "sequential", 0), ("/app/data", None, 0),
     ("/application", "parallel", 0), ("/", "parallel", 0)],
)  # fmt: skip
def test_nested_file_systems_of_a_group(point, recovery, told):
    method = FileSystemRecovery(recovery) if recovery else None
    plan = two_file_systems(point, file_system_recovery=method)
    assert len(found("RG-FS-NESTED", plan)) == told


def test_several_nested_file_systems_are_named():
    plan = two_file_systems("/app/b", file_system_recovery=FileSystemRecovery.PARALLEL).replace(
        LogicalVolume(key="lv3", name="lv_three", volume_group="vg", copies=2),
        FileSystem(key="fs3", mount_point="/app/a", logical_volume="lv3"),
    )
    assert titles("RG-FS-NESTED", plan) == [
        "rg_app mounts in parallel, and /app/a and /app/b lie inside another of its file systems"
    ]


@pytest.mark.parametrize(
    ("role", "use"),
    [
        (DiskRole.REPOSITORY, "the repository"),
        (DiskRole.BACKUP, "a backup of the repository"),
        (DiskRole.TIE_BREAKER, "the tie breaker"),
        (DiskRole.DATA, ""),
        (None, ""),
    ],
)
def test_roles_of_raw_disks(role, use):
    expected = [f"The raw disk lun5 of rg_app is {use}"] if use else []
    assert titles("RG-RAW-DISK", raw(role=role)) == expected


def test_raw_disks_used_by_other_worksheets():
    repository = raw().replace(RepositoryDisk(key="repo3", disk="d5"))
    assert titles("RG-RAW-DISK", repository) == ["The raw disk lun5 of rg_app is the repository"]
    backup = raw(role=DiskRole.BACKUP).replace(RepositoryDisk(key="repo3", disk="d5"))
    assert titles("RG-RAW-DISK", backup)[0].endswith("is a backup of the repository")
    breaker = raw().replace(SplitMergePolicy(key="cluster", tie_breaker_disk="d5"))
    assert titles("RG-RAW-DISK", breaker) == []
    named = raw(volume_group="vg", role=DiskRole.REPOSITORY)
    assert titles("RG-RAW-DISK", named)[0].endswith("is in the volume group vg_app")


def test_a_raw_disk_is_reached_by_all_nodes():
    plan = raw().without(DiskPath, "n1d5")
    (finding,) = found("RG-RAW-REACH", plan)
    assert finding.title == "nodea of rg_app cannot reach the raw disk lun5"
    assert [place.key for place in finding.places] == ["rg", "d5", "n1"]
    assert not found("RG-RAW-REACH", edit(plan, ResourceGroup, "rg", nodes=("n2",)))


@pytest.mark.parametrize(
    ("use", "startup", "volume_groups", "words"),
    [
        (True, Startup.OHN, ("vg",), "is for concurrent use and starts on one node"),
        (True, Startup.OAAN, ("vg",), ""),
        (False, Startup.OAAN, ("vg",),
         "is not for concurrent use and opens its volume groups on all nodes"),
        (False, Startup.OAAN, (), ""),
        (False, Startup.OFAN, ("vg",), ""),
        (None, Startup.OAAN, ("vg",), ""),
        (None, Startup.OHN, ("vg",), ""),
    ],
)  # fmt: skip
def test_concurrent_use_and_startup(use, startup, volume_groups, words):
    plan = rg(concurrent_use=use, startup=startup, volume_groups=volume_groups)
    assert titles("RG-CONCURRENT-USE", plan) == ([f"rg_app {words}"] if words else [])


@pytest.mark.parametrize("forced", [True, False, None])
@pytest.mark.parametrize("quorum", [True, False, None])
@pytest.mark.parametrize("copies", [1, 2])
@pytest.mark.parametrize("pools", [None, *MirrorPools])
def test_forced_varyon_in_every_combination(forced, quorum, copies, pools):
    plan = edit(rg(forced_varyon=forced), VolumeGroup, "vg", quorum=quorum, mirror_pools=pools)
    plan = edit(plan, LogicalVolume, "lv", copies=copies)
    told = {
        rule: [finding.severity.value for finding in found(rule, plan)]
        for rule in ("VG-FORCED-POOLS", "VG-FORCED-QUORUM", "VG-FORCED-IDLE", "VG-FORCED-OFF")
    }
    mirrored = copies > 1
    loose = forced and mirrored and pools is not MirrorPools.SUPER
    off = ["advice" if forced is None else "warning"]
    assert told == {
        "VG-FORCED-POOLS": ["warning"] if loose else [],
        "VG-FORCED-QUORUM": ["warning"] if forced and quorum and not mirrored else [],
        "VG-FORCED-IDLE": ["advice"] if forced and not mirrored else [],
        "VG-FORCED-OFF": off if not forced and quorum is False and mirrored else [],
    }


def test_an_open_answer_about_forced_varyon_is_told_as_such():
    assert titles("VG-FORCED-OFF", rg(forced_varyon=None)) == [
        "rg_app has no answer whether to force vg_app open, which is mirrored without quorum"
    ]


@pytest.mark.parametrize(
    ("rule", "copies"), [("VG-FORCED-POOLS", 2), ("VG-FORCED-QUORUM", 1), ("VG-IMPORT-MAJOR", 1)]
)
def test_a_volume_group_in_two_groups_is_told_for_each(rule, copies):
    plan = edit(rg(auto_import=True), VolumeGroup, "vg", mirror_pools=None, quorum=True,
                major_number=None)  # fmt: skip
    plan = edit(plan, LogicalVolume, "lv", copies=copies)
    twin = group("g1", volume_groups=("vg",), forced_varyon=True, auto_import=True)
    assert len({finding.identity for finding in found(rule, plan.replace(twin))}) == 2


@pytest.mark.parametrize("answer", [False, None])
def test_only_an_import_by_powerha_asks_for_a_number_here(answer):
    plan = edit(rg(auto_import=answer), VolumeGroup, "vg", major_number=None)
    assert not found("VG-IMPORT-MAJOR", plan)


@pytest.mark.parametrize(
    ("offset", "kind", "expected"),
    [
        (False, VolumeGroupType.BIG,
         [("warning", "lv_app is raw and has its control block in its first block")]),
        (None, VolumeGroupType.BIG,
         [("advice", "lv_app is raw and may have its control block in its first block")]),
        (True, VolumeGroupType.BIG, []),
        (False, VolumeGroupType.SCALABLE, []),
        (False, VolumeGroupType.ORIGINAL, []),
        (False, None, []),
    ],
)  # fmt: skip
def test_offset_of_raw_volumes(offset, kind, expected):
    assert said("LV-RAW-OFFSET", raw_volume(offset, kind)) == expected


def test_volumes_that_are_not_raw_need_no_offset():
    plan = edit(SOUND, VolumeGroup, "vg", type=VolumeGroupType.BIG)
    assert not found("LV-RAW-OFFSET", edit(plan, LogicalVolume, "lv", zero_offset=False))
    assert not found("LV-RAW-OFFSET", edit(raw_volume(False), LogicalVolume, "lv", volume_group=""))


@pytest.mark.parametrize("action", [FailureAction.FALLOVER, None])
def test_only_notifying_needs_a_notify_method(action):
    assert not found("UDR-NOTIFY", with_own(failure_action=action))
