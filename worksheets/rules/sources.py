"""Where a rule comes from: lines of the paper's checklist, and everything else."""

from __future__ import annotations

import re

from worksheets.rules.registry import Rule

_LINE = re.compile(r"[A-Z]+[0-9]+")


def is_paper_line(source: str) -> bool:
    """Whether a source is a line of the checklist, such as N9 or DOC4."""
    return _LINE.fullmatch(source) is not None


def paper_lines(rule: Rule) -> tuple[str, ...]:
    """The lines of the paper's checklist that a rule answers."""
    return tuple(source for source in rule.sources if is_paper_line(source))


def guides(rule: Rule) -> tuple[str, ...]:
    """The other sources of a rule."""
    return tuple(source for source in rule.sources if not is_paper_line(source))
