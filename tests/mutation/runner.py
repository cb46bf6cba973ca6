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
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import NamedTuple

import pytest

from tests.mutation.mutants import Mutant, code_objects

# A test that runs more functions than this runs all rules; it tells no rule from another.
WHOLE_CATALOGUE = 150
# Seconds after which a mutant counts as killed: it hangs.
PATIENCE = 30


class Verdict(NamedTuple):
    """`killed` by a test, by hanging, or not. `tests`: how many run the function."""

    module: str
    mutant: Mutant
    killed: bool
    tests: int


class Laboratory:
    """A pytest plugin: collects tests once, notes which functions each runs, tries mutants."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._items: list[pytest.Item] = []
        self._tests: dict[tuple[str, str], list[tuple[float, pytest.Item]]] = defaultdict(list)
        self.work: list[tuple[str, Mutant]] = []
        self.verdicts: list[Verdict] = []
        self.workers = os.cpu_count() or 1

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._items = session.items
        for item in self._items:
            self._note(item)
        self._try_all()
        return True

    def _note(self, item: pytest.Item) -> None:
        """Run a test unchanged and remember which functions it entered."""
        entered: set[tuple[str, str]] = set()

        def enter(frame: FrameType, event: str, _: object) -> None:
            code = frame.f_code
            if event == "call" and code.co_filename.startswith(self._folder):
                entered.add((code.co_filename, code.co_qualname.partition(".<locals>")[0]))

        start = time.perf_counter()
        sys.setprofile(enter)
        try:
            failed = not _passes([item])
        finally:
            sys.setprofile(None)
        if failed:
            raise pytest.UsageError(f"{item.nodeid} fails without any mutant")
        if len(entered) <= WHOLE_CATALOGUE:
            for function in entered:
                self._tests[function].append((time.perf_counter() - start, item))

    def _try_all(self) -> None:
        running: dict[int, tuple[str, Mutant, int, float]] = {}
        for module, mutant in self.work:
            while len(running) >= self.workers:
                self._reap(running)
            tests = self._tests_of(module, mutant)
            if tests:
                pid = _fork(module, mutant, tests)
                running[pid] = (module, mutant, len(tests), time.monotonic())
            else:
                self.verdicts.append(Verdict(module, mutant, False, 0))
        while running:
            self._reap(running)

    def _tests_of(self, module: str, mutant: Mutant) -> list[pytest.Item]:
        """Tests that run the changed function, the quickest first."""
        file = importlib.import_module(module).__file__ or ""
        return [item for _, item in sorted(self._tests[file, mutant.function], key=_seconds)]

    def _reap(self, running: dict[int, tuple[str, Mutant, int, float]]) -> None:
        """Wait for one process, or end those that hang."""
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid:
            module, mutant, tests, _ = running.pop(pid)
            self.verdicts.append(Verdict(module, mutant, status != 0, tests))
            return
        for child, (_, _, _, since) in running.items():
            if time.monotonic() - since > PATIENCE:
                os.kill(child, signal.SIGKILL)
        time.sleep(0.002)


def _seconds(pair: tuple[float, pytest.Item]) -> float:
    return pair[0]


def _fork(module: str, mutant: Mutant, tests: list[pytest.Item]) -> int:
    """A child that ends with 0 when all tests pass on the mutant."""
    pid = os.fork()
    if pid == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        code = 1
        try:
            replace_code(module, mutant)
            code = 0 if _passes(tests) else 1
        finally:
            os._exit(code)
    return pid


def replace_code(module: str, mutant: Mutant) -> None:
    """Make every function of a loaded module run the code of the mutant."""
    new = code_objects(mutant.source, module)
    for function in _functions(module):
        code = new.get(function.__qualname__)
        if code is not None and function.__qualname__ == mutant.function:
            function.__code__ = code


def _functions(module: str) -> Iterable[FunctionType]:
    return [
        item
        for item in gc.get_objects()
        if isinstance(item, FunctionType) and item.__module__ == module
    ]


def _passes(items: list[pytest.Item]) -> bool:
    """Whether all tests pass; the rest is not run after the first that does not."""
    for item in items:
        reports = _protocol(item)
        if any(report.failed for report in reports):
            return False
    return True


def _protocol(item: pytest.Item) -> list[pytest.TestReport]:
    from _pytest.runner import runtestprotocol

    return runtestprotocol(item, log=False, nextitem=None)


__all__ = ["CodeType", "Laboratory", "Verdict", "replace_code"]
