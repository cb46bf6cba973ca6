"""Volume groups, pools, logs, uses of disks and drivers beyond one example each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, edit_all, group, sound, virtual
from tests.rules.examples_storage_laws import disk, fs, logged, lv, many, path, raw, served, vg
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.disk import Disk, DiskRole
from worksheets.plan.rows.disk_path import DiskPath, PathAlgorithm, PathDriver
from worksheets.plan.rows.file_system import FileSystem, FileSystemType
from worksheets.plan.rows.logical_volume import LogicalVolume, LogicalVolumeType
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.repository_disk import RepositoryDisk, RepositoryState
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.split_merge_policy import SplitMergePolicy, SplitPolicy
from worksheets.plan.rows.virtual_io_server import DiskService
from worksheets.plan.rows.volume_group import (
    MaximumPartitions,
    MaximumVolumes,
    MirrorPools,
    PartitionSize,
    VolumeGroup,
    VolumeGroupType,
)
from worksheets.rules.finding import Severity

SOUND, VIRTUAL = sound(), virtual()
ORIGINAL, BIG, SCALABLE = VolumeGroupType.ORIGINAL, VolumeGroupType.BIG, VolumeGroupType.SCALABLE


def said(rule_id: str, plan: Plan) -> list[str]:
    return sorted(finding.title for finding in found(rule_id, plan))


def columns(rule_id: str, plan: Plan) -> list[str]:
    return sorted(finding.places[0].column for finding in found(rule_id, plan))


@pytest.mark.parametrize(("kind", "most"), [(ORIGINAL, 32), (BIG, 128), (SCALABLE, 1024)])
def test_disks_of_each_type(kind, most):
    assert said("VG-LIMIT-DISKS", many(kind, disks=most)) == []
    assert said("VG-LIMIT-DISKS", many(kind, disks=most + 1)) == [
        f"vg_two has {most + 1} disks; {kind.label} volume groups hold {most}"
    ]


@pytest.mark.parametrize(
    ("kind", "chosen", "most", "column"),
    [
        (ORIGINAL, None, 256, "type"),
        (BIG, None, 512, "type"),
        (BIG, MaximumVolumes.UP_TO_2048, 512, "type"),
        (SCALABLE, None, 256, "max_volumes"),
        (SCALABLE, MaximumVolumes.UP_TO_512, 512, "max_volumes"),
    ],
)
def test_logical_volumes_of_each_type(kind, chosen, most, column):
    fits = many(kind, volumes=most, max_volumes=chosen)
    assert said("VG-LIMIT-VOLUMES", fits) == []
    over = many(kind, volumes=most + 1, max_volumes=chosen)
    assert columns("VG-LIMIT-VOLUMES", over) == [column]
    assert said("VG-LIMIT-VOLUMES", edit(over, VolumeGroup, "v2", type=None)) == []


@given(
    st.sampled_from([ORIGINAL, BIG]),
    st.sampled_from(list(PartitionSize)),
    st.integers(1, 40),
    st.integers(1, 4096),
)
def test_a_disk_of_many_partitions_takes_the_place_of_several(kind, size, count, gib):
    plan = edit_all(many(kind, disks=count, pp_size=size), Disk, size=gib)
    places = 32 if kind is ORIGINAL else 128
    partitions = gib * 1024 // int(size.value)
    each = next(n for n in range(partitions + 1) if n * 1016 >= partitions)
    assert bool(found("VG-LIMIT-PARTITIONS", plan)) == (each * count > places)


def test_partitions_of_scalable_groups():
    rule = "VG-LIMIT-PARTITIONS"
    most = MaximumPartitions.K_32
    fits = many(SCALABLE, disks=8, pp_size=PartitionSize.MIB_16, max_partitions=most)
    full = edit(edit_all(fits, Disk, size=4096), VolumeGroup, "v2", pp_size=PartitionSize.MIB_1024)
    assert said(rule, full) == []
    assert said(rule, edit(full, Disk, "x0", size=4097)) == [
        "vg_two has 32769 partitions of 1024 MiB and takes 32768"
    ]
    unlimited = edit(edit(full, Disk, "x0", size=4097), VolumeGroup, "v2", max_partitions=None)
    assert said(rule, unlimited) == []
    assert said(rule, edit(full, VolumeGroup, "v2", pp_size=None)) == []
    assert said(rule, edit_all(many(ORIGINAL, pp_size=PartitionSize.MIB_1), Disk, size=None)) == []


def test_settings_of_scalable_groups():
    rule = "VG-SCALABLE-ONLY"
    assert columns(rule, vg(type=ORIGINAL, mirror_pools=MirrorPools.YES)) == ["mirror_pools"]
    assert columns(rule, vg(type=ORIGINAL, mirror_pools=MirrorPools.NO)) == []
    assert columns(rule, vg(type=ORIGINAL, mirror_pools=None)) == []
    assert columns(rule, vg(type=None, max_volumes=MaximumVolumes.UP_TO_512)) == []


@given(st.integers(1, 3), st.integers(0, 120), st.integers(0, 120))
def test_space_is_what_the_disks_have(copies, size, other):
    second = LogicalVolume(key="l2", name="lv_two", volume_group="vg", size=other)
    plan = lv(SOUND.replace(second), copies=copies, size=size)
    assert bool(found("VG-SPACE", plan)) == (copies * size + other > 100)


def test_space_is_not_judged_while_sizes_are_open():
    assert said("VG-SPACE", lv(disk("d1", size=None), size=500)) == []
    assert said("VG-SPACE", lv(edit_all(SOUND, Disk, volume_group=""), size=500)) == []
    assert said("FS-SPACE", fs(size=5)) == []
    assert said("FS-SPACE", lv(size=5)) == []
    assert said("FS-SPACE", fs(lv(size=5), size=6, logical_volume="")) == []


def test_pools_of_logical_volumes():
    assert said("LV-POOL", lv(edit_all(SOUND, Disk, volume_group=""), first_pool="x")) == []
    assert said("LV-POOL", lv(first_pool=" pool1 ")) == []
    assert said("LV-POOL", lv(edit_all(SOUND, Disk, mirror_pool=""), first_pool="pool1")) != []
    both = lv(first_pool="pool1", second_pool="pool1")
    assert said("LV-POOL-COPIES", both) == ["lv_app puts two copies into one mirror pool"]
    assert said("LV-POOL-COPIES", lv(first_pool="pool1", second_pool="pool2", copies=1)) == [
        "lv_app has 1 copy and 2 mirror pools"
    ]
    assert said("LV-POOL-COPIES", lv(second_pool="pool1", copies=1)) == [
        "lv_app has 1 copy and 1 mirror pool"
    ]
    assert said("LV-POOL-COPIES", lv(first_pool="pool1", copies=1)) == []
    assert said("LV-POOL-COPIES", SOUND) == []


def test_volume_groups_without_an_answer():
    assert said("VG-AUTO-ON", vg(auto_on=None)) == []
    assert said("VG-NODES", vg(nodes=())) == []
    assert said("VG-NODES", edit(vg(nodes=("n1",)), ResourceGroup, "rg", nodes=("n1",))) == []
    assert columns("VG-CRITICAL-IDLE", vg(notify_method="/usr/local/ha/tell")) == ["notify_method"]
    assert said("VG-CRITICAL-IDLE", vg(notify_method="/usr/local/ha/tell", critical=True)) == []
    assert said("VG-CRITICAL-IDLE", SOUND) == []


def test_major_numbers_clash_only_where_groups_meet():
    other = VolumeGroup(key="v2", name="vg_two", major_number=101)
    told = ["vg_app and vg_two have the major number 101"]
    assert said("VG-MAJOR", SOUND.replace(other)) == told
    held = SOUND.replace(other, group("g2", nodes=("n2",), volume_groups=("v2",)))
    assert said("VG-MAJOR", held) == told
    apart = edit(held, ResourceGroup, "rg", nodes=("n1",))
    assert said("VG-MAJOR", apart) == []
    assert said("VG-MAJOR", edit(apart, VolumeGroup, "v2", nodes=("n1",))) == told
    third = VolumeGroup(key="v3", name="vg_three", major_number=101, nodes=("n2",))
    assert said("VG-MAJOR", apart.replace(third)) == [
        "vg_three and vg_two have the major number 101"
    ]
    assert said("VG-MAJOR", edit(held, VolumeGroup, "v2", major_number=102)) == []


def test_raw_disks_count_as_used_and_need_paths():
    assert said("DISK-IDLE", raw()) == []
    assert said("DISK-IDLE", edit(raw(), ResourceGroup, "rg", raw_disks=())) != []
    tie = edit(raw(), ResourceGroup, "rg", raw_disks=())
    tie = tie.replace(SplitMergePolicy(key="cluster", tie_breaker_disk="d9"))
    assert said("DISK-IDLE", tie) == []
    assert said("RG-RAW-REACH", raw().without(DiskPath, "n1d9", "n2d9")) == []


@pytest.mark.parametrize("kind", list(FileSystemType))
def test_kind_of_file_system_and_logical_volume(kind):
    enhanced = kind is FileSystemType.ENHANCED
    assert bool(found("FS-TYPE", fs(type=kind))) == (not enhanced)
    on_jfs = fs(lv(type=LogicalVolumeType.JFS), type=kind)
    assert bool(found("FS-TYPE", on_jfs)) == enhanced
    assert said("FS-TYPE", fs(lv(type=LogicalVolumeType.RAW), type=kind)) == []
    assert said("FS-TYPE", fs(type=kind, logical_volume="")) == []


def test_logs():
    assert said("FS-TYPE", fs(type=None)) == []
    size = fs(inline_log=False, inline_log_size=16)
    (finding,) = found("FS-LOG-BOTH", size)
    assert finding.severity is Severity.ADVICE
    assert finding.title == "/app has a size of the inline log and no such log"
    assert said("FS-LOG-BOTH", fs(inline_log_size=16)) == []
    assert said("FS-LOG-BOTH", fs(inline_log=True, inline_log_size=16)) == []
    assert said("FS-LOG-BOTH", fs(inline_log=False)) == []
    assert said("FS-LOG-NONE", fs()) == []
    assert said("FS-LOG-NONE", fs(logged(), inline_log=False)) == []
    assert said("FS-LOG-VOLUME", logged(group="v2")) == [
        "The log of /app is on lv_log in another volume group"
    ]
    assert said("FS-LOG-VOLUME", logged(group="")) == []
    assert said("FS-LOG-VOLUME", fs(logged(group="v2"), logical_volume="")) == []
    for kind in LogicalVolumeType:
        wrong = kind is not LogicalVolumeType.JFS2_LOG
        assert bool(found("FS-LOG-VOLUME", logged(kind))) == wrong


def test_disks_that_are_one():
    assert said("DISK-TWICE", edit_all(SOUND, Disk, pvid="")) == []
    luns = disk("d3", disk("d1", lun="0A "), lun="0a")
    assert said("DISK-TWICE", luns) == ["lun1 and lun3 are one LUN of ds1, 0A"]
    assert said("DISK-TWICE", disk("d2", disk("d1", lun="0A"), lun="0a")) == []
    assert said("DISK-TWICE", edit_all(luns, Disk, storage_unit="")) == []


def test_uses_of_disks():
    def told(plan: Plan) -> set[str]:
        rules = ("REPO-SHARED", "DISK-ROLE", "RG-RAW-DISK", "RG-RESOURCE-TWICE", "SPLIT-DISK-USED")
        return {rule for rule in rules if said(rule, plan)}

    assert told(disk("d3", volume_group="vg")) == {"REPO-SHARED"}
    assert told(disk("d3", role=DiskRole.TIE_BREAKER)) == {"DISK-ROLE"}
    assert told(disk("d1", role=DiskRole.TIE_BREAKER)) == {"DISK-ROLE"}
    assert told(raw().replace(group("g2", raw_disks=("d9",)))) == {"RG-RESOURCE-TWICE"}
    in_group = disk("d9", raw(), volume_group="vg", role=DiskRole.RAW)
    assert told(in_group) == {"RG-RAW-DISK"}
    repository = disk("d9", raw(), role=DiskRole.RAW).replace(RepositoryDisk(key="r9", disk="d9"))
    assert told(repository) == {"RG-RAW-DISK"}
    tie = SplitMergePolicy(
        key="cluster", split_policy=SplitPolicy.TIE_BREAKER, tie_breaker_disk="d9"
    )
    assert told(disk("d9", raw(), role=DiskRole.TIE_BREAKER).replace(tie)) == {"SPLIT-DISK-USED"}
    assert told(disk("d9", in_group, role=None).replace(tie)) == {"SPLIT-DISK-USED"}


@pytest.mark.parametrize(
    ("key", "role", "words"),
    [
        ("d1", DiskRole.DATA, ""),
        ("d1", DiskRole.RAW, "is used as data"),
        ("d1", DiskRole.REPOSITORY, "is used as data"),
        ("d3", DiskRole.REPOSITORY, ""),
        ("d3", DiskRole.BACKUP, "is used as repository"),
        ("d4", DiskRole.BACKUP, ""),
        ("d4", DiskRole.REPOSITORY, "is used as backup repository"),
        ("d9", DiskRole.RAW, ""),
        ("d9", DiskRole.DATA, "is used as raw disk of a group"),
    ],
)
def test_roles_of_disks(key, role, words):
    plan = disk(key, raw(), role=role)
    name = plan.title(Disk, key)
    expected = [f"{name} has the role {role.label} and {words}"] if words else []
    assert said("DISK-ROLE", plan) == expected


def test_roles_of_disks_that_nobody_uses():
    spare = SOUND.replace(Disk(key="d8", name="lun8", role=DiskRole.BACKUP))
    assert said("DISK-ROLE", spare) == [
        "lun8 has the role backup repository and is no repository disk"
    ]
    assert said("DISK-ROLE", spare.replace(ReplicatedPair(key="p", secondary="d8"))) == []
    for role in (None, DiskRole.DATA, DiskRole.TIE_BREAKER, DiskRole.RAW):
        assert said("DISK-ROLE", disk("d8", spare, role=role)) == []


def backups(*orders: tuple[str, int | None]) -> Plan:
    return SOUND.replace(
        *(
            RepositoryDisk(
                key=f"repo{number}", disk=f"x{number}", state=RepositoryState.BACKUP,
                site=site, backup_order=order,
            )
            for number, (site, order) in enumerate(orders, start=5)
        )
    )  # fmt: skip


def test_order_of_backup_repositories():
    assert said("REPO-ORDER", backups(("", 1), ("", 1))) == ["x5 and x6 are all backup number 1"]
    assert said("REPO-ORDER", backups(("", 1), ("", 2), ("", None), ("", None))) == []
    assert said("REPO-ORDER", backups(("s1", 1), ("s2", 1))) == []
    (active,) = found("REPO-ORDER", edit(SOUND, RepositoryDisk, "repo1", backup_order=1))
    assert active.severity is Severity.ADVICE


def test_sizes_of_repositories():
    assert said("REPO-SMALLER", disk("d4", size=None)) == []
    assert said("REPO-SMALLER", disk("d4", disk("d3", size=None), size=1)) == []
    smaller = disk("d4", size=49)
    assert said("REPO-SMALLER", edit(smaller, RepositoryDisk, "repo2", site="s2")) == []
    assert said("REPO-SMALLER", edit(smaller, RepositoryDisk, "repo2", disk="")) == []


def test_numbers_of_paths():
    assert said("DISK-PATH-COUNT", path(path_count=None)) == []
    assert said("DISK-PATH-COUNT", path(path_count=1, ports=())) == ["nodea to lun1 has 1 path"]
    assert said("DISK-PATH-COUNT", path(path_count=2, ports=())) == []
    three = path(path_count=2, ports=("n1c1p0", "n1c2p0", "n1c1p1"))
    assert said("DISK-PATH-COUNT", three) == ["nodea to lun1 has 2 paths over 3 ports"]


@pytest.mark.parametrize(
    ("service", "driver", "words"),
    [
        (DiskService.NPIV, PathDriver.VSCSI,
         "is virtual SCSI through a server that offers NPIV only"),
        (DiskService.VSCSI, PathDriver.AIX_PCM,
         "comes by virtual SCSI and is entered with another driver"),
        (DiskService.VSCSI, PathDriver.VSCSI, ""),
        (DiskService.NPIV, PathDriver.AIX_PCM, ""),
        (DiskService.BOTH, PathDriver.VSCSI, ""),
        (DiskService.BOTH, PathDriver.AIX_PCM, ""),
        (DiskService.VSCSI, None, ""),
        (DiskService.NPIV, None, ""),
    ],
)  # fmt: skip
def test_drivers_and_what_servers_offer(service, driver, words):
    expected = [f"nodea to lun1 {words}"] if words else []
    assert said("DISK-DRIVER-PORTS", served(service, driver)) == expected


def test_drivers_and_algorithms():
    assert said("DISK-DRIVER-PORTS", path(driver=PathDriver.AIX_PCM)) == []
    for algorithm in PathAlgorithm:
        plan = path(driver=PathDriver.VSCSI, algorithm=algorithm)
        wrong = algorithm is not PathAlgorithm.FAIL_OVER
        assert bool(found("DISK-ALGORITHM", plan)) == wrong
        assert said("DISK-ALGORITHM", path(driver=PathDriver.AIX_PCM, algorithm=algorithm)) == []
    assert said("DISK-ALGORITHM", path(driver=PathDriver.VSCSI)) == []
    old = path(edit_all(SOUND, DiskPath, driver=PathDriver.SDD), driver=PathDriver.SDDPCM)
    assert said("DISK-DRIVER-OLD", old) == ["8 paths use SDD and SDDPCM"]
    assert len(found("DISK-DRIVER-OLD", old)[0].places) == 9


def test_file_systems_beyond_their_volume():
    second = FileSystem(key="f2", mount_point="/two", logical_volume="lv", size=30)
    plan = fs(lv(SOUND.replace(second), size=20), size=19)
    assert said("FS-SPACE", plan) == ["/two has 30 GiB, lv_app 20"]
