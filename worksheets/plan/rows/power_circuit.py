"""A power circuit that feeds racks, frames, storage or network devices."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.markers import Count, Name, Percent, Text, To
from worksheets.plan.row import Row


class PowerCircuit(Row, frozen=True):
    """One circuit from the distribution board. `ups`: an uninterruptible supply carries it on.

    `ups_minutes`: for how long at full load. `load`: percent of the breaker's rating, at peak,
    when the circuit carries alone what it shares with another.
    """

    name: Name
    site: Annotated[Text, To("site")] = ""
    feed: Text = ""
    breaker: Text = ""
    load: Percent | None = None
    ups: bool | None = None
    ups_minutes: Count | None = None
    generator: bool | None = None
