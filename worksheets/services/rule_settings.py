"""How the organisation weighs the rules of the catalogue: decided by stewards."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404

from planner.accounts.access import OrganisationAction
from planner.accounts.models import User
from planner.audit import record
from worksheets.models import RuleSetting
from worksheets.models.rule_setting import OFF
from worksheets.plan.formats import unprintable
from worksheets.plan.rows.cluster_options import Environment
from worksheets.queries.access import require_for_all
from worksheets.rules.finding import Severity
from worksheets.rules.registry import catalogue
from worksheets.services.errors import RowInvalid

LONGEST_REASON = 1000
SEVERITIES = (*(level.value for level in Severity), OFF)
ENVIRONMENTS = ("", *(item.value for item in Environment))
_TOLD = ("severity", "reason")


def set_rule_setting(
    *, actor: User, rule: str, environment: str, severity: str, reason: str
) -> RuleSetting:
    """Decide how grave a rule is, or switch it off ("off"), from the next judgement on.

    `environment`: "" for all that have no setting of their own. Raises RowInvalid with every bad
    answer, Http404 for a rule that does not exist, PermissionDenied for who is no steward.
    """
    require_for_all(actor, OrganisationAction.SET_RULES)
    if rule not in catalogue():
        raise Http404("There is no such rule.")
    new = {"severity": severity, "reason": reason.replace("\r\n", "\n").strip()}
    _refuse(environment, new)
    with transaction.atomic():
        settings = RuleSetting.objects.select_for_update()
        stored = settings.filter(rule=rule, environment=environment).first()
        old = {name: getattr(stored, name) if stored else "" for name in _TOLD}
        if stored is not None and old == new:
            return stored
        setting, _ = RuleSetting.objects.update_or_create(
            rule=rule, environment=environment, defaults={**new, "edited_by": actor}
        )
        changes = {name: [old[name], new[name]] for name in _TOLD if old[name] != new[name]}
        _record(actor, "rule_setting.set", setting, changes)
    return setting


def remove_rule_setting(*, actor: User, rule: str, environment: str) -> None:
    """Weigh a rule as the catalogue does again. Raises as `set_rule_setting` does."""
    require_for_all(actor, OrganisationAction.SET_RULES)
    if environment not in ENVIRONMENTS:
        raise Http404("There is no such environment.")
    with transaction.atomic():
        settings = RuleSetting.objects.select_for_update()
        stored = settings.filter(rule=rule, environment=environment).first()
        if stored is None:
            raise Http404("There is no such setting.")
        _record(
            actor,
            "rule_setting.removed",
            stored,
            {name: [getattr(stored, name), ""] for name in _TOLD},
        )
        stored.delete()


def _refuse(environment: str, new: dict[str, str]) -> None:
    errors = {}
    if environment not in ENVIRONMENTS:
        errors["environment"] = "Choose one of the environments, or all."
    if new["severity"] not in SEVERITIES:
        errors["severity"] = f"Choose one of {', '.join(SEVERITIES)}."
    unreadable = unprintable(new["reason"], lines=True)
    if not new["reason"]:
        errors["reason"] = "Say why; the reason is printed in every design document."
    elif unreadable:
        errors["reason"] = f"The text {unreadable}; remove it."
    elif len(new["reason"]) > LONGEST_REASON:
        errors["reason"] = f"Enter a text of at most {LONGEST_REASON:,} characters."
    if errors:
        raise RowInvalid(errors)


def _record(actor: User, action: str, setting: RuleSetting, changes: dict[str, list[str]]) -> None:
    record(
        actor=actor,
        action=action,
        subject=f"rule_setting:{setting.rule}/{setting.environment or 'all'}",
        details={"rule": setting.rule, "environment": setting.environment, "changes": changes},
    )
