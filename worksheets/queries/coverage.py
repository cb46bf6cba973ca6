"""How a cluster stands against each demand of the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.queries.workbook import Workbook
from worksheets.rules.checklists.all_lists import item_called
from worksheets.rules.coverage.line import Kind, Line
from worksheets.rules.coverage.paper import LINES, lines_of, rules_by_line
from worksheets.rules.finding import Finding
from worksheets.rules.policy import Policy
from worksheets.rules.registry import catalogue
from worksheets.rules.weighing import weight
from worksheets.sheets.evidence import NOTHING, Telling, Told, tell, tell_item, together


class State(Enum):
    """How a design stands against a demand, gravest first."""

    UNJUDGED = "not judged"
    OPEN = "open findings"
    MISSING = "not entered"
    PARTLY = "partly entered"
    TOLERATED = "tolerated"
    UNASKED = "not asked here"
    BY_HAND = "to tick by hand"
    ANSWERED = "answered"
    UNUSED = "not used here"


@dataclass(frozen=True)
class LineStanding:
    """A demand with what one design says to it.

    `tellings`: one per answer on a worksheet. `unasked`: rules that are switched off here.
    """

    line: Line
    state: State
    open: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    tellings: tuple[Telling, ...]
    unasked: frozenset[str]


def coverage_of(book: Workbook, policy: Policy) -> dict[str, LineStanding]:
    """Every line of the paper, by its id, as the opened plan stands against it."""
    plan = book.plan
    found = _by_line(plan, book.standing.open)
    waived = _by_line(plan, (item.finding for item in book.standing.waived))
    failed = {finding.about for finding in book.judgement.unjudged}
    off = _switched_off(plan, policy)
    lines = {}
    for id_, line in LINES.items():
        tellings = tuple(tell(plan, answer.evidence) for answer in line.answers if answer.evidence)
        rules = {rule.id for rule in rules_by_line().get(id_, ())}
        if rules & failed:
            state = State.UNJUDGED
        elif not all(_is_gap(plan, finding) for finding in found.get(id_, ())):
            state = State.OPEN
        else:
            state = _without_findings(plan, line, tellings, bool(waived.get(id_)))
            if found.get(id_) and state is not State.MISSING:
                state = State.PARTLY
            elif state is State.ANSWERED and rules and rules <= off:
                state = State.UNASKED
        here = tuple(found.get(id_, ())), tuple(waived.get(id_, ()))
        lines[id_] = LineStanding(line, state, *here, tellings, frozenset(rules & off))
    return lines


def _switched_off(plan: Plan, policy: Policy) -> set[str]:
    """Rules that are not asked in this environment, or not by this organisation."""
    environment = plan.options.environment
    rules = catalogue().values()
    return {rule.id for rule in rules if weight(rule, environment, policy) is None}


def totals(lines: Iterable[LineStanding]) -> list[tuple[State, int]]:
    """How many lines are in each state that occurs, gravest first."""
    numbers = Counter(line.state for line in lines)
    return [(state, numbers[state]) for state in State if numbers[state]]


def _by_line(plan: Plan, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        for line in _concerned(plan, finding):
            found.setdefault(line.id, []).append(finding)
    return found


def _concerned(plan: Plan, finding: Finding) -> tuple[Line, ...]:
    """The demands that a finding leaves open.

    A rule that asks for open questions names the demands of all of them; each of its findings
    concerns those that rest on its column, or all when none does.
    """
    lines = lines_of(finding.rule)
    if not _is_gap(plan, finding):
        return lines
    place = finding.places[0]
    ref = f"{place.sheet}.{place.column}"
    resting = tuple(line for line in lines if any(ref == each.ref for each in line.answers))
    return resting or lines


def _is_gap(plan: Plan, finding: Finding) -> bool:
    """Whether it says no more than that a column is empty: it points at the column of a
    worksheet, and then at nothing but empty cells of it.
    """
    first, *cells = finding.places
    if first.key or not first.column or not cells:
        return False
    rows = [plan.get(KINDS[place.sheet], place.key) for place in cells if place.key]
    return len(rows) == len(cells) and all(
        place.sheet == first.sheet
        and place.column == first.column
        and row is not None
        and getattr(row, place.column) in NOTHING
        for place, row in zip(cells, rows, strict=True)
    )


def _without_findings(plan: Plan, line: Line, tellings: tuple[Telling, ...], waived: bool) -> State:
    told = together(tellings)
    if told is Told.NOTHING:
        return State.MISSING
    if told is Told.PART:
        return State.PARTLY
    if waived:
        return State.TOLERATED
    if told is Told.UNUSED:
        return State.UNUSED
    return State.BY_HAND if _left_to_people(plan, line) else State.ANSWERED


def _left_to_people(plan: Plan, line: Line) -> bool:
    for answer in line.answers:
        if answer.kind is Kind.ITEM:
            _, item = item_called(answer.ref)
            told, _ = tell_item(plan, item)
            if not item.enforced and told not in (Told.ALL, Told.UNUSED):
                return True
    return False
