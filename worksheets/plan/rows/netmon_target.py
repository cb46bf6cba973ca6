"""One line of a node's netmon.cf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from worksheets.plan.markers import Identifies, Identity, Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.node import Node

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class NetmonTarget(Row, frozen=True):
    """`!REQD interface target`: while the target answers, the interface counts as up.

    `device`: what answers there. `tested`: seen to answer from that interface.
    """

    node: Annotated[Text, To("node", owner=True)] = ""
    interface: Annotated[Text, To("interface")] = ""
    device: Text = ""
    tested: bool | None = None
    target: Annotated[Text, Identifies(Identity.ADDRESS)] = ""

    def title(self, plan: Plan) -> str:
        where = plan.title(Node, self.node) if self.node else "any node"
        return f"{where} -> {self.target or self.key}"
