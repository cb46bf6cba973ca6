"""A power circuit that feeds racks, frames, storage or network devices."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.markers import Name, Text, To
from worksheets.plan.row import Row


class PowerCircuit(Row, frozen=True):
    """One circuit from the distribution board. `ups`: an uninterruptible supply carries it on."""

    name: Name
    site: Annotated[Text, To("site")] = ""
    feed: Text = ""
    ups: bool | None = None
