"""A place that holds racks."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.markers import Count, Name, Text
from worksheets.plan.row import Row


class Site(Row, frozen=True):
    """A PowerHA site or a plain location. `distance_km`: to the other site, in kilometres."""

    name: Name
    location: Text = ""
    priority: Annotated[int, Meta(ge=1, le=2)] | None = None
    distance_km: Count | None = None
