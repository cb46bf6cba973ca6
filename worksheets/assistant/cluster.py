"""From answers to a plan that PowerHA takes and that has no single point of failure."""

from __future__ import annotations

from collections.abc import Mapping

from worksheets.assistant.addresses import addresses
from worksheets.assistant.answers import AnswersInvalid, read_answers
from worksheets.assistant.machines import machines
from worksheets.assistant.questions import QUESTIONS
from worksheets.assistant.service import service
from worksheets.assistant.storage import storage
from worksheets.plan.integrity import problems
from worksheets.plan.plan import Plan
from worksheets.rules.finding import Severity
from worksheets.rules.judge import judge
from worksheets.rules.registry import catalogue


def two_node_cluster(texts: Mapping[str, str]) -> Plan:
    """The plan that the answers (texts by question) make.

    What cannot be known from them is assumed where the cluster would not be sound without it,
    and the rows say so; everything else stays open. Raises AnswersInvalid, also for answers
    that can be stored but that PowerHA would refuse.
    """
    answers = read_answers(texts)
    plan = Plan([*service(answers), *machines(answers), *addresses(answers), *storage(answers)])
    errors = _unstorable(plan) or _refused(plan)
    if errors:
        raise AnswersInvalid(errors)
    return plan


def _unstorable(plan: Plan) -> dict[str, str]:
    errors: dict[str, str] = {}
    for problem in problems(plan):
        question = _question(problem.sheet, problem.key, problem.column)
        message = f"{problem.message[:1].upper()}{problem.message[1:]}."
        if not question:
            title = f"{problem.sheet.replace('_', ' ')} {problem.key}, {problem.column}"
            message = f"{title}: {problem.message}."
        errors.setdefault(question, message)
    return errors


def _refused(plan: Plan) -> dict[str, str]:
    """Blockers by the answers that they come from; single points of failure may be planned."""
    rules = catalogue()
    errors: dict[str, str] = {}
    for finding in judge(plan).findings:
        spof = finding.rule in rules and rules[finding.rule].table1
        if finding.severity is not Severity.BLOCKER or spof:
            continue
        asked = (_question(place.sheet, place.key, place.column) for place in finding.places)
        question = next((name for name in asked if name), "")
        errors.setdefault(question, f"{finding.title}. {finding.fix}")
    return errors


def _question(sheet: str, key: str, column: str) -> str:
    """Name of the question that fills a cell, or an empty text."""
    places = ((sheet, key, column), (sheet, "", column))
    return next((name for name, asked in QUESTIONS.items() if asked.place in places), "")
