"""A file system or directory that a resource group exports by NFS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import FilePath, Text, To
from worksheets.plan.row import Row

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class NfsVersion(Choice):
    V3 = "v3", "NFS 2 and 3"
    V4 = "v4", "NFS 4"
    BOTH = "both", "NFS 2, 3 and 4"


class NfsExport(Row, frozen=True):
    """One exported path. Lists of hosts as /etc/exports has them, separated by colons.

    `auto_stable_storage`: PowerHA chooses where NFS 4 keeps its state; otherwise
    `stable_storage` says so.
    """

    path: Annotated[FilePath, Meta(min_length=1)]
    resource_group: Annotated[Text, To("resource_group", owner=True)] = ""
    file_system: Annotated[Text, To("file_system")] = ""
    nfs_version: NfsVersion | None = None
    read_write_hosts: Text = ""
    read_only_hosts: Text = ""
    root_hosts: Text = ""
    options: Text = ""
    domain: Text = ""
    auto_stable_storage: bool | None = None
    stable_storage: FilePath = ""

    def title(self, plan: Plan) -> str:
        return self.path
