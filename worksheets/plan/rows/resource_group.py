"""A resource group: where it runs, what it holds."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import FilePath, Name, Text, To
from worksheets.plan.row import Row


class Startup(Choice):
    OHN = "OHN", "Online On Home Node Only"
    OFAN = "OFAN", "Online On First Available Node"
    OUDP = "OUDP", "Online Using Node Distribution Policy"
    OAAN = "OAAN", "Online On All Available Nodes"


class Fallover(Choice):
    FNPN = "FNPN", "Fallover To Next Priority Node In The List"
    FUDNP = "FUDNP", "Fallover Using Dynamic Node Priority"
    BO = "BO", "Bring Offline (On Error Node Only)"


class Fallback(Choice):
    FBHPN = "FBHPN", "Fallback To Higher Priority Node In The List"
    NFB = "NFB", "Never Fallback"


class SitePolicy(Choice):
    IGNORE = "ignore", "Ignore"
    PRIMARY = "primary", "Prefer Primary Site"
    EITHER = "either", "Online On Either Site"
    BOTH = "both", "Online On Both Sites"


class NodePriority(Choice):
    DEFAULT = "default", "next node in the list"
    MEMORY = "mem", "most free memory"
    CPU = "cpu", "most free processor time"
    DISK = "disk", "least busy disks"
    LEAST = "least", "lowest value of the script"
    MOST = "most", "highest value of the script"


class Processing(Choice):
    PARALLEL = "parallel", "in parallel"
    SERIAL = "serial", "one after the other"


class FileSystemCheck(Choice):
    FSCK = "fsck", "fsck"
    LOGREDO = "logredo", "logredo"


class FileSystemRecovery(Choice):
    PARALLEL = "parallel", "parallel"
    SEQUENTIAL = "sequential", "sequential"


class ResourceGroup(Row, frozen=True):
    """`nodes` in order of priority, the home node first; with sites, those of one site together.

    `node_priority_timeout` in seconds. `acquisition_place` and `release_place`: place in the
    cluster's serial lists, 1 first; empty means in parallel with the others. `file_systems`:
    empty for all of the volume groups. `raw_disks`: disks used without a volume group.
    """

    name: Name
    nodes: tuple[Annotated[str, To("node")], ...] = ()
    startup: Startup = Startup.OHN
    fallover: Fallover = Fallover.FNPN
    fallback: Fallback = Fallback.NFB
    fallback_timer: Annotated[Text, To("fallback_timer")] = ""
    site_policy: SitePolicy | None = None
    node_priority: NodePriority | None = None
    node_priority_script: FilePath = ""
    node_priority_timeout: Annotated[int, Meta(ge=0, le=3600)] | None = None
    processing: Processing = Processing.PARALLEL
    acquisition_place: Annotated[int, Meta(ge=1, le=256)] | None = None
    release_place: Annotated[int, Meta(ge=1, le=256)] | None = None
    service_labels: tuple[Annotated[str, To("ip_label")], ...] = ()
    volume_groups: tuple[Annotated[str, To("volume_group")], ...] = ()
    concurrent_use: bool | None = None
    forced_varyon: bool | None = None
    auto_import: bool | None = None
    raw_disks: tuple[Annotated[str, To("disk")], ...] = ()
    file_systems: tuple[Annotated[str, To("file_system")], ...] = ()
    file_system_check: FileSystemCheck | None = None
    file_system_recovery: FileSystemRecovery | None = None
    mount_before_address: bool | None = None
    tapes: tuple[Annotated[str, To("tape_drive")], ...] = ()
    replications: tuple[Annotated[str, To("replication")], ...] = ()
    controllers: tuple[Annotated[str, To("application_controller")], ...] = ()
    user_defined_resources: tuple[Annotated[str, To("user_defined_resource")], ...] = ()
    misc_data: Text = ""
