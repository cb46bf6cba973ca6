"""The catalogue of rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from planner.accounts.access import OrganisationAction, may_for_all
from worksheets.queries.policy import current_policy
from worksheets.rules.chapters import parts
from worksheets.rules.finding import Severity
from worksheets.rules.policy import RuleSetting
from worksheets.rules.registry import Rule
from worksheets.rules.sources import guides, is_paper_line, paper_lines
from worksheets.web.grid import SYMBOLS
from worksheets.web.requests import SignedIn

LONGEST = 100
Settings = dict[str, list[tuple[str, RuleSetting]]]


@dataclass(frozen=True)
class RuleView:
    """A rule as its page shows it.

    `elsewhere`: the severity outside production, or in words. `settings`: how the organisation
    weighs it, by the words for where.
    """

    rule: Rule
    symbol: str
    elsewhere: str
    lines: tuple[str, ...]
    guides: tuple[str, ...]
    settings: tuple[tuple[str, RuleSetting], ...]


@dataclass(frozen=True)
class ChapterView:
    """A chapter with those of its rules that are shown."""

    title: str
    rules: tuple[RuleView, ...]


@require_safe
def page(request: SignedIn) -> HttpResponse:
    """Every rule with its reason, remedy and sources; `q` and `severity` show fewer."""
    words = request.GET.get("q", "")[:LONGEST]
    severity = request.GET.get("severity", "")
    every = [rule for part in parts() for chapter in part.chapters for rule in chapter.rules]
    shown = {rule.id for rule in every if _fits(rule, words.lower().split(), severity)}
    context = {
        "parts": _shown_parts(shown, _settings()),
        "may_set": may_for_all(request.user, OrganisationAction.SET_RULES),
        "count": len(every),
        "shown": len(shown),
        "words": words,
        "severity": severity,
        "severities": list(Severity),
    }
    return render(request, "worksheets/catalogue.html", context)


def _settings() -> Settings:
    """What the organisation has decided, by rule."""
    found: Settings = {}
    for row in current_policy().settings.values():
        where = row.environment.label if row.environment else "everywhere"
        found.setdefault(row.rule, []).append((where, row))
    return found


def _shown_parts(shown: set[str], settings: Settings) -> list[tuple[str, list[ChapterView]]]:
    """Titles of the parts with their chapters, without those that have nothing to show."""
    found = []
    for part in parts():
        chapters = [
            ChapterView(
                chapter.title, tuple(_view(r, settings) for r in chapter.rules if r.id in shown)
            )
            for chapter in part.chapters
        ]
        chapters = [chapter for chapter in chapters if chapter.rules]
        if chapters:
            found.append((part.title, chapters))
    return found


def _fits(rule: Rule, words: Sequence[str], severity: str) -> bool:
    """Whether a rule has all words, and the severity in production or elsewhere."""
    if severity and severity not in (rule.severity, rule.outside_production):
        return False
    text = " ".join((rule.id, rule.title, rule.why, rule.fix, rule.table1, *rule.sources)).lower()
    return all(_stands_in(text, word) for word in words)


def _stands_in(text: str, word: str) -> bool:
    # N1 is another line of the paper than N10.
    whole = is_paper_line(word.upper())
    return bool(re.search(rf"\b{re.escape(word)}\b", text)) if whole else word in text


def _view(rule: Rule, settings: Settings) -> RuleView:
    elsewhere = rule.outside_production
    words = "" if elsewhere is rule.severity else elsewhere.value if elsewhere else "not asked"
    decided = tuple(settings.get(rule.id, ()))
    return RuleView(rule, SYMBOLS[rule.severity], words, paper_lines(rule), guides(rule), decided)
