"""The checklists as the design document prints them: boxes to tick, and what the plan says."""

from __future__ import annotations

from dataclasses import dataclass

from worksheets.documents.chapter import Heading
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.rules.checklists.all_lists import CHECKLISTS
from worksheets.rules.checklists.item import Item
from worksheets.sheets.evidence import Telling, Told, tell, tell_item

_NAMED = 6


@dataclass(frozen=True)
class PrintedItem:
    """An item with what the plan says about it, in words. `box`: what stands in the box."""

    item: Item
    box: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class PrintedList:
    """A checklist. `by_hand`: nothing but people holds it up."""

    heading: Heading
    lead: str
    items: tuple[PrintedItem, ...]
    by_hand: bool


def printed_lists(plan: Plan) -> list[PrintedList]:
    """All checklists as this plan answers them."""
    return [
        PrintedList(
            Heading(f"checklist-{checklist.id}", checklist.title),
            checklist.lead,
            tuple(_printed(plan, item) for item in checklist.items),
            not any(item.enforced for item in checklist.items),
        )
        for checklist in CHECKLISTS
    ]


def _printed(plan: Plan, item: Item) -> PrintedItem:
    told, tellings = tell_item(plan, item)
    if told is Told.UNUSED:
        return PrintedItem(item, "–", ("not used in this cluster",))
    remarks = [_remark(plan, telling) for telling in tellings if telling.told is not Told.UNUSED]
    for evidence in item.see:
        telling = tell(plan, evidence)
        if telling.told is not Told.UNUSED:
            remarks.append(_pointer(telling))
    return PrintedItem(item, "✓" if told is Told.ALL else "", tuple(dict.fromkeys(remarks)))


def _remark(plan: Plan, telling: Telling) -> str:
    words = f"{telling.label}: {telling.told.value}"
    return f"{words} ({_names(plan, telling.rows)})" if telling.rows else words


def _pointer(telling: Telling) -> str:
    if telling.told is Told.ALL:
        return f"See {telling.label}"
    return f"{telling.label}: {telling.told.value}"


def _names(plan: Plan, rows: tuple[Row, ...]) -> str:
    titles = [plan.title(type(row), row.key) for row in rows[:_NAMED]]
    more = len(rows) - len(titles)
    return ", ".join([*titles, f"{more} more"] if more else titles)
