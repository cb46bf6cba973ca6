"""The catalogue of rules."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from worksheets.rules.registry import catalogue
from worksheets.web.grid import SYMBOLS
from worksheets.web.requests import SignedIn


@require_safe
def page(request: SignedIn) -> HttpResponse:
    """Every rule with its reason, remedy and source."""
    rules = [(rule, SYMBOLS[rule.severity.value]) for rule in catalogue().values()]
    return render(request, "worksheets/catalogue.html", {"rules": rules})
