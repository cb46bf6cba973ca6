"""How one node reaches one shared disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.node import Node

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class ReservePolicy(Choice):
    NO_RESERVE = "no_reserve", "no_reserve"
    SINGLE_PATH = "single_path", "single_path"
    PR_EXCLUSIVE = "PR_exclusive", "PR_exclusive"
    PR_SHARED = "PR_shared", "PR_shared"


class DiskPath(Row, frozen=True):
    """One row per node and disk.

    `ports`: Fibre Channel ports, of the node itself or of its Virtual I/O Servers; each is one
    path, and any one that works is enough.
    """

    node: Annotated[Text, To("node", owner=True)] = ""
    disk: Annotated[Text, To("disk", owner=True)] = ""
    hdisk: Text = ""
    ports: tuple[Annotated[str, To("port")], ...] = ()
    reserve_policy: ReservePolicy | None = None

    def title(self, plan: Plan) -> str:
        node = plan.title(Node, self.node) if self.node else "?"
        disk = plan.title(Disk, self.disk) if self.disk else "?"
        return f"{node} to {disk}"
