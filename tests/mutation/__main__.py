"""Mutation testing of worksheets/rules.

    python -m tests.mutation [--only catalogue/spof] [--every 5] [--survivors FILE]

Prints, module by module, how many mutants the tests kill, and the score over all. `--only` may be
given several times. `--every N` tries each Nth mutant of a module only. Ends with 1 when the score
is below `--least` percent. Which functions each test runs is remembered in .mutation_cache.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

os.environ.setdefault("PLANNER_ENV", "development")

import pytest

from tests.mutation.mutants import Mutant, controls, mutants
from tests.mutation.runner import Laboratory, Outcome, Verdict, scores

ROOT = Path(__file__).resolve().parent.parent.parent
RULES = ROOT / "worksheets" / "rules"
# Tests that reach the rules without a database.
TESTS = ("tests/rules", "tests/assistant", "tests/exchange/test_check_reports.py")
# These judge each example or random plans by all rules, for minutes, and tell no rule from another.
WITHOUT = ("order_of_rows", "judged_alike", "that_were_approved")


def main() -> int:
    arguments = _arguments()
    make = controls if arguments.control else mutants
    work = _work(make, arguments.only, arguments.every)
    laboratory = Laboratory(RULES, work, arguments.jobs)
    start = time.monotonic()
    options = [
        "-q",
        "--capture=sys",
        "-p",
        "no:cacheprovider",
        "-k",
        f"not ({' or '.join(WITHOUT)})",
    ]
    status = pytest.main([*options, *TESTS, *arguments.tests], plugins=[laboratory])
    if status != pytest.ExitCode.OK or not laboratory.verdicts:
        print("The tests could not be run, so no mutant was tried.")
        return 2
    for test in laboratory.failing:
        print(f"Left out, because it fails without any mutant: {test}")
    if arguments.control:
        return _controlled(laboratory.verdicts)
    score = _report(laboratory.verdicts, time.monotonic() - start)
    if arguments.survivors:
        arguments.survivors.write_text(_survivors(laboratory.verdicts))
    return 0 if score >= arguments.least else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", help="only modules with this in their path")
    parser.add_argument("--every", type=int, default=1, help="only each Nth mutant of a module")
    parser.add_argument(
        "--control", action="store_true", help="put functions in unchanged: no test may fail"
    )
    parser.add_argument("--least", type=float, default=85.0, help="lowest score in percent")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--survivors", type=Path, help="where to write the mutants that live")
    parser.add_argument("tests", nargs="*", help="more tests to run against the mutants")
    return parser.parse_args()


def _work(
    make: Callable[[str, str, int], Iterable[Mutant]], only: list[str] | None, every: int
) -> list[Mutant]:
    found: list[Mutant] = []
    for path in sorted(RULES.rglob("*.py")):
        name = path.relative_to(ROOT)
        if any(part in str(name) for part in only or [""]):
            found += make(path.read_text(), ".".join(name.with_suffix("").parts), every)
    return found


def _controlled(verdicts: list[Verdict]) -> int:
    """Whether code that was put in unchanged passed all its tests."""
    failed = [verdict.mutant for verdict in verdicts if verdict.outcome is not Outcome.SURVIVED]
    for mutant in failed:
        print(f"{mutant.module} {mutant.function} is not changed, and yet a test fails")
    print(f"{len(verdicts)} functions put in as they are, {len(failed)} of them failed a test")
    return 1 if failed else 0


def _report(verdicts: list[Verdict], seconds: float) -> float:
    by_module = scores(verdicts)
    print("| module | mutants | killed | score |")
    print("| --- | ---: | ---: | ---: |")
    for module, (tried, killed) in by_module.items():
        name = module.removeprefix("worksheets.rules.")
        print(f"| {name} | {tried} | {killed} | {100 * killed / tried:.0f}% |")
    tried = sum(tried for tried, _ in by_module.values())
    killed = sum(killed for _, killed in by_module.values())
    total = 100 * killed / tried if tried else 0.0
    print(f"| **all** | {tried} | {killed} | **{total:.1f}%** |")
    hung = sum(verdict.outcome is Outcome.HUNG for verdict in verdicts)
    untested = sum(verdict.tests == 0 for verdict in verdicts)
    print(f"Of these, {hung} were killed by hanging and {untested} are in code that no test runs.")
    print(f"{len(verdicts) - tried} more could not be tried. {seconds:.0f} seconds.")
    return total


def _survivors(verdicts: list[Verdict]) -> str:
    lines = []
    for mutant, outcome, tests in sorted(verdicts, key=lambda item: item.mutant[:3]):
        if outcome in (Outcome.SURVIVED, Outcome.NOT_TRIED):
            unsure = "" if outcome is Outcome.SURVIVED else ", could not be tried"
            where = f"{mutant.module}:{mutant.line} {mutant.function} ({tests} tests{unsure})"
            lines.append(f"{where}\n- {mutant.was.strip()}\n+ {mutant.is_now.strip()}\n")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
