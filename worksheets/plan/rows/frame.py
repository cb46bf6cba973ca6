"""A physical server (CEC) that holds partitions."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.markers import Name, Text, To, Unique
from worksheets.plan.row import Row


class Frame(Row, frozen=True):
    """A managed system. Without circuits of its own it hangs on those of its rack."""

    name: Name
    rack: Annotated[Text, To("rack")] = ""
    circuits: tuple[Annotated[str, To("power_circuit")], ...] = ()
    model: Text = ""
    serial: Annotated[Text, Unique()] = ""
    hmcs: tuple[Annotated[str, To("hmc")], ...] = ()
