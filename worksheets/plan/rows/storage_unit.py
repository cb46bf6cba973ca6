"""A disk subsystem."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.markers import Identifies, Identity, Name, Text, To
from worksheets.plan.row import Row


class StorageUnit(Row, frozen=True):
    name: Name
    rack: Annotated[Text, To("rack")] = ""
    circuits: tuple[Annotated[str, To("power_circuit")], ...] = ()
    model: Text = ""
    serial: Annotated[Text, Identifies(Identity.SERIAL)] = ""
    firmware: Text = ""
    management: Text = ""
