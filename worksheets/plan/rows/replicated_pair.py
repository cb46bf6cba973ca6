"""Two disks, one at each site, of which the second is the copy of the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from worksheets.plan.markers import Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.replication import Replication

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class ReplicatedPair(Row, frozen=True):
    """`primary` and `secondary` as they are on a normal day."""

    replication: Annotated[Text, To("replication", owner=True)] = ""
    primary: Annotated[Text, To("disk")] = ""
    secondary: Annotated[Text, To("disk")] = ""
    relationship: Text = ""

    def title(self, plan: Plan) -> str:
        if not self.primary and not self.secondary:
            return self.key
        name = plan.title(Replication, self.replication) if self.replication else "?"
        first = plan.title(Disk, self.primary) if self.primary else "?"
        second = plan.title(Disk, self.secondary) if self.secondary else "?"
        return f"{name}: {first} to {second}"
