"""Storage."""

from __future__ import annotations

from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import VolumeGroup

ROWS = (
    StorageUnit(key="box", name="ds8k_1"),
    Disk(key="d1", name="data01"),
    Disk(key="rep", name="repos01"),
    VolumeGroup(key="vg", name="oravg"),
    LogicalVolume(key="lv", name="oradatalv"),
)
CLMGR = """
    REPOSITORIES volume_group NODES PHYSICAL_VOLUMES MAJOR_NUMBER QUORUM_NEEDED
    STRICT_MIRROR_POOLS CRITICAL mirror_pool logical_volume VOLUME_GROUP LPART_COPIES
    LPARTS_ON_SEPARATE_PVS file_system LOGICAL_VOLUME OPTIONS
"""
