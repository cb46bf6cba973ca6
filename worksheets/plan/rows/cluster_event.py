"""A predefined event of PowerHA that does more, or something else, in this cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.event_names import event_name
from worksheets.plan.markers import Count, FilePath, Format, To, Unique
from worksheets.plan.row import Row

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class ClusterEvent(Row, frozen=True):
    """`event_command`: the script run in place of PowerHA's own; empty keeps that.

    Pre- and post-events run in the order given. `recovery_counter`: how often the recovery
    command is tried. `time_until_warning` in seconds.
    """

    event: Annotated[
        str,
        Meta(min_length=1, max_length=64),
        Format("the name of a predefined event such as node_down_complete", event_name),
        Unique(),
    ]
    event_command: FilePath = ""
    notify_command: FilePath = ""
    pre_events: tuple[Annotated[str, To("custom_event")], ...] = ()
    post_events: tuple[Annotated[str, To("custom_event")], ...] = ()
    recovery_command: FilePath = ""
    recovery_counter: Count | None = None
    time_until_warning: Count | None = None

    def title(self, plan: Plan) -> str:
        return self.event
