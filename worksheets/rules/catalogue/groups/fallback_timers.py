"""Delayed fallback timers: when a group may go back to a better node."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from worksheets.failures.words import listed
from worksheets.plan.rows.fallback_timer import FallbackTimer, Recurrence
from worksheets.plan.rows.resource_group import Fallback, ResourceGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: delayed fallback timers"
_LEAP_YEAR = 2028
_DAYS_OF_ALL_MONTHS = 28

# Cells that count for each recurrence, besides the hour.
_COUNTING: dict[Recurrence, tuple[str, ...]] = {
    Recurrence.DAILY: (),
    Recurrence.WEEKLY: ("weekday",),
    Recurrence.MONTHLY: ("day",),
    Recurrence.YEARLY: ("day", "month"),
    Recurrence.SPECIFIC_DATE: ("day", "month", "year"),
}
_CALENDAR = ("weekday", "day", "month", "year")


@rule(
    "TIMER-NEVER-FALLBACK",
    "Fallback timer of a group that never falls back",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Clear the timer, or choose Fallback To Higher Priority Node In The List.",
)
def timer_never_fallback(design: Design, rule: Rule) -> Iterator[Finding]:
    """A timer says when a group goes back. With Never Fallback there is nothing to put off, and
    PowerHA takes no timer."""
    for group in design.plan.rows(ResourceGroup):
        timer = design.plan.get(FallbackTimer, group.fallback_timer)
        if timer is not None and group.fallback is Fallback.NFB:
            yield rule.at(
                cell(group, "fallback_timer"),
                cell(group, "fallback"),
                title=f"{group.name} never falls back, but has the timer {timer.name}",
            )


@rule(
    "TIMER-OPEN",
    "Fallback timer that does not say when",
    severity=Severity.WARNING,
    sources=(_GUIDE,),
    fix="Fill in the cells that its recurrence needs.",
)
def timer_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """A weekly timer needs its weekday, a monthly one its day, a yearly one day and month, and
    all of them an hour. Without these PowerHA cannot create the timer."""
    for timer in design.plan.rows(FallbackTimer):
        needed = (*_COUNTING[timer.recurrence], "hour")
        missing = [column for column in needed if getattr(timer, column) is None]
        if missing:
            yield rule.at(
                *(cell(timer, column) for column in missing),
                title=f"The {timer.recurrence.label} timer {timer.name} has no {listed(missing)}",
            )


@rule(
    "TIMER-IDLE-CELL",
    "Cell that the timer's recurrence does not use",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=(_GUIDE,),
    fix="Clear the cell, or choose the recurrence that it belongs to.",
)
def timer_idle_cell(design: Design, rule: Rule) -> Iterator[Finding]:
    """A weekday beside a daily timer suggests that somebody meant a weekly one."""
    for timer in design.plan.rows(FallbackTimer):
        counting = _COUNTING[timer.recurrence]
        idle = [
            column
            for column in _CALENDAR
            if column not in counting and getattr(timer, column) is not None
        ]
        if idle:
            yield rule.at(
                *(cell(timer, column) for column in idle),
                title=f"The timer {timer.name} is {timer.recurrence.label} and has a "
                f"{listed(idle)}",
            )


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _doubt(timer: FallbackTimer) -> tuple[str, Severity] | None:
    """What is wrong with the day of a timer, and how grave it is."""
    day, month, year = timer.day, timer.month, timer.year
    if day is None:
        return None
    if timer.recurrence is Recurrence.MONTHLY and day > _DAYS_OF_ALL_MONTHS:
        return f"waits for day {day}, which not every month has", Severity.ADVICE
    if timer.recurrence not in (Recurrence.YEARLY, Recurrence.SPECIFIC_DATE) or month is None:
        return None
    if not _exists(_LEAP_YEAR, month, day):
        return f"waits for day {day} of month {month}, which never comes", Severity.BLOCKER
    if (month, day) != (2, 29):
        return None
    if timer.recurrence is Recurrence.YEARLY:
        return "waits for 29 February, which comes every four years", Severity.ADVICE
    if year is not None and not _exists(year, month, day):
        return f"waits for 29 February {year}, which never comes", Severity.BLOCKER
    return None


@rule(
    "TIMER-DATE",
    "Fallback timer on a day that does not come",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Choose a day that the calendar has.",
)
def timer_date(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group that waits for 31 February never goes back, and one that waits for day 31 skips
    five months of the year."""
    for timer in design.plan.rows(FallbackTimer):
        doubt = _doubt(timer)
        if doubt is not None:
            words, severity = doubt
            yield rule.at(
                cell(timer, "day"),
                cell(timer, "month"),
                title=f"The timer {timer.name} {words}",
                severity=severity,
            )


@rule(
    "TIMER-UNUSED",
    "Fallback timer that no group uses",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=(_GUIDE,),
    fix="Name the timer on the groups that it is meant for, or delete it.",
)
def timer_unused(design: Design, rule: Rule) -> Iterator[Finding]:
    """Groups that should wait for a quiet hour go back at once while they do not name the
    timer."""
    used = {group.fallback_timer for group in design.plan.rows(ResourceGroup)}
    for timer in design.plan.rows(FallbackTimer):
        if timer.key not in used:
            yield rule.at(
                cell(timer),
                sheet(ResourceGroup, "fallback_timer"),
                title=f"No group waits for the timer {timer.name}",
            )
