"""The organisation's naming rules: everybody may read them, stewards set them."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from planner.accounts.access import OrganisationAction, may_for_all
from worksheets.models import NamingRule
from worksheets.queries.access import require_for_all
from worksheets.queries.policy import current_policy
from worksheets.queries.workbook import Workbook
from worksheets.rules.finding import Severity
from worksheets.rules.policy import Naming, nameable
from worksheets.rules.suggestion import suggest_name
from worksheets.services.errors import RowInvalid
from worksheets.services.naming import remove_naming_rule, set_naming_rule
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet
from worksheets.web.grid import SYMBOLS
from worksheets.web.requests import SignedIn

_FIELDS = ("mask", "example", "reason", "severity")


class NamingView(NamedTuple):
    """The naming rule of a worksheet and the next free name by it, if one can be told."""

    rule: Naming
    suggestion: str


def naming_context(book: Workbook, sheet: Sheet) -> dict[str, Any]:
    """What the help of the name column says about the organisation's rule."""
    policy = current_policy()
    rule = policy.naming.get(sheet.slug)
    if rule is None:
        return {"naming": None}
    suggestion = "" if sheet.single else suggest_name(book.plan, sheet.slug, policy)
    return {"naming": NamingView(rule, suggestion)}


@require_safe
def listing(request: SignedIn) -> HttpResponse:
    """Every worksheet whose rows have names, with its rule if there is one."""
    stored = {rule.worksheet: rule for rule in NamingRule.objects.select_related("edited_by")}
    lines = [
        (sheet, stored.get(slug), SYMBOLS[stored[slug].severity] if slug in stored else "")
        for slug, sheet in sheets().items()
        if slug in nameable()
    ]
    context = {
        "lines": lines,
        "may_set": may_for_all(request.user, OrganisationAction.SET_RULES),
    }
    return render(request, "worksheets/naming.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: SignedIn, worksheet: str) -> HttpResponse:
    """The rule of one worksheet; 422 keeps what was typed."""
    require_for_all(request.user, OrganisationAction.SET_RULES)
    if worksheet not in nameable():
        raise Http404("There is no such worksheet, or its rows have no names of their own.")
    stored = NamingRule.objects.filter(worksheet=worksheet).first()
    typed = {name: getattr(stored, name, "") for name in _FIELDS}
    typed["severity"] = typed["severity"] or Severity.ADVICE.value
    errors: dict[str, str] = {}
    if request.method == "POST":
        typed = {name: request.POST.get(name, "") for name in _FIELDS}
        try:
            set_naming_rule(actor=request.user, worksheet=worksheet, **typed)
        except RowInvalid as error:
            errors = error.errors
        else:
            return redirect("worksheets:naming")
    context = {
        "sheet": sheets()[worksheet],
        "stored": stored,
        "typed": typed,
        "errors": errors,
        "severities": [level.value for level in Severity],
    }
    status = 422 if errors else 200
    return render(request, "worksheets/naming_rule.html", context, status=status)


@require_POST
def remove(request: SignedIn, worksheet: str) -> HttpResponse:
    """Let rows of a worksheet be called anything again."""
    remove_naming_rule(actor=request.user, worksheet=worksheet)
    return redirect("worksheets:naming")
