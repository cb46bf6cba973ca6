"""A Shared Ethernet Adapter on a Virtual I/O Server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.markers import Name, Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.virtual_io_server import VirtualIoServer

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class SharedEthernetAdapter(Row, frozen=True):
    """The bridge from virtual Ethernet to physical ports.

    `ports` carry the traffic together, `backup_port` takes over when they are gone. The trunk
    priority is 1 for the SEA that works first.
    """

    name: Name
    server: Annotated[Text, To("virtual_io_server", owner=True)] = ""
    ports: tuple[Annotated[str, To("port")], ...] = ()
    backup_port: Annotated[Text, To("port")] = ""
    trunk_priority: Annotated[int, Meta(ge=1, le=15)] | None = None
    vlans: Text = ""

    def title(self, plan: Plan) -> str:
        owner = plan.title(VirtualIoServer, self.server) if self.server else ""
        return f"{owner} {self.name}".strip()
