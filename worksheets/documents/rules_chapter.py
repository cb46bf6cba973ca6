"""The appendix that says by which rules a plan was judged, and how each of them weighs."""

from __future__ import annotations

from typing import NamedTuple

from worksheets.documents.chapter import Chapter, chapter
from worksheets.documents.sections import RULES
from worksheets.plan.plan import Plan
from worksheets.rules.chapters import Part, parts
from worksheets.rules.finding import Severity
from worksheets.rules.policy import Policy
from worksheets.rules.registry import catalogue
from worksheets.rules.weighing import weight


class Line(NamedTuple):
    """A chapter of the catalogue: ids of its rules by severity, then of those not asked."""

    title: str
    ids: tuple[tuple[str, ...], ...]


def rules_chapter(number: int, plan: Plan, policy: Policy) -> Chapter:
    """Every rule by its id, and what the organisation has decided about some, with the reason."""
    environment = plan.options.environment
    weights = {rule.id: weight(rule, environment, policy) for rule in catalogue().values()}
    settings = [
        (rule, weights[rule.id], setting)
        for rule in catalogue().values()
        if (setting := policy.setting(rule.id, environment)) is not None
    ]
    context = {
        "parts": [(part.title, _lines(part, weights)) for part in parts()],
        "asked": sum(severity is not None for severity in weights.values()),
        "settings": settings,
        "environment": environment.label,
    }
    return chapter("rules.html", number, RULES, context, lasting=True)


def _lines(part: Part, weights: dict[str, Severity | None]) -> list[Line]:
    return [
        Line(
            chapter.title,
            tuple(
                tuple(rule.id for rule in chapter.rules if weights[rule.id] is severity)
                for severity in (*Severity, None)
            ),
        )
        for chapter in part.chapters
    ]
