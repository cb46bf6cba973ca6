"""Runs the tests stage by stage and says at the end what was run and what was not.

    python -m dev.test [sqlite] [postgresql] [journeys] [-- options of pytest]

A stage that lacks its database or browser is passed over loudly; with CI=true that is a failure.
Run by the virtual environment's Python.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dev.with_postgres import NO_SERVER

ROOT = Path(__file__).resolve().parent.parent
PURE = ("plan", "rules", "mutation", "failures", "assistant", "exchange")
DATABASE = ("planner", "services", "web", "api", "documents", "deployment")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NO_TESTS = 5  # pytest's exit status when it found none
NOT_RUN = "NOT RUN"
PASSED = "passed"
FAILED = "FAILED"


def folders(names: Sequence[str]) -> list[str]:
    """Those test folders of ``names`` that hold tests."""
    found = [Path("tests") / name for name in names]
    return [str(path) for path in found if any((ROOT / path).rglob("test_*.py"))]


def pytest(arguments: Sequence[str], *, before: Sequence[str] = (), **variables: str) -> str:
    """Run pytest in the project and say how it ended.

    ``before`` is put before its command line, ``variables`` into its environment.
    """
    environment = os.environ | {"PLANNER_ENV": "development"} | variables
    command = [*before, sys.executable, "-m", "pytest", *arguments]
    status = subprocess.run(command, cwd=ROOT, env=environment).returncode
    if status == NO_TESTS or (before and status == NO_SERVER):
        return NOT_RUN
    return FAILED if status else PASSED


def on_sqlite(options: Sequence[str]) -> str:
    """Every test that needs no browser, on SQLite, whatever DATABASE_URL says."""
    chosen = ["-n", "2", *folders(PURE + DATABASE), *options]
    return pytest(chosen, DATABASE_URL="sqlite:///var/planner.sqlite3", EXPECT_DATABASE="sqlite")


def on_postgresql(options: Sequence[str]) -> str:
    """The tests that use a database once more, on PostgreSQL."""
    # pytest-django reads the settings before any conftest.py, so the address has to be in the
    # environment before pytest starts.
    before = [sys.executable, "-m", "dev.with_postgres", "--"]
    chosen = ["-n", "2", *folders(DATABASE), *options]
    return pytest(chosen, before=before, EXPECT_DATABASE="postgresql")


def in_browser(options: Sequence[str]) -> str:
    """The journeys, in the Chromium that CHROMIUM names or that is on the PATH."""
    browser = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None or shutil.which(browser) is None:
        print(
            f"No Chromium: looked for {browser or ', '.join(BROWSERS)}. Type this, or name one "
            "in CHROMIUM, then try again:\n\n    sudo apt-get install --yes chromium\n",
            file=sys.stderr,
        )
        return NOT_RUN
    return pytest([*folders(["journeys"]), *options], CHROMIUM=browser)


STAGES: dict[str, Callable[[Sequence[str]], str]] = {
    "sqlite": on_sqlite,
    "postgresql": on_postgresql,
    "journeys": in_browser,
}


def exit_status(results: dict[str, str], *, in_ci: bool) -> int:
    """0 when nothing failed; in CI a stage that was not run counts as failed."""
    bad = {FAILED, NOT_RUN} if in_ci else {FAILED}
    return 1 if bad & set(results.values()) else 0


def main(arguments: Sequence[str]) -> int:
    names, options = list(arguments), []
    if "--" in names:
        split = names.index("--")
        names, options = names[:split], names[split + 1 :]
    if unknown := [name for name in names if name not in STAGES]:
        print(f"No stage {', '.join(unknown)}; there are {', '.join(STAGES)}.", file=sys.stderr)
        return 2
    results, lines = {}, []
    for name in names or STAGES:
        start = time.monotonic()
        print(f"\n======== tests: {name} ========", flush=True)
        results[name] = STAGES[name](options)
        lines.append(f"{name:12} {results[name]:8} {time.monotonic() - start:6.0f} s")
    print("\n".join(["", *lines]))
    if NOT_RUN in results.values():
        print("\n!!!! Not everything was tested: see NOT RUN above. !!!!")
    return exit_status(results, in_ci=os.environ.get("CI", "").lower() in {"1", "true"})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
