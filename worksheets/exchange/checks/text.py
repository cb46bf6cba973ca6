"""The report for people at a terminal: the same bytes for the same plan."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from worksheets.exchange.checks.checked import (
    Checked,
    CheckedPlan,
    UnreadableFile,
    plainly,
    rule_of,
)
from worksheets.rules.finding import Finding, Severity

WIDTH = 96
_LABEL = 10


def report(checked: Iterable[Checked]) -> bytes:
    """All files, one after the other, findings gravest first."""
    parts = ["\n".join(_file(file)) for file in checked]
    return ("\n\n".join(parts) + "\n").encode()


def _file(file: Checked) -> Iterator[str]:
    if isinstance(file, UnreadableFile):
        yield f"{file.name} cannot be read"
        for problem in file.problems:
            yield from _wrapped("  - ", problem)
        return
    options = file.plan.options
    yield f"{file.name}: cluster {file.cluster}, {options.environment.value}"
    yield f"digest {file.digest}"
    yield ", ".join(plainly(severity, count) for severity, count in file.counts.items())
    for severity in Severity:
        found = [finding for finding in file.findings if finding.severity is severity]
        if found:
            yield ""
            yield f"{severity.value.upper()} ({len(found):,})"
        for finding in found:
            yield ""
            yield from _finding(file, finding)


def _finding(file: CheckedPlan, finding: Finding) -> Iterator[str]:
    rule = rule_of(finding)
    yield from _wrapped(f"{finding.rule}  ", finding.title, indent=2)
    for number, spot in enumerate(file.spots(finding)):
        yield from _line("and" if number else "at", f"{spot.words} (line {spot.line})")
    yield from _line("detail", finding.detail)
    yield from _line("chain", " -> ".join(", ".join(stage) for stage in finding.chain))
    yield from _line("why", rule.why if rule else "")
    yield from _line("fix", finding.fix)
    yield from _line("sources", ", ".join(rule.sources) if rule else "")


def _line(label: str, text: str) -> Iterator[str]:
    if text:
        yield from _wrapped(f"  {label:{_LABEL - 2}}", text)


def _wrapped(lead: str, text: str, indent: int = 0) -> Iterator[str]:
    """The text behind its lead; further lines stand below the first, or at the indent."""
    yield from textwrap.wrap(
        " ".join(text.split()),
        WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * (indent or len(lead)),
        break_long_words=False,
        break_on_hyphens=False,
    )
