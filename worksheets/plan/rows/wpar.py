"""A workload partition in which a resource group runs."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import FilePath, Name, Text, To
from worksheets.plan.row import Row


class WparType(Choice):
    SYSTEM = "system", "system"
    VERSIONED = "versioned", "versioned system"


class WparStorage(Choice):
    LOCAL = "local", "local file systems"
    NFS = "nfs", "NFS"


class Wpar(Row, frozen=True):
    """`name` equals the name of `resource_group`. `nodes`: where the partition is defined.

    `shared_usr`: it uses /usr and /opt of the global environment. `script_directory`: as seen
    inside the partition.
    """

    name: Name
    resource_group: Annotated[Text, To("resource_group")] = ""
    nodes: tuple[Annotated[str, To("node")], ...] = ()
    type: WparType | None = None
    shared_usr: bool | None = None
    aix_level: Text = ""
    storage: WparStorage | None = None
    nfs_server: Text = ""
    nfs_network: Annotated[Text, To("network")] = ""
    script_directory: FilePath = ""
    same_path_outside: bool | None = None
    reachable_from_global: bool | None = None
    smart_assist: bool | None = None
