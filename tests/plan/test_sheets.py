"""Every worksheet is declared, completely, and in words that hold together."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.plans import described_modules
from worksheets.plan.fields import Holds
from worksheets.plan.formats import unprintable
from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.sheets.cells import value_of
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import NOTES, RATIONALE, Group

# Lines of the checklist by chapter letter.
CHECKLIST = {
    "S": 10,
    "R": 8,
    "N": 11,
    "W": 14,
    "A": 5,
    "P": 10,
    "T": 6,
    "M": 10,
    "U": 6,
    "O": 4,
    "V": 10,
    "X": 9,
    "D": 10,
    "DOC": 5,
}

# Singulars that begin with a name.
PROPER = ("IP ", "Virtual ", "Shared ", "NFS ", "GLVM ")
ELSEWHERE = frozenset({"!REQD owner", "!REQD target", "reserve_policy (chdev)"})

MODULES = described_modules()
CLMGR = frozenset(word for module in MODULES for word in module.CLMGR.split())
COMMON = (NOTES, RATIONALE)
SHEETS = list(sheets().values())
COLUMNS = [
    pytest.param(sheet, column, id=f"{sheet.slug}.{column.name}")
    for sheet in SHEETS
    for column in sheet.all_columns
]
each_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.slug)
each_column = pytest.mark.parametrize(("sheet", "column"), COLUMNS)


def assert_source(source):
    """A line of the checklist, or a chapter of the planning guide."""
    line = re.fullmatch(r"([A-Z]+)(\d+)", source)
    if line:
        assert 1 <= int(line[2]) <= CHECKLIST[line[1]], source
    else:
        assert re.fullmatch(r"PowerHA planning guide: [\w -]+", source), source


@pytest.fixture(scope="module")
def described_plan():
    """The cluster that the examples speak of."""
    return Plan(row for module in MODULES for row in module.ROWS)


def test_every_kind_of_row_has_its_sheet():
    assert {slug: sheet.row for slug, sheet in sheets().items()} == KINDS


def test_the_chapters_follow_each_other_and_no_two_sheets_of_one_share_a_place():
    groups = [sheet.group for sheet in SHEETS]
    assert list(dict.fromkeys(groups)) == list(Group)
    assert groups == sorted(groups, key=lambda group: group.rank)
    places = Counter((sheet.group, sheet.order) for sheet in SHEETS)
    assert [place for place, count in places.items() if count > 1] == []


@each_sheet
def test_columns_and_fields_are_the_same_set(sheet):
    names = [column.name for column in sheet.all_columns]
    assert sorted(names) == sorted(sheet.fields)
    assert names[-2:] == ["notes", "rationale"]
    if "name" in names:
        assert names[0] == "name"


@each_sheet
def test_a_sheet_says_what_its_rows_are(sheet):
    assert sheet.title
    assert sheet.singular
    assert sheet.singular[0].islower() or sheet.singular.startswith(PROPER)
    assert sheet.lead.endswith(".")
    assert 60 <= len(sheet.lead) <= 240


def test_titles_singulars_and_leads_are_each_used_once():
    for words in ("title", "singular", "lead"):
        used = Counter(getattr(sheet, words).lower() for sheet in SHEETS)
        assert [text for text, count in used.items() if count > 1] == []


@each_sheet
def test_labels_are_unique_within_a_sheet(sheet):
    labels = [column.label.lower() for column in sheet.all_columns]
    assert len(set(labels)) == len(labels)


@each_sheet
def test_a_sheet_says_who_asks_for_it(sheet):
    assert sheet.sources
    for source in sheet.sources:
        assert_source(source)


@each_column
def test_labels_and_hints_are_short(sheet, column):
    assert column.label == column.label.strip() != ""
    assert len(column.label) <= 24
    assert len(column.hint) <= 24


@each_column
def test_help_is_one_to_three_sentences(sheet, column):
    assert column.help.endswith(".")
    assert column.help == " ".join(column.help.split())
    sentences = re.split(r"(?<=[a-z0-9)%])[.?!] (?=[A-Z0-9])", column.help)
    assert 1 <= len(sentences) <= 3
    assert 40 <= len(column.help) <= 300


def test_no_two_columns_share_a_help_text():
    helps = Counter(
        column.help for sheet in SHEETS for column in sheet.all_columns if column not in COMMON
    )
    assert [text for text, count in helps.items() if count > 1] == []


@each_column
def test_every_source_is_a_checklist_line_or_a_chapter_of_the_guide(sheet, column):
    assert column.sources
    assert len(set(column.sources)) == len(column.sources)
    for source in column.sources:
        assert_source(source)


@each_column
def test_powerha_names_are_those_of_clmgr(sheet, column):
    if column.powerha and column.powerha not in ELSEWHERE:
        assert set(column.powerha.split(", ")) <= CLMGR


@each_column
def test_numbers_show_a_unit_or_a_hint(sheet, column):
    if sheet.fields[column.name].holds is Holds.INTEGER:
        assert column.unit or column.hint
    else:
        assert not column.unit


@each_column
def test_the_example_can_be_entered_as_it_stands(sheet, column, described_plan):
    field = sheet.fields[column.name]
    if field.holds is Holds.FLAG:
        assert not column.example
        return
    assert column.example
    value = value_of(described_plan, field, column.example)
    assert value not in (None, "", ())
    if isinstance(value, str):
        assert unprintable(value, lines=field.holds is Holds.PROSE) is None
        if field.format:
            assert field.format.check(value) is None


@each_column
def test_widths_hold_the_example_and_the_words_of_the_label(sheet, column):
    field = sheet.fields[column.name]
    assert 6 <= column.width <= 34
    if field.holds is Holds.INTEGER:
        assert column.width <= 10
    longest = max(len(word) for word in column.label.split())
    assert longest <= column.width + 3
    if field.holds not in (Holds.PROSE, Holds.CHOICE) and column not in COMMON:
        assert len(column.example) <= column.width
