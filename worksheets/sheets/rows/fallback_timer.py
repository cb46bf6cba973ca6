"""The fallback timer worksheet."""

from __future__ import annotations

from worksheets.plan.rows.fallback_timer import FallbackTimer, Recurrence
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: delayed fallback timers"
ON_A_DAY = needs.where(
    "recurrence", Recurrence.MONTHLY, Recurrence.YEARLY, Recurrence.SPECIFIC_DATE
)
IN_A_MONTH = needs.where("recurrence", Recurrence.YEARLY, Recurrence.SPECIFIC_DATE)

SHEET = Sheet(
    row=FallbackTimer,
    title="Fallback timers",
    singular="fallback timer",
    group=Group.BEHAVIOUR,
    order=30,
    lead=(
        "Quiet hours in which groups may go back to a better node. Only groups that fall back "
        "at all can use one; the others stay where they are until somebody moves them."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "What the timer is called, by the hour it stands for. Letters, digits and "
            "underscores, not beginning with a digit.",
            hint="letters, digits, _",
            example="sunday_night",
            sources=(GUIDE,),
            powerha="fallback_timer",
            width=16,
        ),
        Column(
            "recurrence",
            "Recurrence",
            "How often the hour comes. A single date that has passed is ignored, and the group "
            "then falls back at once.",
            example="weekly",
            sources=(GUIDE,),
            width=12,
        ),
        Column(
            "weekday",
            "Weekday",
            "The day of the week of a weekly timer: the one on which an interruption is noticed "
            "least.",
            hint="weekly only",
            example="Sunday",
            sources=(GUIDE,),
            powerha="DAY_OF_WEEK",
            needed=needs.where("recurrence", Recurrence.WEEKLY),
            width=11,
        ),
        Column(
            "day",
            "Day of month",
            "The day of a monthly or yearly timer, or of the one date. Mind that not every month "
            "has a 31st.",
            hint="1 to 31",
            example="15",
            sources=(GUIDE,),
            powerha="DAY_OF_MONTH",
            needed=ON_A_DAY,
            width=7,
        ),
        Column(
            "month",
            "Month",
            "The month of a yearly timer or of the one date, as a number.",
            hint="1 to 12",
            example="11",
            sources=(GUIDE,),
            powerha="MONTH",
            needed=IN_A_MONTH,
            width=7,
        ),
        Column(
            "year",
            "Year",
            "The year of the one date; empty for timers that come back.",
            hint="one date only",
            example="2027",
            sources=(GUIDE,),
            powerha="YEAR",
            needed=needs.where("recurrence", Recurrence.SPECIFIC_DATE),
            width=7,
        ),
        Column(
            "hour",
            "Hour",
            "The hour in local time of the nodes. Stay clear of backups, batch runs and the hour "
            "that daylight saving skips or repeats.",
            hint="0 to 23",
            example="3",
            sources=(GUIDE, "T5"),
            powerha="HOUR",
            needed=needs.always,
            width=7,
        ),
        Column(
            "minute",
            "Minute",
            "The minute within that hour. Groups on different timers a few minutes apart do not "
            "all move at once.",
            hint="0 to 59",
            example="30",
            sources=(GUIDE,),
            powerha="MINUTE",
            needed=needs.always,
            width=7,
        ),
    ),
    sources=(GUIDE, "T5"),
)
