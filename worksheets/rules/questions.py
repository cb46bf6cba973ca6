"""Questions that nobody has answered yet: one finding for each column that other rules need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from worksheets.failures.words import listed
from worksheets.plan.row import Row
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Place, Severity, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Check, Rule, rule

_MARKED = 50
_OPEN: tuple[object, ...] = (None, "", ())


def _every_row(row: Row) -> bool:
    return True


@dataclass(frozen=True)
class Question:
    """Columns (with their words) of a worksheet that somebody should answer, and why.

    `least`: how many rows there must be before the question makes sense. `everywhere`: whether it
    is asked outside production too. `where`: the rows that it is put to.
    """

    id: str
    kind: type[Row]
    columns: tuple[tuple[str, str], ...]
    why: str
    sources: tuple[str, ...]
    least: int = 1
    everywhere: bool = True
    where: Callable[[Any], bool] = _every_row


def _check(question: Question) -> Check:
    getters = [attrgetter(column) for column, _ in question.columns]

    def check(design: Design, rule: Rule) -> Iterator[Finding]:
        rows = design.plan.rows(question.kind)
        if len(rows) < question.least:
            return
        for (column, words), answer in zip(question.columns, getters, strict=True):
            # Nearly always every row has an answer, and few answers are "no" or nought.
            if all(map(answer, rows)):
                continue
            unanswered = [row for row in rows if answer(row) in _OPEN and question.where(row)]
            if unanswered:
                yield rule.at(
                    sheet(question.kind, column),
                    *_marked(design, unanswered, column),
                    title=f"{words} is not entered for {_names(design, unanswered)}",
                )

    check.__doc__ = question.why
    return check


def _marked(design: Design, rows: Sequence[Row], column: str) -> list[Place]:
    """The open cells, the first ones where there are many."""
    return [Place(row.slug, row.key, column) for row in layout_of(design).in_order(rows)[:_MARKED]]


def _names(design: Design, rows: Sequence[Row]) -> str:
    if len(rows) > _MARKED:
        return f"{len(rows)} rows"
    titles = design.plan.titles(type(rows[0]))
    return listed(titles[row.key] for row in rows)


def ask(module: str, *questions: Question) -> None:
    """Register a rule for each question, in the chapter that this module is."""
    for question in questions:
        check = _check(question)
        check.__module__ = module
        rule(
            question.id,
            f"Open questions about {question.kind.slug.replace('_', ' ')} rows",
            severity=Severity.ADVICE,
            outside_production=Severity.ADVICE if question.everywhere else None,
            sources=question.sources,
            fix="Enter the answers.",
        )(check)
