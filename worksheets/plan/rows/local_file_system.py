"""A logical volume of a local volume group, with its file system."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.markers import Count, FilePath, Name, Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class LocalFileSystem(Row, frozen=True):
    """`name` of the logical volume; `mount_point` empty for paging and dump space. Size in GiB."""

    name: Name
    local_volume_group: Annotated[Text, To("local_volume_group", owner=True)] = ""
    copies: Annotated[int, Meta(ge=1, le=3)] = 1
    separate_disks: bool | None = None
    mount_point: FilePath = ""
    size: Count | None = None

    def title(self, plan: Plan) -> str:
        key = self.local_volume_group
        return f"{plan.title(LocalVolumeGroup, key) if key else ''} {self.name}".strip()
