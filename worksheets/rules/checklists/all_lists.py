"""All checklists, in the order of a cluster's life."""

from __future__ import annotations

from worksheets.rules.checklists.changes import (
    AFTER_CHANGE,
    BEFORE_CHANGE,
    BEFORE_UPGRADE,
    SOFTWARE_CHANGE,
)
from worksheets.rules.checklists.item import Checklist, Item
from worksheets.rules.checklists.service import DAILY, GOING_LIVE, HALF_YEARLY, LEVELS, SCRIPTS

CHECKLISTS = (
    SCRIPTS,
    LEVELS,
    GOING_LIVE,
    BEFORE_CHANGE,
    AFTER_CHANGE,
    SOFTWARE_CHANGE,
    BEFORE_UPGRADE,
    DAILY,
    HALF_YEARLY,
)


def item_called(ref: str) -> tuple[Checklist, Item]:
    """The item of that reference with its list; raises KeyError."""
    return _BY_REF[ref]


_BY_REF = {
    checklist.ref(item): (checklist, item) for checklist in CHECKLISTS for item in checklist.items
}
