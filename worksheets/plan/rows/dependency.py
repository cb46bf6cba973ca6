"""A dependency between resource groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.resource_group import ResourceGroup

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class DependencyKind(Choice):
    PARENT_CHILD = "parent_child", "parent / child"
    START_AFTER = "start_after", "start after"
    STOP_AFTER = "stop_after", "stop after"
    SAME_NODE = "same_node", "online on same node"
    DIFFERENT_NODES = "different_nodes", "online on different nodes"
    SAME_SITE = "same_site", "online on same site"

    @property
    def has_leader(self) -> bool:
        return self in (
            DependencyKind.PARENT_CHILD,
            DependencyKind.START_AFTER,
            DependencyKind.STOP_AFTER,
        )


class LocationPriority(Choice):
    HIGH = "high", "high"
    INTERMEDIATE = "intermediate", "intermediate"
    LOW = "low", "low"


class Dependency(Row, frozen=True):
    """`leader`: the parent, or the group that starts or stops first; empty for locations.

    `groups`: the children, the followers, or the members of the set. `priority` belongs to
    "online on different nodes", where each priority of the set is a row.
    """

    kind: DependencyKind = DependencyKind.PARENT_CHILD
    leader: Annotated[Text, To("resource_group")] = ""
    groups: tuple[Annotated[str, To("resource_group")], ...] = ()
    priority: LocationPriority | None = None

    def title(self, plan: Plan) -> str:
        names = ", ".join(plan.title(ResourceGroup, key) for key in self.groups)
        first = f"{plan.title(ResourceGroup, self.leader)}: " if self.leader else ""
        priority = f" ({self.priority.label})" if self.priority else ""
        return f"{self.kind.label}{priority}: {first}{names or self.key}"
