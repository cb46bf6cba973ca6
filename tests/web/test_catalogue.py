"""The page of rules."""

from __future__ import annotations

import html
import re

import pytest

from worksheets.rules.chapters import parts
from worksheets.rules.finding import Severity
from worksheets.rules.registry import catalogue

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(client, architect):
    """Texts of the rules on the page by id, for a query."""
    client.force_login(architect)

    def shown(**query: str) -> dict[str, str]:
        text = client.get("/rules/", query).content.decode()
        found = re.findall(r'<article class="[^"]+" id="([^"]+)">(.*?)</article>', text, re.S)
        return {rule: html.unescape(body) for rule, body in found}

    return shown


def test_every_rule_stands_in_its_chapter_with_all_it_says(shown):
    articles = shown()
    assert list(articles) == [r.id for part in parts() for c in part.chapters for r in c.rules]
    for rule_id, text in articles.items():
        rule = catalogue()[rule_id]
        assert rule.why in text
        assert rule.fix in text
        assert all(source in text for source in rule.sources)
        assert ("elsewhere" in text.split("</p>")[0]) == (
            rule.outside_production is not rule.severity
        )


def test_words_choose_rules_wherever_they_stand(shown):
    assert "NODE-BUSY" in shown(q="node-busy")
    found = shown(q="Site S10")
    assert 0 < len(found) < len(catalogue())
    for text in found.values():
        assert "site" in text.lower()
        assert "s10" in text.lower()
    assert shown(q="no rule says this") == {}


def test_a_line_of_the_paper_is_not_the_beginning_of_another(shown):
    answering = {
        line: {rule.id for rule in catalogue().values() if line in rule.sources}
        for line in ("N1", "N10")
    }
    assert answering["N1"] != answering["N10"]
    assert {line: set(shown(q=line.lower())) for line in answering} == answering


def test_a_severity_counts_in_production_and_elsewhere(shown):
    blockers = {
        rule.id
        for rule in catalogue().values()
        if Severity.BLOCKER in (rule.severity, rule.outside_production)
    }
    assert set(shown(severity="blocker")) == blockers
    assert set(shown(severity="blocker", q="spof-")) == {b for b in blockers if "SPOF-" in b}


def test_page_says_how_many_and_leads_to_its_parts(client, architect):
    client.force_login(architect)
    text = client.get("/rules/").content.decode()
    assert f"All {len(catalogue())} rules" in text
    links = re.findall(r'<a href="#([a-z-]+)">', text)
    assert links == re.findall(r'<h2 class="part" id="([a-z-]+)">', text)
    assert len(links) == len(parts())
    some = client.get("/rules/", {"q": "<b>"}).content.decode()
    assert f"0 of {len(catalogue())} rules" in some
    assert 'value="&lt;b&gt;"' in some
