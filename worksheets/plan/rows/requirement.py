"""What the business asks of one service."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.markers import Count, LongText, Name, Percent, Text, To
from worksheets.plan.row import Row

MOST_COST = 1_000_000_000


class Requirement(Row, frozen=True):
    """One business service and how much of it may be lost.

    `outage`, `rto` and `rpo` in minutes, `planned_outage` in minutes a month. `longer_outage`:
    the chance, in percent per year, of an outage beyond `outage` that the business accepts.
    `capacity`: percent of the usual load that must be carried after a takeover.
    """

    name: Name
    purpose: LongText = ""
    users: Text = ""
    groups: tuple[Annotated[str, To("resource_group")], ...] = ()
    availability: Text = ""
    service_hours: Text = ""
    outage: Count | None = None
    longer_outage: Percent | None = None
    planned_outage: Count | None = None
    rto: Count | None = None
    rpo: Count | None = None
    capacity: Percent | None = None
    site_loss: bool | None = None
    cost: Annotated[int, Meta(ge=0, le=MOST_COST)] | None = None
    currency: Text = ""
    obligations: Text = ""
    decided_by: Text = ""
