"""A Hardware Management Console."""

from __future__ import annotations

from worksheets.plan.markers import Name, Text
from worksheets.plan.row import Row


class Hmc(Row, frozen=True):
    """A console that manages frames. `address`: how one reaches it."""

    name: Name
    address: Text = ""
