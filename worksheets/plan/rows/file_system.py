"""A file system on a logical volume."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, FilePath, Text, To
from worksheets.plan.row import Row

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class FileSystemType(Choice):
    ENHANCED = "enhanced", "enhanced (JFS2)"
    STANDARD = "standard", "standard (JFS)"
    COMPRESSED = "compressed", "compressed (JFS)"
    LARGE = "large", "large file (JFS)"


class BlockSize(Choice):
    """Size of a block, or of a JFS fragment, in bytes."""

    BYTES_512 = "512", "512 bytes"
    BYTES_1024 = "1024", "1024 bytes"
    BYTES_2048 = "2048", "2048 bytes"
    BYTES_4096 = "4096", "4096 bytes"


class MountPermission(Choice):
    READ_WRITE = "rw", "read-write"
    READ_ONLY = "ro", "read-only"


class AttributeFormat(Choice):
    V1 = "v1", "v1"
    V2 = "v2", "v2"


class Quota(Choice):
    NO = "no", "none"
    ALL = "all", "users and groups"
    USER = "user", "users"
    GROUP = "group", "groups"


class BytesPerInode(Choice):
    BYTES_512 = "512", "512"
    BYTES_1024 = "1024", "1024"
    BYTES_2048 = "2048", "2048"
    BYTES_4096 = "4096", "4096"
    BYTES_8192 = "8192", "8192"
    BYTES_16384 = "16384", "16384"
    BYTES_32768 = "32768", "32768"
    BYTES_65536 = "65536", "65536"
    BYTES_131072 = "131072", "131072"


class AllocationGroup(Choice):
    MIB_8 = "8", "8 MiB"
    MIB_16 = "16", "16 MiB"
    MIB_32 = "32", "32 MiB"
    MIB_64 = "64", "64 MiB"


class FileSystem(Row, frozen=True):
    """A shared file system, named by its mount point; size in GiB.

    Its log is inline, of a size in MiB, or on `log_volume`. The last three belong to JFS.
    """

    mount_point: Annotated[FilePath, Meta(min_length=1)]
    logical_volume: Annotated[Text, To("logical_volume", owner=True)] = ""
    options: Text = ""
    type: FileSystemType | None = None
    size: Count | None = None
    permissions: MountPermission | None = None
    block_size: BlockSize | None = None
    inline_log: bool | None = None
    inline_log_size: Annotated[int, Meta(ge=1, le=2047)] | None = None
    log_volume: Annotated[Text, To("logical_volume")] = ""
    attribute_format: AttributeFormat | None = None
    quota: Quota | None = None
    efs: bool | None = None
    accounting: bool | None = None
    fragment_size: BlockSize | None = None
    bytes_per_inode: BytesPerInode | None = None
    allocation_group: AllocationGroup | None = None

    def title(self, plan: Plan) -> str:
        return self.mount_point
