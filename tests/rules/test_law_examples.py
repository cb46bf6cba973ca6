"""The examples of the laws say whole titles and name where the law comes from."""

from __future__ import annotations

import re

import pytest

from tests.rules import (
    examples_address_laws,
    examples_legality,
    examples_names_and_pairs,
    examples_storage_laws,
)
from tests.rules.cases import Case
from tests.rules.test_every_rule import found
from worksheets.rules.registry import catalogue

CASES: dict[str, Case] = {
    **examples_address_laws.CASES,
    **examples_legality.CASES,
    **examples_names_and_pairs.CASES,
    **examples_storage_laws.CASES,
}
_SOURCE = re.compile(
    r"(?:[A-Z]+[0-9]+|per IBM guides|AIX commands: [a-z, ]+|PowerHA [a-z]+ guide: [A-Za-z0-9 -]+"
    r"|PowerHA 7\.2\.8: limits of its provisioning tools)\Z"
)


@pytest.mark.parametrize("rule_id", sorted(CASES))
def test_title_is_told_word_for_word(rule_id):
    case = CASES[rule_id]
    first = [item for item in found(rule_id, case.fails) if item.places[0] == case.place]
    assert case.says in [item.title for item in first]


@pytest.mark.parametrize("rule_id", sorted(CASES))
def test_sources_are_lines_of_the_paper_or_guides(rule_id):
    sources = catalogue()[rule_id].sources
    assert [source for source in sources if not _SOURCE.match(source)] == []
    assert len(set(sources)) == len(sources)
