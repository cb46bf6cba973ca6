"""A message that PowerHA sends to people when an event happens."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.event_names import event_names
from worksheets.plan.markers import Count, FilePath, Format, LongText, Name, Text, To
from worksheets.plan.row import Row


class NotificationKind(Choice):
    EMAIL = "email", "e-mail"
    SMS = "sms", "SMS"
    TEXT_PAGE = "text", "text page"
    NUMERIC_PAGE = "numeric", "numeric page"


class RemoteNotification(Row, frozen=True):
    """`contacts`: addresses, or the number dialed. `events`: names with commas between them.

    `nodes`: those that can send it. `timeout` in seconds.
    """

    name: Name
    kind: NotificationKind | None = None
    contacts: Text = ""
    people: tuple[Annotated[str, To("administrator")], ...] = ()
    events: Annotated[
        str,
        Meta(max_length=1000),
        Format("names of predefined events such as node_down_complete, rg_offline", event_names),
    ] = ""
    message_file: FilePath = ""
    message: LongText = ""
    nodes: tuple[Annotated[str, To("node")], ...] = ()
    retry_count: Count | None = None
    timeout: Count | None = None
