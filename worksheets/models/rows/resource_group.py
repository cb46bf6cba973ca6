from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.resource_group import (
    Fallback,
    Fallover,
    NodePriority,
    SitePolicy,
    Startup,
)


class ResourceGroup(WorksheetRow):
    name = columns.name()
    nodes = columns.references("Node")
    startup = columns.choice(Startup, Startup.OHN)
    fallover = columns.choice(Fallover, Fallover.FNPN)
    fallback = columns.choice(Fallback, Fallback.NFB)
    site_policy = columns.choice(SitePolicy)
    node_priority = columns.choice(NodePriority)
    service_labels = columns.references("IpLabel")
    volume_groups = columns.references("VolumeGroup")
    controllers = columns.references("ApplicationController")
