from __future__ import annotations

from worksheets.models import columns
from worksheets.models.base import WorksheetRow
from worksheets.plan.rows.fallback_timer import Recurrence, Weekday


class FallbackTimer(WorksheetRow):
    name = columns.name()
    recurrence = columns.choice(Recurrence, Recurrence.DAILY)
    weekday = columns.choice(Weekday)
    day = columns.number(1, 31)
    month = columns.number(1, 12)
    year = columns.number(2000, 2099)
    hour = columns.number(0, 23)
    minute = columns.number(0, 59)
