"""A tape drive that a resource group takes along."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.markers import FilePath, Identifies, Identity, Name, Text, To
from worksheets.plan.row import Row


class TapeDrive(Row, frozen=True):
    """A drive that several nodes reach, one of them at a time.

    `ports`: Fibre Channel ports of all nodes that reach it. `synchronous`: whether PowerHA waits
    for the script.
    """

    name: Name
    model: Text = ""
    wwn: Annotated[Text, Identifies(Identity.SERIAL)] = ""
    ports: tuple[Annotated[str, To("port")], ...] = ()
    device_names: Text = ""
    start_script: FilePath = ""
    start_synchronous: bool | None = None
    stop_script: FilePath = ""
    stop_synchronous: bool | None = None
