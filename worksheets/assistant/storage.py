"""Shared disks, the mirrored volume group, the repository, and the paths of both nodes."""

from __future__ import annotations

from worksheets.assistant.answers import Answers
from worksheets.assistant.assumptions import assumed
from worksheets.plan.row import Row
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath, ReservePolicy
from worksheets.plan.rows.logical_volume import LogicalVolume, SeparateDisks
from worksheets.plan.rows.repository_disk import RepositoryDisk, RepositoryState
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup, VolumeGroupType
from worksheets.rules.limits import LVM_NAME_LENGTH


def storage(answers: Answers) -> list[Row]:
    """Keys: vg, lv, disks data1 data2 repository1 repository2 (the number is the storage unit)."""
    rows: list[Row] = [
        VolumeGroup(
            key="vg",
            name=answers.volume_group or _lvm("vg", answers.word),
            type=VolumeGroupType.SCALABLE,
            concurrent=True,
            quorum=False,
            mirror_pools=MirrorPools.SUPER,
            rationale=assumed(
                "Enhanced concurrent, mirrored over two storage units with a mirror pool on each, "
                "and without quorum, so that either unit is enough."
            ),
        ),
        LogicalVolume(
            key="lv",
            name=_lvm("lv", answers.word),
            volume_group="vg",
            copies=2,
            separate_disks=SeparateDisks.YES,
            rationale=assumed("One logical volume stands for the data, with two copies."),
        ),
    ]
    for key, name, pvid in (
        ("data", f"{answers.word}_data", answers.data_pvid),
        ("repository", "repos", answers.repository_pvid),
    ):
        for unit in (1, 2):
            rows += _disk(f"{key}{unit}", f"{name}{unit}", unit, pvid if unit == 1 else "")
    rows += [
        RepositoryDisk(key="active", disk="repository1"),
        RepositoryDisk(
            key="backup",
            disk="repository2",
            state=RepositoryState.BACKUP,
            rationale=assumed("A disk on the other storage unit stands by for the repository."),
        ),
    ]
    return rows


def _lvm(kind: str, word: str) -> str:
    return f"{kind}_{word}"[:LVM_NAME_LENGTH].rstrip("_")


def _disk(key: str, name: str, unit: int, pvid: str) -> list[Row]:
    """A disk with its paths: one over each fabric for each node."""
    is_data = key.startswith("data")
    where = f"The disk lies on storage {unit}."
    rows: list[Row] = [
        Disk(
            key=key,
            name=name,
            storage_unit=f"u{unit}",
            pvid=pvid,
            volume_group="vg" if is_data else "",
            mirror_pool=f"pool{unit}" if is_data else "",
            rationale=assumed(where if unit == 1 else f"There is such a second disk. {where}"),
        )
    ]
    rows += [
        DiskPath(
            key=f"{node}{key}",
            node=node,
            disk=key,
            ports=(f"{node}c1p0", f"{node}c2p0"),
            reserve_policy=ReservePolicy.NO_RESERVE,
            rationale=assumed("The disk is reached over both Fibre Channel cards."),
        )
        for node in ("n1", "n2")
    ]
    return rows
