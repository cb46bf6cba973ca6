"""Runs tests against mutants, each in a process of its own forked from one that has them loaded.

A mutant replaces the code of functions that exist already, so that whoever imported them, or
registered them as rules, runs the changed code.
"""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from enum import Enum
from functools import _lru_cache_wrapper, partial
from pathlib import Path
from types import FunctionType
from typing import NamedTuple

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.mutants import Mutant
from tests.mutation.profile import Run, profile

# A test that runs more functions than this runs all rules; it tells no rule from another.
WHOLE_CATALOGUE = 150
# How long the tests of one mutant may take, in seconds of their run on the code as it is. Tests
# that do not fit in are left out, which can only let a mutant live.
TEST_SECONDS = 5.0
# How many times that long, and how many seconds besides, before a mutant counts as hanging.
PATIENCE = 10, 10

Functions = dict[tuple[str, str], list[FunctionType]]


class Outcome(Enum):
    """How the tests took a mutant; the value is the status of the process that ran them."""

    SURVIVED = 0
    KILLED = 1
    NOT_TRIED = 3
    HUNG = -signal.SIGKILL


class Verdict(NamedTuple):
    """`tests`: how many of them run the function."""

    mutant: Mutant
    outcome: Outcome
    tests: int

    @property
    def killed(self) -> bool:
        return self.outcome in (Outcome.KILLED, Outcome.HUNG)


class Trial(NamedTuple):
    """A mutant whose tests run now, and when they have to be done."""

    mutant: Mutant
    tests: int
    until: float


class Laboratory:
    """A pytest plugin: collects tests once, notes which functions each runs, tries mutants."""

    def __init__(self, folder: Path, work: list[Mutant], jobs: int) -> None:
        self._folder = folder
        self._jobs = jobs
        self._work = work
        self._tests: dict[tuple[str, str], list[tuple[Run, pytest.Item]]] = defaultdict(list)
        self.verdicts: list[Verdict] = []
        self.failing: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        runs = profile(session.items, self._folder, lambda item: passes([item]))
        self.failing = [test for test, run in runs.items() if not run.passed]
        for item in session.items:
            run = runs[item.nodeid]
            for function in run.functions if run.passed else ():
                self._tests[function].append((run, item))
        gc.collect()
        known = functions_by_name(mutant.module for mutant in self._work)
        caches = all_caches()
        gc.freeze()
        self._try_all(known, caches)
        return True

    def _try_all(self, known: Functions, caches: list[_lru_cache_wrapper[object]]) -> None:
        running: dict[int, Trial] = {}
        for number, mutant in enumerate(self._work):
            while len(running) >= self._jobs:
                self._reap(running)
            tests, seconds = self._tests_of(mutant)
            if tests:
                functions = known.get((mutant.module, mutant.function), [])
                pid = _fork(partial(replace_code, mutant, functions, caches), tests)
                until = time.monotonic() + PATIENCE[0] * seconds + PATIENCE[1]
                running[pid] = Trial(mutant, len(tests), until)
            else:
                self.verdicts.append(Verdict(mutant, Outcome.SURVIVED, 0))
            if number % 500 == 0:
                print(f"{number} of {len(self._work)}", file=sys.__stderr__, flush=True)
        while running:
            self._reap(running)

    def _tests_of(self, mutant: Mutant) -> tuple[list[pytest.Item], float]:
        """Tests that run the changed function, those that run little else first."""
        file = importlib.import_module(mutant.module).__file__ or ""
        chosen, seconds = [], 0.0
        in_catalogue = ".catalogue." in mutant.module
        for run, item in sorted(self._tests[file, mutant.function], key=_breadth):
            if in_catalogue and len(run.functions) > WHOLE_CATALOGUE:
                break
            if seconds + run.seconds <= TEST_SECONDS:
                chosen.append(item)
                seconds += run.seconds
        return chosen, seconds

    def _reap(self, running: dict[int, Trial]) -> None:
        """Take in one process that has ended, and end those that hang."""
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid:
            trial = running.pop(pid)
            outcome = Outcome(os.waitstatus_to_exitcode(status))
            self.verdicts.append(Verdict(trial.mutant, outcome, trial.tests))
            return
        for child, trial in running.items():
            if time.monotonic() > trial.until:
                os.kill(child, signal.SIGKILL)
        time.sleep(0.002)


def _breadth(pair: tuple[Run, pytest.Item]) -> tuple[int, float]:
    run, _ = pair
    return len(run.functions), run.seconds


def _fork(change: Callable[[], None], tests: list[pytest.Item]) -> int:
    """A child that ends with the value of the outcome."""
    pid = os.fork()
    if pid == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        outcome = Outcome.NOT_TRIED
        try:
            change()
            outcome = Outcome.KILLED
            if passes(tests):
                outcome = Outcome.SURVIVED
        finally:
            os._exit(outcome.value)
    return pid


def replace_code(
    mutant: Mutant,
    functions: list[FunctionType],
    caches: Iterable[_lru_cache_wrapper[object]] = (),
) -> None:
    """Make the functions run the code of the mutant, and forget what they have answered.

    Raises ValueError where there is none, or where the code does not fit.
    """
    if not functions:
        raise ValueError(f"{mutant.module} has no function {mutant.function}")
    codes = mutant.codes()
    for function in functions:
        if function.__name__ != "<lambda>":  # several may have one name
            function.__code__ = codes[function.__qualname__]
    for cached in caches:
        # The list of the rules is the same for all mutants but its own, and slow to make.
        if cached.__name__ != "catalogue" or cached.__module__ == mutant.module:
            cached.cache_clear()


def all_caches() -> list[_lru_cache_wrapper[object]]:
    """What remembers answers of the project's functions."""
    return [
        item
        for item in gc.get_objects()
        if isinstance(item, _lru_cache_wrapper) and item.__module__.startswith("worksheets.")
    ]


def functions_by_name(modules: Iterable[str]) -> Functions:
    """All functions of the modules that are alive, whoever wraps them, with those that they have
    made: a rule may be made by a function that is called when its module is loaded."""
    wanted = {importlib.import_module(module).__name__ for module in modules}
    found = defaultdict(list)
    for item in gc.get_objects():
        if isinstance(item, FunctionType) and item.__module__ in wanted:
            outermost = item.__qualname__.partition(".<locals>")[0]
            found[item.__module__, outermost].append(item)
    return found


def passes(items: list[pytest.Item]) -> bool:
    """Whether all tests pass; the rest is not run after the first that does not."""
    return not any(
        report.failed
        for item in items
        for report in runtestprotocol(item, log=False, nextitem=None)
    )


def scores(verdicts: list[Verdict]) -> dict[str, tuple[int, int]]:
    """Mutants tried and mutants killed by module."""
    tried, killed = Counter[str](), Counter[str]()
    for verdict in verdicts:
        if verdict.outcome is not Outcome.NOT_TRIED:
            tried[verdict.mutant.module] += 1
            killed[verdict.mutant.module] += verdict.killed
    return {module: (tried[module], killed[module]) for module in sorted(tried)}
