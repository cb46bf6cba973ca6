"""A volume group of one node, which no other node ever varies on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from worksheets.plan.markers import Count, Name, Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.node import Node

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class LocalVolumeGroup(Row, frozen=True):
    """rootvg, and others that stay with their node; size in GiB."""

    name: Name
    node: Annotated[Text, To("node", owner=True)] = ""
    disks: Text = ""
    mirrored: bool | None = None
    size: Count | None = None
    purpose: Text = ""

    def title(self, plan: Plan) -> str:
        return f"{plan.title(Node, self.node) if self.node else ''} {self.name}".strip()
