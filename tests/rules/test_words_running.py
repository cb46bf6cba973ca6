"""Titles, places and remedies word for word, as people read them."""

from __future__ import annotations

from tests.rules.words_running import CASES, FILE, words


def test_findings_say_what_was_approved():
    assert words() == FILE.read_text(encoding="utf-8")


def test_every_rule_of_the_chapter_has_approved_words():
    told = {line.split()[0] for line in FILE.read_text(encoding="utf-8").splitlines()
            if not line.startswith(" ")}  # fmt: skip
    assert told == set(CASES)
