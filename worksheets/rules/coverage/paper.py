"""All lines of the paper by chapter, and which rules answer them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from worksheets.rules.coverage import applications, closing, failures, platform, practice
from worksheets.rules.coverage.line import Line
from worksheets.rules.registry import Rule, catalogue


@dataclass(frozen=True)
class Chapter:
    """A chapter of the paper. `count`: how many demands it makes; their ids are numbered from 1
    behind `prefix`.
    """

    title: str
    prefix: str
    count: int
    lines: tuple[Line, ...]

    @property
    def anchor(self) -> str:
        return f"chapter-{self.prefix}"


CHAPTERS = (
    Chapter("Eliminating single points of failure", "S", 10, failures.SINGLE_POINTS),
    Chapter("Risk analysis", "R", 8, failures.RISKS),
    Chapter("Nodes", "N", 11, platform.NODES),
    Chapter("Networks", "W", 14, platform.NETWORKS),
    Chapter("Adapters", "A", 5, platform.ADAPTERS),
    Chapter("Applications", "P", 10, applications.APPLICATIONS),
    Chapter("Testing", "T", 6, practice.TESTING),
    Chapter("Maintenance", "M", 10, practice.MAINTENANCE),
    Chapter("Upgrading", "U", 6, practice.UPGRADING),
    Chapter("Monitoring", "O", 4, applications.MONITORING),
    Chapter("Virtualisation", "V", 10, closing.VIRTUALISATION),
    Chapter("Workload partitions", "X", 9, closing.WORKLOAD_PARTITIONS),
    Chapter("Do and don’t", "D", 10, closing.DO_AND_DONT),
    Chapter("Summary: the documents", "DOC", 5, closing.SUMMARY),
)

LINES = {line.id: line for chapter in CHAPTERS for line in chapter.lines}


@cache
def rules_by_line() -> dict[str, tuple[Rule, ...]]:
    """The rules that name each line among their sources; lines without one are not in it."""
    found: dict[str, list[Rule]] = {}
    for rule in catalogue().values():
        for line in lines_of(rule.id):
            found.setdefault(line.id, []).append(rule)
    return {id_: tuple(rules) for id_, rules in found.items()}


def lines_of(rule_id: str) -> tuple[Line, ...]:
    """The lines that a rule answers, in the order of its sources; none for unknown rules."""
    rule = catalogue().get(rule_id)
    if rule is None:
        return ()
    return tuple(LINES[source] for source in rule.sources if source in LINES)


def other_sources(rule_id: str) -> tuple[str, ...]:
    """The sources of a rule that are not lines of the paper."""
    rule = catalogue().get(rule_id)
    return tuple(source for source in rule.sources if source not in LINES) if rule else ()
