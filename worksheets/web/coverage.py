"""The demands of the best-practice paper: where each is answered, and how a cluster stands."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from worksheets.documents.sections import sections
from worksheets.queries.access import cluster_for
from worksheets.queries.coverage import LineStanding, State, coverage_of, totals
from worksheets.queries.policy import current_policy
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.rules.checklists.all_lists import item_called
from worksheets.rules.coverage.line import Answer, Kind, Line
from worksheets.rules.coverage.paper import CHAPTERS, LINES, Chapter, rules_by_line
from worksheets.rules.registry import Rule
from worksheets.sheets.evidence import Telling, Told, label_of
from worksheets.web.requests import SignedIn
from worksheets.web.workspace import FindingView, finding_view, frame_context, revision_of

_MARKS = {
    State.UNJUDGED: ("■", "blocker"),
    State.OPEN: ("■", "blocker"),
    State.MISSING: ("◌", "todo"),
    State.PARTLY: ("◌", "todo"),
    State.TOLERATED: ("○", "advice"),
    State.UNASKED: ("–", "gone"),
    State.BY_HAND: ("☐", "advice"),
    State.ANSWERED: ("✓", "good"),
    State.UNUSED: ("–", "gone"),
}
_SHOWN = 5


@dataclass(frozen=True)
class AnswerView:
    """An answer in words. `what`: the kind of place; `told`: what the plan says there, if not all
    is well.
    """

    what: str
    label: str
    how: str
    href: str = ""
    told: str = ""


@dataclass(frozen=True)
class LineView:
    """A demand with its answers; `symbol`, `level` and `state` only for a cluster.

    `rules`: each with whether it is switched off here. `more`: open findings not shown.
    """

    line: Line
    rules: tuple[tuple[Rule, bool], ...]
    answers: tuple[AnswerView, ...]
    symbol: str = ""
    level: str = ""
    state: str = ""
    findings: tuple[FindingView, ...] = ()
    more: int = 0


@require_safe
def page(request: SignedIn) -> HttpResponse:
    """Every line of the paper with the rules, cells, pages and lists that answer it."""
    chapters = [(chapter, [_line(line) for line in chapter.lines]) for chapter in CHAPTERS]
    answered = rules_by_line().keys()
    context = {
        "chapters": chapters,
        "lines": len(LINES),
        "by_rules": len(answered),
        "by_hand": sum(_only_ticked(line) for line in LINES.values()),
    }
    return render(request, "worksheets/coverage.html", context)


@require_safe
def cluster_page(request: SignedIn, cluster_id: int) -> HttpResponse:
    """The same lines, each with how this design stands; `state` shows one state only."""
    cluster = cluster_for(request.user, cluster_id)
    book = open_workbook(revision_of(cluster))
    standings = coverage_of(book, current_policy())
    chosen = request.GET.get("state", "")
    chapters = [_chapter(cluster_id, book, chapter, standings, chosen) for chapter in CHAPTERS]
    context = frame_context(request.user, cluster, book, "cluster_coverage")
    context |= {
        "chapters": [(chapter, lines) for chapter, lines in chapters if lines],
        "lines": len(LINES),
        "totals": [
            (state.name.lower(), *_MARKS[state], state.value, number)
            for state, number in totals(standings.values())
        ],
        "chosen": chosen,
    }
    return render(request, "worksheets/cluster_coverage.html", context)


def _only_ticked(line: Line) -> bool:
    return line.id not in rules_by_line() and all(
        answer.kind is Kind.ITEM for answer in line.answers
    )


def _chapter(
    cluster_id: int,
    book: Workbook,
    chapter: Chapter,
    standings: dict[str, LineStanding],
    chosen: str,
) -> tuple[Chapter, list[LineView]]:
    lines = [standings[line.id] for line in chapter.lines]
    shown = [line for line in lines if chosen in ("", line.state.name.lower())]
    return chapter, [_standing(cluster_id, book, line) for line in shown]


def _line(line: Line) -> LineView:
    rules = tuple((rule, False) for rule in rules_by_line().get(line.id, ()))
    return LineView(line, rules, tuple(_answer(answer) for answer in line.answers))


def _standing(cluster_id: int, book: Workbook, here: LineStanding) -> LineView:
    told = {telling.evidence.ref: telling for telling in here.tellings}
    rules = rules_by_line().get(here.line.id, ())
    symbol, level = _MARKS[here.state]
    if here.state is State.OPEN:
        first = finding_view(cluster_id, book, here.open[0])
        symbol, level = first.symbol, first.level
    return LineView(
        here.line,
        tuple((rule, rule.id in here.unasked) for rule in rules),
        tuple(_answer(answer, cluster_id, told.get(answer.ref)) for answer in here.line.answers),
        symbol,
        level,
        _words(here),
        tuple(finding_view(cluster_id, book, finding) for finding in here.open[:_SHOWN]),
        max(0, len(here.open) - _SHOWN),
    )


def _words(here: LineStanding) -> str:
    if here.state is not State.OPEN:
        return here.state.value
    number = len(here.open)
    return f"{number} open finding{'' if number == 1 else 's'}"


def _answer(
    answer: Answer, cluster_id: int | None = None, telling: Telling | None = None
) -> AnswerView:
    """An answer with its label; in a cluster, with a link and with what the plan says there."""
    if answer.kind is Kind.SECTION:
        href = reverse("worksheets:design-pdf", args=[cluster_id]) if cluster_id else ""
        title = sections()[answer.ref].title
        return AnswerView("Design document", title, answer.how, href)
    if answer.kind is Kind.ITEM:
        checklist, item = item_called(answer.ref)
        page = reverse("worksheets:checklists", args=[cluster_id]) if cluster_id else ""
        what = "Held up until done" if item.enforced else "List that people tick"
        href = f"{page}#{answer.ref}" if page else ""
        return AnswerView(what, checklist.title, answer.how, href)
    evidence = answer.evidence
    assert evidence is not None
    what = "Worksheet" if answer.kind is Kind.WORKSHEET else "Column"
    if cluster_id is None or telling is None:
        return AnswerView(what, label_of(evidence), answer.how)
    href = reverse("worksheets:sheet", args=[cluster_id, evidence.worksheet])
    if evidence.column and telling.rows:
        href += f"#row-{telling.rows[0].key}:{evidence.column}"
    said = "" if telling.told is Told.ALL else telling.told.value
    return AnswerView(what, telling.label, answer.how, href, said)
