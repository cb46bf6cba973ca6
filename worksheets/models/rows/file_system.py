from __future__ import annotations

from django.db import models

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.file_system import (
    AllocationGroup,
    AttributeFormat,
    BlockSize,
    BytesPerInode,
    FileSystemType,
    MountPermission,
    Quota,
)


class FileSystem(WorksheetRow):
    mount_point = models.CharField(max_length=256)
    logical_volume = columns.reference("LogicalVolume")
    options = columns.text()
    type = columns.choice(FileSystemType)
    size = columns.number()
    permissions = columns.choice(MountPermission)
    block_size = columns.choice(BlockSize)
    inline_log = columns.flag()
    inline_log_size = columns.number(1, 2047)
    log_volume = columns.reference("LogicalVolume")
    attribute_format = columns.choice(AttributeFormat)
    quota = columns.choice(Quota)
    efs = columns.flag()
    accounting = columns.flag()
    fragment_size = columns.choice(BlockSize)
    bytes_per_inode = columns.choice(BytesPerInode)
    allocation_group = columns.choice(AllocationGroup)
