"""A place that holds racks."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.markers import Count, Name, Text
from worksheets.plan.row import Row


class Site(Row, frozen=True):
    """A PowerHA site or a plain location.

    To the other site: `distance_km` along the cable, `latency` in microseconds there and back.
    """

    name: Name
    location: Text = ""
    contact: Text = ""
    priority: Annotated[int, Meta(ge=1, le=2)] | None = None
    distance_km: Count | None = None
    latency: Count | None = None
    routes: Text = ""
