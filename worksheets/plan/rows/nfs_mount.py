"""An exported path that the nodes of its resource group mount themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.markers import FilePath, Text, To
from worksheets.plan.row import Row

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class NfsMount(Row, frozen=True):
    """A cross-mount: every node of the group mounts `export` at `mount_point`."""

    mount_point: Annotated[FilePath, Meta(min_length=1)]
    resource_group: Annotated[Text, To("resource_group", owner=True)] = ""
    export: Annotated[Text, To("nfs_export")] = ""
    network: Annotated[Text, To("network")] = ""
    options: Text = ""

    def title(self, plan: Plan) -> str:
        return self.mount_point
