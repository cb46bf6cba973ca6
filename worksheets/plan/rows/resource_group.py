"""A resource group: where it runs, what it holds."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Name, To
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


class ResourceGroup(Row, frozen=True):
    """`nodes` in order of priority, the home node first."""

    name: Name
    nodes: tuple[Annotated[str, To("node")], ...] = ()
    startup: Startup = Startup.OHN
    fallover: Fallover = Fallover.FNPN
    fallback: Fallback = Fallback.NFB
    site_policy: SitePolicy | None = None
    node_priority: NodePriority | None = None
    service_labels: tuple[Annotated[str, To("ip_label")], ...] = ()
    volume_groups: tuple[Annotated[str, To("volume_group")], ...] = ()
    controllers: tuple[Annotated[str, To("application_controller")], ...] = ()
