"""Which functions each test runs: found out once, then remembered while nothing has changed."""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / ".mutation_cache" / "profile.json"


class Run(NamedTuple):
    """One test on the code as it is. `functions`: module file and qualified name of each."""

    passed: bool
    seconds: float
    functions: frozenset[tuple[str, str]]


def profile(
    items: Iterable[pytest.Item], folder: Path, passes: Callable[[pytest.Item], bool]
) -> dict[str, Run]:
    """The run of each test by its id. Only functions of files in `folder` are noted.

    Tests of a file are run again when the file has changed, or anything that tests share.
    """
    known = _read()
    shared = _digest(_shared_files(), str(folder))
    runs: dict[str, Run] = {}
    by_file: dict[Path, list[pytest.Item]] = {}
    for item in items:
        by_file.setdefault(item.path, []).append(item)
    for file, tests in by_file.items():
        name, key = str(file.relative_to(ROOT)), _digest([file], shared)
        entry = known.get(name, {})
        if entry.get("key") != key or {item.nodeid for item in tests} - entry["tests"].keys():
            print(f"profile {name}", file=sys.__stderr__, flush=True)
            entry = _entry(key, [(item.nodeid, _run(item, folder, passes)) for item in tests])
            _write(known | {name: entry})
        known[name] = entry
        runs |= _runs(entry)
    return {item.nodeid: runs[item.nodeid] for tests in by_file.values() for item in tests}


def _run(item: pytest.Item, folder: Path, passes: Callable[[pytest.Item], bool]) -> Run:
    seen: set[CodeType] = set()

    def enter(frame: FrameType, event: str, _: object) -> None:
        seen.add(frame.f_code)

    start = time.perf_counter()
    # A trace function that returns nothing hears of calls only, not of lines or built-ins.
    sys.settrace(enter)
    try:
        passed = passes(item)
    finally:
        sys.settrace(None)
    inside = f"{folder}/"
    functions = frozenset(
        (code.co_filename, code.co_qualname.partition(".<locals>")[0])
        for code in seen
        if code.co_filename.startswith(inside)
    )
    return Run(passed, time.perf_counter() - start, functions)


def _entry(key: str, runs: list[tuple[str, Run]]) -> dict[str, Any]:
    names = sorted({function for _, run in runs for function in run.functions})
    number = {function: index for index, function in enumerate(names)}
    return {
        "key": key,
        "functions": [[str(Path(file).relative_to(ROOT)), name] for file, name in names],
        "tests": {
            test: [run.passed, run.seconds, sorted(number[item] for item in run.functions)]
            for test, run in runs
        },
    }


def _runs(entry: dict[str, Any]) -> dict[str, Run]:
    names = [(str(ROOT / file), name) for file, name in entry["functions"]]
    return {
        test: Run(passed, seconds, frozenset(names[index] for index in numbers))
        for test, (passed, seconds, numbers) in entry["tests"].items()
    }


def _read() -> dict[str, Any]:
    return json.loads(CACHE.read_text()) if CACHE.exists() else {}


def _write(entries: dict[str, Any]) -> None:
    """After each file, so that a run that is interrupted is taken up again."""
    CACHE.parent.mkdir(exist_ok=True)
    CACHE.write_text(json.dumps(entries))


def _shared_files() -> list[Path]:
    """All code that may decide which functions a test runs, besides the file of the test."""
    files = [*(ROOT / "worksheets").rglob("*.*"), *(ROOT / "tests").rglob("*.*")]
    return sorted(
        file
        for file in files
        if file.suffix in {".py", ".json"}
        and not file.name.startswith("test_")
        and not file.is_relative_to(Path(__file__).parent)
    )


def _digest(files: Iterable[Path], before: str) -> str:
    digest = hashlib.sha256(before.encode())
    for file in files:
        digest.update(f"\x00{file}\x00".encode() + file.read_bytes())
    return digest.hexdigest()
