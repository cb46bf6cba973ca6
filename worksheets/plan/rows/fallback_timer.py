"""A delayed fallback timer: when groups may go back to a better node."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Name
from worksheets.plan.row import Row


class Recurrence(Choice):
    DAILY = "daily", "daily"
    WEEKLY = "weekly", "weekly"
    MONTHLY = "monthly", "monthly"
    YEARLY = "yearly", "yearly"
    SPECIFIC_DATE = "specific_date", "on one date"


class Weekday(Choice):
    SUNDAY = "Sun", "Sunday"
    MONDAY = "Mon", "Monday"
    TUESDAY = "Tue", "Tuesday"
    WEDNESDAY = "Wed", "Wednesday"
    THURSDAY = "Thu", "Thursday"
    FRIDAY = "Fri", "Friday"
    SATURDAY = "Sat", "Saturday"


class FallbackTimer(Row, frozen=True):
    """Local time of the nodes. Which cells count depends on `recurrence`.

    Weekly: `weekday`; monthly: `day`; yearly: `month` and `day`; one date: `year` too.
    """

    name: Name
    recurrence: Recurrence = Recurrence.DAILY
    weekday: Weekday | None = None
    day: Annotated[int, Meta(ge=1, le=31)] | None = None
    month: Annotated[int, Meta(ge=1, le=12)] | None = None
    year: Annotated[int, Meta(ge=2000, le=2099)] | None = None
    hour: Annotated[int, Meta(ge=0, le=23)] | None = None
    minute: Annotated[int, Meta(ge=0, le=59)] | None = None
