"""A Shared Ethernet Adapter on a Virtual I/O Server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Name, Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.interface import ChannelMode
from worksheets.plan.rows.virtual_io_server import VirtualIoServer

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class HaMode(Choice):
    AUTO = "auto", "auto (failover)"
    SHARING = "sharing", "sharing (load sharing)"
    STANDBY = "standby", "standby (forced)"
    DISABLED = "disabled", "disabled (no failover)"


class SharedEthernetAdapter(Row, frozen=True):
    """The bridge from virtual Ethernet to physical ports.

    `ports` carry the traffic together, `backup_port` takes over when they are gone. The trunk
    priority is 1 for the SEA that works first. `mode` is that of the EtherChannel under it.
    `default_vlan` (PVID) is where untagged frames go.
    """

    name: Name
    server: Annotated[Text, To("virtual_io_server", owner=True)] = ""
    ports: tuple[Annotated[str, To("port")], ...] = ()
    backup_port: Annotated[Text, To("port")] = ""
    mode: ChannelMode | None = None
    trunks: Text = ""
    virtual_switch: Text = ""
    ha_mode: HaMode | None = None
    trunk_priority: Annotated[int, Meta(ge=1, le=15)] | None = None
    default_vlan: Annotated[int, Meta(ge=1, le=4094)] | None = None
    vlans: Text = ""
    control_channel: Text = ""

    def title(self, plan: Plan) -> str:
        owner = plan.title(VirtualIoServer, self.server) if self.server else ""
        return f"{owner} {self.name}".strip()
