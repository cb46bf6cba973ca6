"""Writes the requirement files: exact versions with hashes of what pyproject.toml asks for.

Needs uv on the PATH. Two sets are made, one for each pair of Python and Django that is tested;
``test.txt``, ``lint.txt`` and ``mutation.txt`` hold what their group adds, at versions that fit
``base.txt``.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON_311 = Path("requirements")
PYTHON_313 = Path("requirements/django-6.1")


def commands() -> Iterator[list[str]]:
    """The uv commands, in the order in which the files build on each other."""
    yield _compile(PYTHON_311, "base", "3.11")
    yield _compile(PYTHON_311, "test", "3.11", after=["base"])
    yield _compile(PYTHON_311, "lint", "3.11", after=["base", "test"])
    yield _compile(PYTHON_311, "mutation", "3.11", after=["base", "test"])
    narrow = ["--constraint", str(PYTHON_313 / "django.in")]
    yield _compile(PYTHON_313, "base", "3.13", narrow)
    yield _compile(PYTHON_313, "test", "3.13", narrow, after=["base"])


def _compile(
    folder: Path, name: str, python: str, narrow: Sequence[str] = (), after: Sequence[str] = ()
) -> list[str]:
    source = ["pyproject.toml"] if name == "base" else ["--group", name]
    fitting = [part for file in after for part in ("--constraint", str(folder / f"{file}.txt"))]
    return [
        *("uv", "pip", "compile", "--quiet", "--upgrade", "--generate-hashes"),
        *("--no-emit-index-url", "--no-emit-find-links", "--no-annotate"),
        *("--custom-compile-command", "make lock", "--python-version", python),
        *source,
        *narrow,
        *fitting,
        *("--output-file", str(folder / f"{name}.txt")),
    ]


def main() -> int:
    for command in commands():
        try:
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        except FileNotFoundError:
            print("make lock needs uv; install it with: pipx install uv", file=sys.stderr)
            return 1
        except subprocess.CalledProcessError as problem:
            return problem.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
