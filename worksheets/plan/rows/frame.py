"""A physical server (CEC) that holds partitions."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.markers import Count, Identifies, Identity, Name, Text, To, Unique
from worksheets.plan.row import Row


class Frame(Row, frozen=True):
    """A managed system. Without circuits of its own it hangs on those of its rack.

    Processors in cores, memory in GiB. Installed is what is built in, active what is licensed
    for use; the difference can be activated by Capacity on Demand.
    """

    name: Name
    rack: Annotated[Text, To("rack")] = ""
    rack_unit: Text = ""
    circuits: tuple[Annotated[str, To("power_circuit")], ...] = ()
    model: Text = ""
    serial: Annotated[Text, Unique(), Identifies(Identity.SERIAL)] = ""
    hmcs: tuple[Annotated[str, To("hmc")], ...] = ()
    firmware: Text = ""
    processors_installed: Count | None = None
    processors_active: Count | None = None
    memory_installed: Count | None = None
    memory_active: Count | None = None
    service_contract: Text = ""
