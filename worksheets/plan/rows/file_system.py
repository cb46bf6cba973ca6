"""A file system on a logical volume."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.markers import FilePath, Text, To
from worksheets.plan.row import Row

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class FileSystem(Row, frozen=True):
    """A shared file system, named by its mount point."""

    mount_point: Annotated[FilePath, Meta(min_length=1)]
    logical_volume: Annotated[Text, To("logical_volume", owner=True)] = ""
    options: Text = ""

    def title(self, plan: Plan) -> str:
        return self.mount_point
