"""A cable or line between two network devices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, Text, To
from worksheets.plan.row import Row
from worksheets.plan.rows.network_device import NetworkDevice

if TYPE_CHECKING:
    from worksheets.plan.plan import Plan


class Medium(Choice):
    COPPER = "copper", "copper"
    MULTIMODE = "multimode", "multimode fibre"
    SINGLEMODE = "singlemode", "singlemode fibre"
    LINE = "line", "leased line"


class DeviceLink(Row, frozen=True):
    """A step on the way to the users or between the sites. `length` in metres, `speed` in Gbit/s.

    Several links between the same two devices are told apart by the label of their cable.
    """

    from_device: Annotated[Text, To("network_device")] = ""
    from_port: Text = ""
    to_device: Annotated[Text, To("network_device")] = ""
    to_port: Text = ""
    cable: Text = ""
    medium: Medium | None = None
    length: Count | None = None
    speed: Annotated[int, Meta(ge=1, le=1000)] | None = None
    route: Text = ""
    carrier: Text = ""

    def title(self, plan: Plan) -> str:
        ends = (self.from_device, self.to_device)
        names = [plan.title(NetworkDevice, end) if end else "?" for end in ends]
        return f"{' to '.join(names)} ({self.cable or self.key})"
