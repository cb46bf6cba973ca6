"""Where rows and cells of a plan file stand in its text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.strategies import plans
from worksheets.exchange.checks.lines import Lines
from worksheets.plan.plan_file import encode
from worksheets.rules.finding import Place

TEXT = """\
{
  "version": 2,
  "sheets": {
    "node": [
      {"key": "n1",
       "name": "a \\" { } [ ] , : b",
       "cards": ["x", "key", "y"]},
      {
        "name": "later",
        "key": "n2", "notes": "one
line"
      }
    ],
    "site": []
  },
  "format": "ha-cluster-plan"
}
""".replace("one\nline", "one\\nline")


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (Place("node"), 4),
        (Place("node", "n1"), 5),
        (Place("node", "n1", "name"), 6),
        (Place("node", "n1", "cards"), 7),
        (Place("node", "n1", "memory"), 5),
        (Place("node", "n2"), 8),
        (Place("node", "n2", "name"), 9),
        (Place("node", "n2", "notes"), 10),
        (Place("node", "n3", "name"), 4),
        (Place("node", "", "name"), 4),
        (Place("site"), 13),
        (Place("frame", "f1"), 3),
    ],
)
def test_lines_of_places(place, line):
    assert Lines(TEXT).of(place) == line


def test_of_a_worksheet_written_twice_the_second_counts():
    text = '{"sheets": {"node": [{"key": "n1"}],\n"site": [],\n"node": [\n{"key": "n2"}]}}'
    twice = Lines(text)
    assert twice.of(Place("node", "n1")) == 3
    assert twice.of(Place("node", "n2")) == 4
    assert twice.of(Place("site")) == 2


def test_of_sheets_written_twice_the_second_counts():
    text = '{"sheets": {\n"node": [{"key": "n1"}]},\n"sheets": {\n"site": []}}'
    twice = Lines(text)
    assert twice.of(Place("node", "n1")) == 3
    assert twice.of(Place("site")) == 4


def test_a_file_without_worksheets_is_told_by_its_first_line():
    assert Lines('{"format":\n"x"}').of(Place("node", "n1")) == 1


@settings(max_examples=20)
@given(plan=plans, indent=st.sampled_from([None, 0, 2]))
def test_the_line_of_a_row_begins_it(plan, indent):
    document = json.loads(encode(plan))
    text = json.dumps(document, indent=indent, ensure_ascii=False)
    lines, found = text.split("\n"), Lines(text)
    for slug, rows in document["sheets"].items():
        for row in rows:
            for column, value in row.items():
                line = lines[found.of(Place(slug, row["key"], column)) - 1]
                assert json.dumps(column) in line
                if isinstance(value, str) and indent is not None:
                    assert json.dumps(value, ensure_ascii=False) in line
