"""Storage."""

from __future__ import annotations

from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.nfs_export import NfsExport
from worksheets.plan.rows.replication import Replication
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.tape_drive import TapeDrive
from worksheets.plan.rows.volume_group import VolumeGroup

ROWS = (
    StorageUnit(key="box", name="ds8k_1"),
    StorageUnit(key="box-south", name="ds8k_2"),
    Disk(key="d1", name="data01"),
    Disk(key="d1-south", name="data01_s"),
    Disk(key="rep", name="repos01"),
    VolumeGroup(key="vg", name="oravg"),
    LogicalVolume(key="lv", name="oradatalv"),
    LogicalVolume(key="log", name="oraloglv"),
    FileSystem(key="fs", mount_point="/oracle/PRD/data", logical_volume="lv"),
    LocalVolumeGroup(key="rootvg", name="rootvg", node="n1"),
    NfsExport(key="export", path="/oracle/PRD/data", file_system="fs"),
    Replication(key="mirror", name="mm_ora"),
    TapeDrive(key="rmt0", name="rmt0"),
    Network(key="xd", name="net_xd_01", kind=NetworkKind.XD_DATA),
)
CLMGR = """
    REPOSITORIES storage_agent storage_system tape volume_group NODES PHYSICAL_VOLUMES PPART_SIZE
    MAJOR_NUMBER ACTIVATE_ON_RESTART QUORUM_NEEDED LTG_SIZE MIGRATE_FAILED_DISKS
    MAX_PHYSICAL_PARTITIONS MAX_LOGICAL_VOLUMES STRICT_MIRROR_POOLS CRITICAL LVM_PREFERRED_READ
    ENABLE_LV_ENCRYPTION mirror_pool ASYNC_CACHE_LV ASYNC_CACHE_HW_MARK mirror_group
    logical_volume VOLUME_GROUP POSITION PV_RANGE LPART_COPIES LABEL MAX_LPARTS WRITE_CONSISTENCY
    LPARTS_ON_SEPARATE_PVS RELOCATE BAD_BLOCK_RELOCATION VERIFY_WRITES SERIALIZE_IO
    SCHEDULING_POLICY STRIPE_SIZE FIRST_BLOCK_AVAILABLE FIRST_COPY_MIRROR_POOL
    SECOND_COPY_MIRROR_POOL THIRD_COPY_MIRROR_POOL ALLOCATION_MAP GROUP PERMISSIONS AUTH_METHOD
    file_system LOGICAL_VOLUME SIZE_PER_UNIT BLOCK_SIZE OPTIONS DISK_ACCOUNTING LV_FOR_LOG
    INLINE_LOG_SIZE EXT_ATTR_FORMAT QUOTA EFS FRAGMENT_SIZE BYTES_PER_INODE ALLOC_GROUP_SIZE
    EXPORT_FILESYSTEM EXPORT_FILESYSTEM_V4 STABLE_STORAGE_PATH MOUNT_FILESYSTEM NFS_NETWORK
"""
