"""The organisation's naming rules: set and removed by stewards."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404

from planner.accounts.access import OrganisationAction
from planner.accounts.models import User
from planner.audit import record
from worksheets.models import NamingRule
from worksheets.plan.formats import unprintable
from worksheets.queries.access import require_for_all
from worksheets.rules.finding import Severity
from worksheets.rules.mask import Mask, MaskError
from worksheets.rules.naming_check import example_problem, usable_mask
from worksheets.rules.policy import nameable
from worksheets.services.errors import RowInvalid

LONGEST_REASON = 1000
_TOLD = ("mask", "example", "reason", "severity")


def set_naming_rule(
    *, actor: User, worksheet: str, mask: str, example: str, reason: str, severity: str
) -> NamingRule:
    """Say how the rows of a worksheet are called from now on.

    Clusters keep the findings of their last save until they are saved or judged again. Raises
    RowInvalid with every bad text, Http404 for a worksheet whose rows have no names, and
    PermissionDenied for who is no steward.
    """
    require_for_all(actor, OrganisationAction.SET_RULES)
    if worksheet not in nameable():
        raise Http404("There is no such worksheet, or its rows have no names of their own.")
    new = {
        "mask": mask.strip(),
        "example": example.strip(),
        "reason": reason.replace("\r\n", "\n").strip(),
        "severity": severity,
    }
    _refuse(worksheet, new)
    with transaction.atomic():
        stored = NamingRule.objects.select_for_update().filter(worksheet=worksheet).first()
        old = {name: getattr(stored, name) if stored else "" for name in _TOLD}
        if stored is not None and old == new:
            return stored
        rule, _ = NamingRule.objects.update_or_create(
            worksheet=worksheet, defaults={**new, "edited_by": actor}
        )
        changes = {name: [old[name], new[name]] for name in _TOLD if old[name] != new[name]}
        _record(actor, "naming_rule.set", worksheet, changes)
    return rule


def remove_naming_rule(*, actor: User, worksheet: str) -> None:
    """Let the rows of a worksheet be called anything again. Raises as `set_naming_rule` does."""
    require_for_all(actor, OrganisationAction.SET_RULES)
    with transaction.atomic():
        stored = NamingRule.objects.select_for_update().filter(worksheet=worksheet).first()
        if stored is None:
            raise Http404("There is no naming rule for this worksheet.")
        changes = {name: [getattr(stored, name), ""] for name in _TOLD}
        stored.delete()
        _record(actor, "naming_rule.removed", worksheet, changes)


def _refuse(worksheet: str, new: dict[str, str]) -> None:
    errors = {}
    mask: Mask | None = None
    try:
        mask = usable_mask(worksheet, new["mask"])
    except MaskError as error:
        errors["mask"] = str(error)
    wrong = example_problem(new["example"], mask)
    if wrong:
        errors["example"] = wrong
    unreadable = unprintable(new["reason"], lines=True)
    if unreadable:
        errors["reason"] = f"The text {unreadable}; remove it."
    elif len(new["reason"]) > LONGEST_REASON:
        errors["reason"] = f"Enter a text of at most {LONGEST_REASON:,} characters."
    if new["severity"] not in [level.value for level in Severity]:
        errors["severity"] = f"Choose one of {', '.join(Severity)}."
    if errors:
        raise RowInvalid(errors)


def _record(actor: User, action: str, worksheet: str, changes: dict[str, list[str]]) -> None:
    record(
        actor=actor,
        action=action,
        subject=f"naming_rule:{worksheet}",
        details={"worksheet": worksheet, "changes": changes},
    )
