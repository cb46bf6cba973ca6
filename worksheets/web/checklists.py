"""The checklists of a cluster, with what its plan already answers."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from worksheets.plan.plan import Plan
from worksheets.queries.access import cluster_for
from worksheets.queries.workbook import open_workbook
from worksheets.rules.checklists.all_lists import CHECKLISTS
from worksheets.rules.checklists.item import Checklist, Item
from worksheets.rules.coverage.paper import LINES
from worksheets.sheets.evidence import Telling, Told, tell, tell_item
from worksheets.web.requests import SignedIn
from worksheets.web.workspace import frame_context, revision_of

_MARKS = {
    None: ("☐", "tick", "to tick"),
    Told.ALL: ("✓", "good", "answered by the plan"),
    Told.PART: ("☐", "tick", "to tick"),
    Told.NOTHING: ("☐", "tick", "to tick"),
    Told.DENIED: ("▲", "warning", "the plan says no"),
    Told.UNUSED: ("–", "gone", "not used here"),
}


@dataclass(frozen=True)
class Remark:
    """What the plan says in one place, with the way there."""

    label: str
    href: str
    said: str


@dataclass(frozen=True)
class ItemView:
    """An item with its mark. `ref` is its anchor; `demand` what the paper asks for in it."""

    item: Item
    ref: str
    demand: str
    symbol: str
    level: str
    word: str
    remarks: tuple[Remark, ...]


@require_safe
def page(request: SignedIn, cluster_id: int) -> HttpResponse:
    """Every checklist; the boxes themselves are ticked on paper."""
    cluster = cluster_for(request.user, cluster_id)
    book = open_workbook(revision_of(cluster))
    lists = [
        (checklist, [_view(cluster_id, book.plan, checklist, item) for item in checklist.items])
        for checklist in CHECKLISTS
    ]
    context = frame_context(request.user, cluster, book, "checklists")
    context |= {
        "lists": [
            (checklist, items, sum(view.level == "good" for view in items))
            for checklist, items in lists
        ],
        "by_hand": not any(item.enforced for each in CHECKLISTS for item in each.items),
    }
    return render(request, "worksheets/checklists.html", context)


def _view(cluster_id: int, plan: Plan, checklist: Checklist, item: Item) -> ItemView:
    told, tellings = tell_item(plan, item)
    pointers = [tell(plan, evidence) for evidence in item.see]
    remarks = [_remark(cluster_id, telling) for telling in (*tellings, *pointers)]
    return ItemView(
        item, checklist.ref(item), LINES[item.line].demand, *_MARKS[told], remarks=tuple(remarks)
    )


def _remark(cluster_id: int, telling: Telling) -> Remark:
    evidence = telling.evidence
    href = reverse("worksheets:sheet", args=[cluster_id, evidence.worksheet])
    if telling.rows:
        href += f"#row-{telling.rows[0].key}:{evidence.column}"
    return Remark(telling.label, href, telling.told.value)
