"""The catalogue of rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from planner.accounts.access import OrganisationAction, may_for_all
from worksheets.models import RuleSetting
from worksheets.rules.chapters import parts
from worksheets.rules.finding import Severity
from worksheets.rules.registry import Rule
from worksheets.rules.sources import guides, is_paper_line, paper_lines
from worksheets.web.grid import SYMBOLS
from worksheets.web.requests import SignedIn

LONGEST = 100


@dataclass(frozen=True)
class RuleView:
    """A rule as its page shows it. `elsewhere`: the severity outside production, or in words.

    `decided`: what the organisation has set instead, in words.
    """

    rule: Rule
    symbol: str
    elsewhere: str
    lines: tuple[str, ...]
    guides: tuple[str, ...]
    decided: tuple[str, ...]


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
        "parts": _shown_parts(shown, _decided()),
        "count": len(every),
        "shown": len(shown),
        "words": words,
        "severity": severity,
        "severities": list(Severity),
        "may_set": may_for_all(request.user, OrganisationAction.SET_RULES),
    }
    return render(request, "worksheets/catalogue.html", context)


def _decided() -> dict[str, list[str]]:
    """By rule, what the organisation has set: "off in test", "advice everywhere else"."""
    words: dict[str, list[str]] = defaultdict(list)
    for setting in RuleSetting.objects.order_by("rule", "-environment"):
        if setting.environment:
            where = f"in {setting.environment}"
        else:
            where = "everywhere else" if words[setting.rule] else "everywhere"
        words[setting.rule].append(f"{setting.severity} {where}")
    return words


def _shown_parts(
    shown: set[str], decided: Mapping[str, Sequence[str]]
) -> list[tuple[str, list[ChapterView]]]:
    """Titles of the parts with their chapters, without those that have nothing to show."""
    found = []
    for part in parts():
        chapters = [
            ChapterView(
                chapter.title,
                tuple(_view(r, decided.get(r.id, ())) for r in chapter.rules if r.id in shown),
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


def _view(rule: Rule, decided: Sequence[str]) -> RuleView:
    elsewhere = rule.outside_production
    words = "" if elsewhere is rule.severity else elsewhere.value if elsewhere else "not asked"
    symbol = SYMBOLS[rule.severity]
    return RuleView(rule, symbol, words, paper_lines(rule), guides(rule), tuple(decided))
