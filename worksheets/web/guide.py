"""The worksheets of the planning guide, and where they are here."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from worksheets.sheets.guide import GUIDE, GuideSheet, Standing, beyond_the_guide
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet
from worksheets.web.requests import SignedIn

_MARKS = {
    Standing.LIVING: ("✓", "good"),
    Standing.CHANGED: ("●", "advice"),
    Standing.OBSOLETE: ("–", "gone"),
}


@dataclass(frozen=True)
class GuideLine:
    """A printed worksheet with the mark of its standing and the worksheets that hold it now."""

    printed: GuideSheet
    symbol: str
    level: str
    now: tuple[Sheet, ...]


@require_safe
def page(request: SignedIn) -> HttpResponse:
    """Every printed worksheet with what became of it, then the worksheets that came later."""
    known = sheets()
    lines = [
        GuideLine(
            printed,
            *_MARKS[printed.standing],
            now=tuple(known[slug] for slug in printed.slugs),
        )
        for printed in GUIDE
    ]
    context = {
        "lines": lines,
        "living": sum(line.printed.standing is not Standing.OBSOLETE for line in lines),
        "later": [known[slug] for slug in beyond_the_guide(tuple(known))],
    }
    return render(request, "worksheets/guide.html", context)
