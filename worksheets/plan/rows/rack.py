"""A rack and the circuits that reach it."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.markers import Name, Text, To
from worksheets.plan.row import Row


class Rack(Row, frozen=True):
    name: Name
    site: Annotated[Text, To("site")] = ""
    circuits: tuple[Annotated[str, To("power_circuit")], ...] = ()
