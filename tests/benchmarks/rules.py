"""Measures the judgement of generated plans: as a whole, its parts, and the slowest rules.

Run with `python -m tests.benchmarks.rules` and PLANNER_ENV=development; it needs no database. All
figures come from one process, so that they can be held against each other, and are processor time,
which other processes of the machine lengthen least.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "planner.settings")
os.environ.setdefault("PLANNER_ENV", "development")

import django

django.setup()

import msgspec  # noqa: E402

from tests.benchmarks.__main__ import SIZES, row  # noqa: E402
from tests.generator import generate  # noqa: E402
from worksheets.failures.singles import single_failures  # noqa: E402
from worksheets.plan.plan import Plan  # noqa: E402
from worksheets.plan.rows import KINDS  # noqa: E402
from worksheets.plan.rows.node import Node  # noqa: E402
from worksheets.rules.design import Design  # noqa: E402
from worksheets.rules.estate import NO_ESTATE  # noqa: E402
from worksheets.rules.judge import Judgement, judge  # noqa: E402
from worksheets.rules.policy import NO_POLICY  # noqa: E402
from worksheets.rules.registry import catalogue  # noqa: E402

SLOWEST = 10


def all_rules(plan: Plan) -> Callable[[], None]:
    """Every rule asked, with the indexes that they share; the failure analysis is known already."""
    analysed = _analysed(plan)

    def run() -> None:
        design = analysed.after(plan, NO_POLICY, NO_ESTATE, ())
        for rule in catalogue().values():
            design.memory.begin()
            tuple(rule.check(design, rule))

    return run


def after_a_change(plan: Plan) -> Callable[[], Judgement]:
    """The judgement after the load of one node has changed."""
    before = judge(plan)
    node = plan.rows(Node)[0]
    changed = plan.replace(msgspec.structs.replace(node, cpu_peak=(node.cpu_peak or 0) + 1))
    return lambda: judge(changed, since=before)


def edits(plan: Plan) -> dict[str, Callable[[], Judgement]]:
    """By worksheet: the judgement after one cell of its first row has changed."""
    before = judge(plan)
    works: dict[str, Callable[[], Judgement]] = {}
    for slug, kind in KINDS.items():
        for first in plan.rows(kind)[:1]:
            after = plan.replace(msgspec.structs.replace(first, notes=f"{first.notes}!"))
            works[slug] = partial(judge, after, since=before)
    return works


def medians_ms(works: Sequence[Callable[[], object]], repeats: int) -> list[float]:
    """Median processor time of each. They take turns, so that a slow moment meets all of them.

    Garbage is collected between the rounds; within one it would always meet the same work.
    """
    times: list[list[float]] = [[] for _ in works]
    for _ in range(repeats + 1):
        gc.collect()
        gc.disable()
        for work, found in zip(works, times, strict=True):
            start = time.process_time()
            work()
            found.append(time.process_time() - start)
        gc.enable()
    return [statistics.median(found[1:]) * 1000 for found in times]


def rule_ms(plan: Plan, repeats: int) -> dict[str, float]:
    """Each rule by itself, all that it shares with others being known already."""
    design = _analysed(plan)
    works = [lambda r=rule: list(r.check(design, r)) for rule in catalogue().values()]
    return dict(zip(catalogue(), medians_ms(works, repeats), strict=True))


def _again(plan: Plan, repeats: int) -> dict[str, float]:
    """Processor time of judging again, by the worksheet of the edited cell."""
    works = edits(plan)
    return dict(zip(works, medians_ms(list(works.values()), repeats), strict=True))


def _analysed(plan: Plan) -> Design:
    design = Design(plan)
    _ = design.singles
    return design


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=25)
    repeats = parser.parse_args().repeats
    plans = [generate(1, nodes, groups) for nodes, groups in SIZES]
    print(f"Python {sys.version.split()[0]}, {len(catalogue())} rules")
    print("| " + " " * 44 + " | " + " | ".join(f"{nodes:>3} nodes" for nodes, _ in SIZES) + " |")
    row("rows of the plan", [len(plan) for plan in plans])
    names = (
        "whole judgement, ms",
        "failure analysis alone, ms",
        "every rule asked, analysis known, ms",
        "judged again, one node changed, ms",
    )
    works = [
        (lambda p=plan: judge(p), lambda p=plan: single_failures(p).settled(), all_rules(plan))
        for plan in plans
    ]
    figures = [
        medians_ms((*work, after_a_change(plan)), repeats)
        for work, plan in zip(works, plans, strict=True)
    ]
    for number, name in enumerate(names):
        row(name, [found[number] for found in figures])
    for number, name in enumerate(names[1:], start=1):
        share = name.replace(", ms", ", of the whole")
        row(share, [found[number] / found[0] for found in figures])
    row("whole without the failure analysis, ms", [found[0] - found[1] for found in figures])
    again = [_again(plan, repeats) for plan in plans]
    for place, name in ((len, "worksheets with rows"), (statistics.median, "one cell, median, ms")):
        row(name, [place(list(found.values())) for found in again])
    for number, rank in enumerate(("slowest", "second", "third"), start=1):
        worst = [sorted(found, key=found.__getitem__)[-number] for found in again]
        figure = [found[slug] for slug, found in zip(worst, again, strict=True)]
        row(f"one cell, {rank} ({', '.join(dict.fromkeys(worst))}), ms", figure)
    print(f"\nThe slowest {SLOWEST} rules with {SIZES[-1][0]} nodes, shared indexes known:")
    times = rule_ms(plans[-1], repeats)
    for rule in sorted(times, key=lambda rule: -times[rule])[:SLOWEST]:
        row(f"{rule}, ms", [times[rule]])


if __name__ == "__main__":
    main()
