from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.resource_group import (
    Fallback,
    Fallover,
    FileSystemCheck,
    FileSystemRecovery,
    NodePriority,
    Processing,
    SitePolicy,
    Startup,
)


class ResourceGroup(WorksheetRow):
    name = columns.name()
    nodes = columns.references("Node")
    startup = columns.choice(Startup, Startup.OHN)
    fallover = columns.choice(Fallover, Fallover.FNPN)
    fallback = columns.choice(Fallback, Fallback.NFB)
    fallback_timer = columns.reference("FallbackTimer")
    site_policy = columns.choice(SitePolicy)
    node_priority = columns.choice(NodePriority)
    node_priority_script = columns.text(256)
    node_priority_timeout = columns.number(0, 3600)
    processing = columns.choice(Processing, Processing.PARALLEL)
    acquisition_place = columns.number(1, 256)
    release_place = columns.number(1, 256)
    service_labels = columns.references("IpLabel")
    volume_groups = columns.references("VolumeGroup")
    concurrent_use = columns.flag()
    forced_varyon = columns.flag()
    auto_import = columns.flag()
    raw_disks = columns.references("Disk")
    file_systems = columns.references("FileSystem")
    file_system_check = columns.choice(FileSystemCheck)
    file_system_recovery = columns.choice(FileSystemRecovery)
    mount_before_address = columns.flag()
    tapes = columns.references("TapeDrive")
    replications = columns.references("Replication")
    controllers = columns.references("ApplicationController")
    user_defined_resources = columns.references("UserDefinedResource")
    misc_data = columns.text()
