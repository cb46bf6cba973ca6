"""Mutation testing of worksheets/rules.

    python -m tests.mutation [--only catalogue/spof] [--every 5] [--survivors FILE]

Prints, module by module, how many mutants the tests in tests/rules kill, and the score over all.
`--every N` tries each Nth mutant only. Ends with 1 when the score is below `--least` percent.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from pathlib import Path

os.environ.setdefault("PLANNER_ENV", "development")

import pytest

from tests.mutation.mutants import mutants
from tests.mutation.runner import Laboratory, Verdict

ROOT = Path(__file__).resolve().parent.parent.parent
RULES = ROOT / "worksheets" / "rules"


def main() -> int:
    arguments = _arguments()
    laboratory = Laboratory(RULES)
    laboratory.work = _work(arguments.only, arguments.every)
    start = time.monotonic()
    tests = ["tests/rules", *arguments.tests]
    status = pytest.main(["-q", "-p", "no:cacheprovider", *tests], plugins=[laboratory])
    if status != pytest.ExitCode.OK or not laboratory.verdicts:
        print("The tests could not be run, so no mutant was tried.")
        return 2
    score = _report(laboratory.verdicts, time.monotonic() - start)
    if arguments.survivors:
        arguments.survivors.write_text(_survivors(laboratory.verdicts))
    return 0 if score >= arguments.least else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only modules with this in their path")
    parser.add_argument("--every", type=int, default=1, help="only each Nth mutant")
    parser.add_argument("--least", type=float, default=85.0, help="lowest score in percent")
    parser.add_argument("--survivors", type=Path, help="where to write the mutants that live")
    parser.add_argument("tests", nargs="*", help="more tests to run against the mutants")
    return parser.parse_args()


def _work(only: str, every: int) -> list[tuple[str, object]]:
    found = []
    for path in sorted(RULES.rglob("*.py")):
        if only in str(path.relative_to(ROOT)):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            found += [(module, mutant) for mutant in mutants(path.read_text())]
    return found[::every]


def _report(verdicts: list[Verdict], seconds: float) -> float:
    tried, killed = Counter(), Counter()
    for verdict in verdicts:
        tried[verdict.module] += 1
        killed[verdict.module] += verdict.killed
    print("| module | mutants | killed | score |")
    print("| --- | ---: | ---: | ---: |")
    for module in sorted(tried):
        name = module.removeprefix("worksheets.rules.")
        score = 100 * killed[module] / tried[module]
        print(f"| {name} | {tried[module]} | {killed[module]} | {score:.0f}% |")
    total = 100 * killed.total() / tried.total()
    print(f"| **all** | {tried.total()} | {killed.total()} | **{total:.1f}%** |")
    print(f"{seconds:.0f} seconds")
    return total


def _survivors(verdicts: list[Verdict]) -> str:
    lines = []
    for module, mutant, killed, tests in verdicts:
        if not killed:
            where = f"{module}:{mutant.line} {mutant.function} ({tests} tests)"
            lines.append(f"{where}\n- {mutant.was.strip()}\n+ {mutant.is_now.strip()}\n")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
