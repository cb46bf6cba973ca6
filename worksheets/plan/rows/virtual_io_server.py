"""A Virtual I/O Server partition."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.markers import Name, Text, To
from worksheets.plan.row import Row


class VirtualIoServer(Row, frozen=True):
    name: Name
    frame: Annotated[Text, To("frame", owner=True)] = ""
    level: Text = ""
