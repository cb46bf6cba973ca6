"""The list of printed worksheets is whole, and names worksheets that exist."""

from __future__ import annotations

import pytest

from worksheets.sheets.guide import GUIDE, Standing, beyond_the_guide
from worksheets.sheets.registry import sheets

each_sheet = pytest.mark.parametrize("printed", GUIDE, ids=lambda printed: str(printed.number))


def test_all_printed_worksheets_are_there_in_order():
    assert [printed.number for printed in GUIDE] == list(range(1, 32))
    assert len({printed.title for printed in GUIDE}) == len(GUIDE)


@each_sheet
def test_what_a_printed_worksheet_asked_for_has_a_place_here(printed):
    assert printed.slugs
    assert set(printed.slugs) <= set(sheets())
    assert len(set(printed.slugs)) == len(printed.slugs)


@each_sheet
def test_what_is_not_living_says_what_took_its_place(printed):
    if printed.standing is Standing.LIVING:
        assert not printed.instead
    else:
        assert printed.instead.endswith(".")
        assert 60 <= len(printed.instead) <= 240


def test_standings_are_those_of_the_guide():
    numbers = {
        standing: [printed.number for printed in GUIDE if printed.standing is standing]
        for standing in Standing
    }
    assert numbers[Standing.CHANGED] == [1]
    assert numbers[Standing.OBSOLETE] == [4, 5, 7, 8, 9, 11, 18, 19, 20, 21, 29]


def test_worksheets_beyond_the_guide_are_those_that_no_line_names():
    assert beyond_the_guide(("node", "rack", "network", "monitoring_item")) == (
        "rack",
        "monitoring_item",
    )
