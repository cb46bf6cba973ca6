"""Makes the virtual environment and installs the requirement files that are named.

    python3 -m dev.bootstrap .venv base test

Run by any Python from 3.11 on, without any package. A second run with unchanged files does
nothing and takes no time.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from dev import system

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
DJANGO_61_FROM = (3, 13)


def requirement_files(version: tuple[int, int], names: Sequence[str]) -> list[Path]:
    """The files to install for a Python ``version``, in the order of ``names``.

    Raises system.Missing for a name that this version has no file for.
    """
    folder = ROOT / "requirements"
    if version >= DJANGO_61_FROM:
        folder /= "django-6.1"
    files = [folder / f"{name}.txt" for name in names]
    for file in files:
        if not file.is_file():
            raise system.Missing(
                f"There is no {file.relative_to(ROOT)}: Python {version[0]}.{version[1]} has no "
                f"such set. Use Python 3.11 or 3.12, for instance: make lint PYTHON=python3.11"
            )
    return files


def environment_python(venv: Path) -> Path:
    """The Python of the virtual environment ``venv``, which is made or mended where needed."""
    python = venv / "bin" / "python"
    if _runs(python, "-c", "import pip"):
        return python
    system.provide_venv()
    if not _runs(python, "-m", "ensurepip"):
        print(f"Making the virtual environment {venv} ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(venv)], check=True)
    return python


def _runs(*command: str | Path) -> bool:
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def version_of(python: Path) -> tuple[int, int]:
    """Major and minor version of an interpreter."""
    code = "import sys; print(*sys.version_info[:2])"
    answer = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True)
    major, minor = answer.stdout.split()
    return int(major), int(minor)


def install(python: Path, files: Sequence[Path]) -> None:
    """Install the requirement files, unless the environment's note says that was done.

    The note holds the digest of each file that was installed as it is now; it is written only
    after success, so that an interrupted run is taken up again.
    """
    note = python.parent.parent / "installed-requirements"
    noted = note.read_text(encoding="utf-8").split() if note.exists() else []
    digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    if set(digests) <= set(noted):
        return
    print("Installing", *(file.relative_to(ROOT) for file in files), "...", flush=True)
    chosen = [part for file in files for part in ("--requirement", str(file))]
    pip = [str(python), "-m", "pip", "-qq", "--disable-pip-version-check", "--no-input"]
    subprocess.run([*pip, "install", "--require-hashes", *chosen], check=True)
    note.write_text("\n".join(digests) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    if sys.version_info[:2] < OLDEST:
        here = sys.version.split()[0]
        print(
            f"Python 3.11 or newer is needed and this is {here}. Name another one, for instance: "
            "make run PYTHON=/usr/bin/python3.12",
            file=sys.stderr,
        )
        return 1
    venv, *names = arguments
    try:
        python = environment_python(ROOT / venv)
        install(python, requirement_files(version_of(python), names))
        system.provide_libraries()
    except system.Missing as problem:
        print(problem, file=sys.stderr)
    except subprocess.CalledProcessError as problem:
        print(f"This failed, see above: {' '.join(map(str, problem.cmd))}", file=sys.stderr)
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
