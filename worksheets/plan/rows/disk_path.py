"""How one node reaches one shared disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

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


class PathDriver(Choice):
    AIX_PCM = "aixpcm", "AIX PCM (MPIO)"
    SDDPCM = "sddpcm", "SDDPCM"
    SDD = "sdd", "SDD"
    POWERPATH = "powerpath", "PowerPath"
    HDLM = "hdlm", "HDLM"
    VSCSI = "vscsi", "virtual SCSI (MPIO)"


class PathAlgorithm(Choice):
    FAIL_OVER = "fail_over", "fail_over"
    ROUND_ROBIN = "round_robin", "round_robin"
    SHORTEST_QUEUE = "shortest_queue", "shortest_queue"
    LOAD_BALANCE = "load_balance", "load_balance"


class DiskPath(Row, frozen=True):
    """One row per node and disk.

    `ports`: Fibre Channel ports, of the node itself or of its Virtual I/O Servers; each is one
    path, and any one that works is enough. `path_count`: paths as the driver counts them, ports
    of the node times ports of the box.
    """

    node: Annotated[Text, To("node", owner=True)] = ""
    disk: Annotated[Text, To("disk", owner=True)] = ""
    hdisk: Text = ""
    ports: tuple[Annotated[str, To("port")], ...] = ()
    reserve_policy: ReservePolicy | None = None
    driver: PathDriver | None = None
    algorithm: PathAlgorithm | None = None
    path_count: Annotated[int, Meta(ge=1, le=256)] | None = None

    def title(self, plan: Plan) -> str:
        node = plan.title(Node, self.node) if self.node else "?"
        disk = plan.title(Disk, self.disk) if self.disk else "?"
        return f"{node} to {disk}"
