"""The requirement files hold exact versions with hashes of what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from dev import bootstrap, lock, system

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "requirements").rglob("*.txt"))
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==(\S+) \\$")


def pins(file: Path) -> dict[str, str]:
    """Version by name of what ``file`` installs."""
    return dict(found.groups() for line in lines(file) if (found := PIN.match(line)))


def lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def asked_for(group: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    if group == "base":
        return [Requirement(text) for text in project["project"]["dependencies"]]
    return [Requirement(text) for text in project["dependency-groups"][group]]


def test_make_lock_writes_every_file():
    written = [ROOT / command[command.index("--output-file") + 1] for command in lock.commands()]

    assert sorted(written) == FILES


@pytest.mark.parametrize("file", FILES, ids=str)
def test_every_line_is_a_pin_or_a_hash_of_one(file):
    without_hash = ""
    for line in lines(file):
        if found := PIN.match(line):
            assert not without_hash, f"{without_hash} has no hash"
            without_hash = found[1]
        elif re.match(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$", line):
            without_hash = ""
        else:
            assert line in (lines(FILES[0])[:2]), f"neither pin nor hash: {line}"
    assert not without_hash


@pytest.mark.parametrize("file", FILES, ids=str)
def test_no_registry_and_no_path_is_named(file):
    text = file.read_text(encoding="utf-8")

    assert not re.search(r"://|index|find-links|(^|\s)/\w", text)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_what_is_asked_for_is_pinned_within_its_range(file):
    pinned = pins(file)

    for requirement in asked_for(file.stem):
        version = pinned.get(requirement.name)
        assert version, f"{requirement.name} is not in {file.name}: run make lock"
        assert requirement.specifier.contains(version), f"{requirement}: {version}"


@pytest.mark.parametrize(
    ("python", "django"), [((3, 11), "5.2"), ((3, 12), "5.2"), ((3, 13), "6.1"), ((3, 14), "6.1")]
)
def test_each_python_gets_the_django_it_is_tested_with(python, django):
    (file,) = bootstrap.requirement_files(python, ["base"])

    assert pins(file)["django"].startswith(f"{django}.")


@pytest.mark.parametrize("folder", [ROOT / lock.PYTHON_311, ROOT / lock.PYTHON_313], ids=str)
def test_files_that_are_installed_together_agree(folder):
    versions: dict[str, str] = {}

    for file in sorted(folder.glob("*.txt")):
        for name, version in pins(file).items():
            assert versions.setdefault(name, version) == version, f"{name} in {file.name}"


def test_a_set_that_does_not_exist_is_refused_with_a_way_out():
    with pytest.raises(system.Missing, match=r"python3\.11"):
        bootstrap.requirement_files((3, 13), ["base", "test", "lint"])
