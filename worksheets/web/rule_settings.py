"""How the organisation weighs rules: everybody may read it, stewards decide."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from planner.accounts.access import OrganisationAction, may_for_all
from worksheets.models import RuleSetting
from worksheets.plan.rows.cluster_options import Environment
from worksheets.queries.access import require_for_all
from worksheets.queries.policy import current_policy
from worksheets.rules.finding import Severity
from worksheets.rules.policy_file import write_policy
from worksheets.rules.registry import Rule, catalogue
from worksheets.services.errors import RowInvalid
from worksheets.services.rule_settings import (
    LONGEST_REASON,
    SEVERITIES,
    remove_rule_setting,
    set_rule_setting,
)
from worksheets.web.grid import SYMBOLS
from worksheets.web.questions import Question, asked
from worksheets.web.requests import SignedIn

_FIELDS = ("environment", "severity", "reason")
_WHERE = (("", "all environments"), *((item.value, item.label) for item in Environment))
_OFF_WORDS = "off: the rule is not asked"
QUESTIONS = (
    Question(
        "environment",
        "Where",
        "One environment, or all that have no setting of their own.",
        "choice",
        required=False,
        options=_WHERE,
    ),
    Question(
        "severity",
        "Severity",
        "What a finding of this rule weighs from now on.",
        "choice",
        options=tuple((word, word if word in SYMBOLS else _OFF_WORDS) for word in SEVERITIES),
    ),
    Question(
        "reason",
        "Reason",
        "Printed in every design document, and kept in the event log.",
        "lines",
        most=LONGEST_REASON,
    ),
)


@require_safe
def listing(request: SignedIn) -> HttpResponse:
    """Every setting, with what the catalogue says itself."""
    rules = catalogue()
    lines = [
        {
            "setting": setting,
            "rule": rules.get(setting.rule),
            "where": dict(_WHERE)[setting.environment],
            "symbol": SYMBOLS.get(setting.severity, "–"),
        }
        for setting in RuleSetting.objects.select_related("edited_by")
    ]
    context = {
        "lines": lines,
        "may_set": may_for_all(request.user, OrganisationAction.SET_RULES),
    }
    return render(request, "worksheets/rule_settings.html", context)


@require_safe
def policy_json(request: SignedIn) -> HttpResponse:
    """Naming rules and settings as the file that `check_plan --policy` reads."""
    response = HttpResponse(write_policy(current_policy()), content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="policy.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: SignedIn, rule: str) -> HttpResponse:
    """The form for one rule, and what is set for it; 422 keeps what was typed."""
    require_for_all(request.user, OrganisationAction.SET_RULES)
    found = _rule(rule)
    texts, errors = _stored(request, found), {}
    if request.method == "POST":
        texts = {name: request.POST.get(name, "") for name in _FIELDS}
        try:
            set_rule_setting(actor=request.user, rule=rule, **texts)
        except RowInvalid as error:
            errors = error.errors
        else:
            messages.success(request, f"{rule} is weighed so from the next save of a cluster on.")
            return redirect("worksheets:rule-settings")
    context: dict[str, Any] = {
        "rule": found,
        "severities": [(where.label, found.severity_in(where)) for where in Environment],
        "settings": RuleSetting.objects.filter(rule=rule),
        "questions": asked(QUESTIONS, texts, errors),
        "errors": errors,
    }
    status = 422 if errors else 200
    return render(request, "worksheets/rule_setting.html", context, status=status)


@require_POST
def remove(request: SignedIn, rule: str) -> HttpResponse:
    """Weigh a rule as the catalogue does again."""
    environment = request.POST.get("environment", "")
    remove_rule_setting(actor=request.user, rule=rule, environment=environment)
    messages.success(request, f"{rule} is weighed as the catalogue says.")
    return redirect("worksheets:rule-settings")


def _rule(rule: str) -> Rule:
    found = catalogue().get(rule)
    if found is None:
        raise Http404("There is no such rule.")
    return found


def _stored(request: SignedIn, rule: Rule) -> dict[str, str]:
    """What is set for the environment of `?environment=`, or what the catalogue says."""
    environment = request.GET.get("environment", "")
    stored = RuleSetting.objects.filter(rule=rule.id, environment=environment).first()
    if stored is not None:
        return {name: getattr(stored, name) for name in _FIELDS}
    known = environment if environment in dict(_WHERE) else ""
    return {"environment": known, "severity": Severity(rule.severity).value, "reason": ""}
