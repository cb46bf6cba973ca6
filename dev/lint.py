"""Runs every check of the code, also after one has failed, and says at the end which did.

Run by the virtual environment's Python.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
CHECKS: dict[str, list[str]] = {
    "ruff": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
    "lint-imports": ["lint-imports", "--no-logo"],
    "missing migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "docs/rules.md": ["python", "manage.py", "rules_catalogue", "--check"],
    "OpenAPI": [
        *("python", "manage.py", "spectacular", "--validate", "--fail-on-warn"),
        *("--file", os.devnull),
    ],
}


def main() -> int:
    # Neither check may depend on a database or a server's settings of this machine.
    fixed = {"PLANNER_ENV": "development", "DATABASE_URL": "sqlite://:memory:"}
    failed = []
    for name, (program, *arguments) in CHECKS.items():
        print(f"======== {name} ========", flush=True)
        command = [str(PROGRAMS / program), *arguments]
        if subprocess.run(command, cwd=ROOT, env=os.environ | fixed).returncode:
            failed.append(name)
    print(f"FAILED: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
