"""The two-node assistant: a form of one page, then what it had to assume."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from worksheets.assistant.answers import AnswersInvalid
from worksheets.assistant.assumptions import assumptions
from worksheets.assistant.question import Question
from worksheets.assistant.questions import CHAPTERS, QUESTIONS
from worksheets.plan.rows import KINDS
from worksheets.queries.access import cluster_for
from worksheets.queries.workbook import Workbook, open_workbook
from worksheets.services.clusters import quick_start
from worksheets.services.errors import NameTaken
from worksheets.sheets.registry import sheets
from worksheets.web.portfolio import editing_teams
from worksheets.web.requests import SignedIn, chosen_team
from worksheets.web.workspace import counts, frame_context, revision_of


@dataclass(frozen=True)
class AnswerView:
    """A question with what stands in its control and what is wrong with it."""

    question: Question
    text: str
    error: str


@require_http_methods(["GET", "HEAD", "POST"])
def form(request: SignedIn) -> HttpResponse:
    """The questions; answered well, they make a cluster."""
    errors: dict[str, str] = {}
    typed = {name: question.initial for name, question in QUESTIONS.items()}
    typed["administrator"] = request.user.get_full_name()
    if request.method == "POST":
        typed = {name: request.POST.get(name, "") for name in QUESTIONS}
        try:
            cluster = quick_start(actor=request.user, team_id=chosen_team(request), answers=typed)
        except AnswersInvalid as error:
            errors = error.errors
        except NameTaken as error:
            errors = {"cluster": f"{error}."}
        else:
            return redirect("worksheets:assumptions", cluster.pk)
    context = {
        "teams": editing_teams(request.user),
        "team": chosen_team(request),
        "chapters": _chapters(typed, errors),
        "errors": errors,
        "general": errors.get("", ""),
        "wrong": [QUESTIONS[name] for name in QUESTIONS if name in errors],
    }
    status = 422 if errors else 200
    return render(request, "worksheets/quick_start.html", context, status=status)


def _chapters(
    typed: Mapping[str, str], errors: Mapping[str, str]
) -> list[tuple[str, list[AnswerView]]]:
    return [
        (
            chapter.title,
            [
                AnswerView(asked, typed.get(asked.name, ""), errors.get(asked.name, ""))
                for asked in chapter.questions
            ],
        )
        for chapter in CHAPTERS
    ]


@require_safe
def assumed(request: SignedIn, cluster_id: int) -> HttpResponse:
    """What the plan of a cluster still assumes, row by row, and what its findings are."""
    cluster = cluster_for(request.user, cluster_id)
    book = open_workbook(revision_of(cluster))
    context = frame_context(request.user, cluster, book, "assumptions")
    context["groups"] = _assumed(cluster_id, book)
    context["counts"] = counts(book.findings)
    context["spofs"] = book.standing.spofs
    return render(request, "worksheets/assumptions.html", context)


def _assumed(cluster_id: int, book: Workbook) -> list[dict[str, Any]]:
    """Assumptions by worksheet in planning order; rows that share one stand together."""
    order = list(sheets())
    found = sorted(assumptions(book.plan), key=lambda item: order.index(item.sheet))
    groups = []
    for slug, items in groupby(found, key=lambda item: item.sheet):
        href = reverse("worksheets:sheet", args=[cluster_id, slug])
        rows: dict[str, list[tuple[str, str]]] = {}
        for item in items:
            row = (f"{href}#row-{item.key}", book.plan.title(KINDS[slug], item.key))
            rows.setdefault(item.text, []).append(row)
        groups.append({"sheet": sheets()[slug], "items": list(rows.items())})
    return groups
