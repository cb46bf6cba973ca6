"""The demands of the paper: all there, all answered, and every reference leads somewhere."""

from __future__ import annotations

import re

import pytest

from worksheets.documents.sections import sections
from worksheets.plan.fields import Holds, fields_of
from worksheets.plan.rows import KINDS
from worksheets.rules.checklists.all_lists import CHECKLISTS, item_called
from worksheets.rules.coverage.line import Kind
from worksheets.rules.coverage.paper import CHAPTERS, LINES, lines_of, other_sources, rules_by_line
from worksheets.rules.evidence import Evidence
from worksheets.rules.registry import catalogue
from worksheets.sheets.evidence import label_of

_LINE = re.compile(r"[A-Z]{1,3}\d+")
_ITEMS = [(checklist, item) for checklist in CHECKLISTS for item in checklist.items]


def test_the_paper_makes_118_demands_numbered_by_chapter():
    assert len(LINES) == sum(chapter.count for chapter in CHAPTERS) == 118
    for chapter in CHAPTERS:
        numbered = [f"{chapter.prefix}{number}" for number in range(1, chapter.count + 1)]
        assert [line.id for line in chapter.lines] == numbered


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_every_demand_has_an_answer(line):
    assert line.answers or rules_by_line().get(line.id)


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_demand_is_a_sentence_and_its_answers_say_how(line):
    assert line.demand.endswith(".")
    assert len(line.demand) < 160
    for answer in line.answers:
        assert answer.how
        assert not answer.how.endswith(".")
    places = [(answer.kind, answer.ref, answer.how) for answer in line.answers]
    assert len(set(places)) == len(places)


def check(evidence: Evidence) -> None:
    """Fails unless worksheet, column and condition exist."""
    fields = fields_of(KINDS[evidence.worksheet])
    assert label_of(evidence)
    assert not evidence.column or evidence.column in fields
    if evidence.says is not None:
        assert fields[evidence.column].holds is Holds.FLAG
    if evidence.where:
        name, value = evidence.where
        assert value in list(fields[name].choices)


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_every_reference_of_a_demand_exists(line):
    for answer in line.answers:
        if answer.kind is Kind.SECTION:
            assert answer.ref in sections()
        elif answer.kind is Kind.ITEM:
            _, item = item_called(answer.ref)
            assert item.line == line.id or line.id == "DOC3"
        else:
            assert answer.evidence
            check(answer.evidence)


@pytest.mark.parametrize(("checklist", "item"), _ITEMS, ids=[c.ref(i) for c, i in _ITEMS])
def test_every_item_names_a_demand_that_there_is_and_cells_that_exist(checklist, item):
    assert item.line in LINES
    assert item.text.endswith(".")
    for evidence in (*item.done_when, *item.see):
        check(evidence)


def test_items_are_called_by_one_name_each():
    refs = [checklist.ref(item) for checklist, item in _ITEMS]
    assert len(set(refs)) == len(refs)
    assert len({checklist.id for checklist in CHECKLISTS}) == len(CHECKLISTS)


@pytest.mark.parametrize("rule", catalogue().values(), ids=catalogue())
def test_a_rule_names_only_demands_that_there_are(rule):
    named = [source for source in rule.sources if _LINE.fullmatch(source)]
    assert [source for source in named if source not in LINES] == []
    assert [line.id for line in lines_of(rule.id)] == named
    assert (*named, *other_sources(rule.id)) == tuple(
        sorted(rule.sources, key=lambda source: source not in LINES)
    )


def test_a_rule_is_found_at_each_of_its_demands():
    assert "NODE-BUSY" in {rule.id for rule in rules_by_line()["N9"]}
    for rule in catalogue().values():
        for source in set(rule.sources) & LINES.keys():
            assert rule in rules_by_line()[source]


def test_the_four_and_six_duties_of_scripts_and_the_thirteen_questions_are_asked():
    asked = [item.line for _, item in _ITEMS]
    assert {line: asked.count(line) for line in ("P4", "P5", "U4", "M8")} == {
        "P4": 6,
        "P5": 4,
        "U4": 5,
        "M8": 13,
    }


@pytest.mark.parametrize("line", ["T1", "T3", "M1", "M2", "M4", "M9", "U2", "U3", "DOC4"])
def test_what_should_hold_a_step_up_is_on_a_list(line):
    refs = [answer.ref for answer in LINES[line].answers if answer.kind is Kind.ITEM]
    assert refs
    assert any(item.line == line for _, item in _ITEMS)


def test_a_rule_that_nobody_knows_answers_nothing():
    assert lines_of("RULE-FAILED") == ()
    assert other_sources("RULE-FAILED") == ()
