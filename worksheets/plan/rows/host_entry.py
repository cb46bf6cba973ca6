"""A line of /etc/hosts beyond the cluster's own labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from worksheets.plan.markers import Address, HostNames, Text, To
from worksheets.plan.row import Row

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class HostEntry(Row, frozen=True):
    """`names`: the canonical name, then the aliases. Without nodes it is for every node."""

    address: Address = ""
    names: HostNames = ""
    nodes: tuple[Annotated[str, To("node")], ...] = ()
    reason: Text = ""

    def title(self, plan: Plan) -> str:
        name = next(iter(self.names.split()), "")
        return f"{self.address} {name}".strip() or self.key
