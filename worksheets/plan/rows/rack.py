"""A rack and the circuits that reach it."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.markers import Name, Text, To
from worksheets.plan.row import Row


class Rack(Row, frozen=True):
    """A cabinet. `fire_section`: what burns or floods together."""

    name: Name
    site: Annotated[Text, To("site")] = ""
    place: Text = ""
    fire_section: Text = ""
    circuits: tuple[Annotated[str, To("power_circuit")], ...] = ()
