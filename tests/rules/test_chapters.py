"""The catalogue in chapters, and the page of the documentation made from it."""

from __future__ import annotations

import re

import pytest
from django.core.management import CommandError, call_command

from worksheets.exchange.rule_catalogue import rule_catalogue, severities
from worksheets.rules import chapters, registry
from worksheets.rules.catalogue import PARTS
from worksheets.rules.chapters import parts
from worksheets.rules.finding import Severity
from worksheets.rules.registry import catalogue, rule
from worksheets.rules.sources import guides, is_paper_line, paper_lines

PAGE = rule_catalogue().decode()


def test_every_rule_stands_in_one_chapter():
    ids = [r.id for part in parts() for chapter in part.chapters for r in chapter.rules]
    assert sorted(ids) == list(catalogue())


def test_rules_of_one_module_stay_together_in_the_order_of_their_ids():
    for part in parts():
        for chapter in part.chapters:
            modules = {r.check.__module__.rpartition(".")[2] for r in chapter.rules}
            assert modules == {chapter.name}
            assert [r.id for r in chapter.rules] == sorted(r.id for r in chapter.rules)


def test_parts_are_packages_in_planning_order():
    assert [part.name for part in parts()] == list(PARTS)
    assert [part.title for part in parts()][:2] == ["Needs and people", "Single points of failure"]
    for part in parts():
        assert [chapter.name for chapter in part.chapters] == sorted(
            chapter.name for chapter in part.chapters
        )


def test_a_package_that_is_not_named_comes_last():
    names = ["worksheets.rules.catalogue.other", "worksheets.rules.catalogue.unanswered"]
    assert sorted(names, key=chapters._order)[-1] == names[0]


def test_a_chapter_is_called_after_the_first_sentence_of_its_module():
    titles = {chapter.name: chapter.title for part in parts() for chapter in part.chapters}
    assert titles["policies"] == "Policies of resource groups: which go together"
    assert titles["netmon"].startswith("netmon.cf: how a node")


@pytest.mark.parametrize(
    ("source", "is_line"),
    [("N9", True), ("DOC4", True), ("S10", True), ("per IBM guides", False), ("N9a", False)],
)
def test_lines_of_the_paper_are_told_from_guides(source, is_line):
    assert is_paper_line(source) is is_line


def test_sources_are_all_shown_once():
    for known in catalogue().values():
        assert sorted((*paper_lines(known), *guides(known))) == sorted(known.sources)


def test_page_has_every_rule_with_what_it_says():
    sections = dict(re.findall(r"^#### (\S+)\n(.*?)(?=^#|\Z)", PAGE, re.M | re.S))
    assert list(sections) == [r.id for part in parts() for c in part.chapters for r in c.rules]
    for rule_id, text in sections.items():
        told = catalogue()[rule_id]
        read = re.sub(r"\\(.)", r"\1", text)
        assert f"**{told.title}**" in read
        assert f"Severity: {severities(told)}" in read
        assert " ".join(told.why.split()) in read
        assert f"*What to do:* {' '.join(told.fix.split())}" in read
        assert all(source in read for source in told.sources)
        assert (f"Table 1: {told.table1}" in read) == bool(told.table1)


def test_contents_lead_to_the_chapters():
    headings = re.findall(r"^### (.+)$", PAGE, re.M)
    linked = dict(re.findall(r"^  - \[(.+)\]\(#(.+)\) \(\d+\)$", PAGE, re.M))
    assert list(linked) == headings
    assert len(set(linked.values())) == len(headings)
    assert linked["Addresses and their subnets"] == "addresses-and-their-subnets"


@pytest.mark.parametrize(
    ("elsewhere", "words"),
    [
        (Severity.BLOCKER, "blocker"),
        (Severity.ADVICE, "blocker; advice elsewhere"),
        (None, "blocker; not asked elsewhere"),
    ],
)
def test_severities_in_words(monkeypatch, elsewhere, words):
    monkeypatch.setattr(registry, "_RULES", {})

    @rule("X-1", "X", severity=Severity.BLOCKER, sources=(), fix="", outside_production=elsewhere)
    def check(design, rule):
        """Because."""

    assert severities(registry._RULES["X-1"]) == words


def test_command_writes_the_page_and_tells_when_it_is_stale(tmp_path):
    file = tmp_path / "rules.md"
    with pytest.raises(CommandError, match="make rules"):
        call_command("rules_catalogue", "--check", "--output", str(file))
    call_command("rules_catalogue", "--output", str(file))
    assert file.read_bytes() == rule_catalogue()
    call_command("rules_catalogue", "--check", "--output", str(file))
    file.write_text(file.read_text().replace("Rules", "rules", 1))
    with pytest.raises(CommandError, match="make rules"):
        call_command("rules_catalogue", "--check", "--output", str(file))
    assert file.read_text().startswith("# rules")
