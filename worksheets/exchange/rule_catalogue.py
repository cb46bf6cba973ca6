"""The catalogue of rules as a page of the documentation (Markdown)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from worksheets.rules.chapters import Chapter, Part, parts
from worksheets.rules.registry import Rule
from worksheets.rules.sources import guides, paper_lines

_MARKUP = re.compile(r"([\\*<\[`])")
_NOT_IN_ANCHOR = re.compile(r"[^\w\- ]")
_HEAD = """\
# Rules

<!-- Made by "make rules" from worksheets/rules/catalogue/. Changes belong there. -->

What every plan is held against at each save, in {chapters} chapters with {rules} rules. A
**blocker** would be refused by PowerHA or does not work, a **warning** will probably hurt,
**advice** makes it better. Where two severities are named, the first holds in production and the
second in test and development clusters; an organisation may weigh rules otherwise. "Table 1" names
the row of the best-practice paper's table of single points of failure that a finding leaves open;
ids such as N9 are lines of the paper's checklist.
"""


def rule_catalogue() -> bytes:
    """Every rule with its severities, sources, reason and remedy; UTF-8, always the same."""
    chapters = [chapter for part in parts() for chapter in part.chapters]
    rules = sum(len(chapter.rules) for chapter in chapters)
    lines = [_HEAD.format(chapters=len(chapters), rules=rules)]
    lines += [line for part in parts() for line in _contents(part)]
    for part in parts():
        lines += ["", f"## {part.title}"]
        lines += [line for chapter in part.chapters for line in _chapter(chapter)]
    return ("\n".join(lines) + "\n").encode()


def _contents(part: Part) -> Iterator[str]:
    yield f"- {part.title}"
    for chapter in part.chapters:
        yield f"  - [{_plain(chapter.title)}](#{_anchor(chapter.title)}) ({len(chapter.rules)})"


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield from ("", f"### {_plain(chapter.title)}")
    for rule in chapter.rules:
        yield from ("", f"#### {rule.id}", "", f"**{_plain(rule.title)}**")
        yield from ("", _facts(rule))
        yield from ("", _plain(rule.why))
        yield from ("", f"*What to do:* {_plain(rule.fix)}")


def _facts(rule: Rule) -> str:
    facts = [f"Severity: {severities(rule)}"]
    if rule.table1:
        facts.append(f"Table 1: {rule.table1}")
    if paper_lines(rule):
        facts.append(f"Paper: {', '.join(paper_lines(rule))}")
    if guides(rule):
        facts.append(f"Sources: {', '.join(map(_plain, guides(rule)))}")
    return " · ".join(facts)


def severities(rule: Rule) -> str:
    """The severity, and that outside production where it is another one."""
    elsewhere = rule.outside_production
    if elsewhere is rule.severity:
        return rule.severity.value
    return f"{rule.severity.value}; {elsewhere.value if elsewhere else 'not asked'} elsewhere"


def _plain(text: str) -> str:
    """The text on one line, with no sign that Markdown would take for its own."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _anchor(heading: str) -> str:
    """What the reader of the page makes of a heading."""
    return _NOT_IN_ANCHOR.sub("", heading.lower()).replace(" ", "-")
