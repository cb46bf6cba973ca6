"""The level of one software product on one node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.node import Node

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class InstallState(Choice):
    APPLIED = "applied", "applied"
    COMMITTED = "committed", "committed"
    PARTLY = "partly", "partly committed"
    NOT_LPP = "other", "not installed as fileset"


class InstallMethod(Choice):
    INSTALLP = "installp", "installp or smitty"
    NIM = "nim", "NIM"
    ALTERNATE_DISK = "alt_disk", "alternate disk copy"
    MULTIBOS = "multibos", "multibos"
    RPM = "rpm", "rpm or dnf"
    FIRMWARE = "firmware", "firmware update"
    VENDOR = "vendor", "vendor's installer"


class SoftwareLevel(Row, frozen=True):
    """A product on a node: what is there, or will be when the cluster is built.

    `checked`: the combination with the other levels and the application is known to be supported;
    `evidence` says by whom or where that stands.
    """

    node: Annotated[Text, To("node", owner=True)] = ""
    product: Text = ""
    level: Text = ""
    fixes: Text = ""
    state: InstallState | None = None
    method: InstallMethod | None = None
    source: Text = ""
    checked: bool | None = None
    evidence: Text = ""

    def title(self, plan: Plan) -> str:
        node = plan.title(Node, self.node) if self.node else "any node"
        return f"{node}: {self.product or self.key}"
