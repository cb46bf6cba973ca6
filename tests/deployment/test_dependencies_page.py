"""docs/dependencies.md gives a reason for each dependency, and for nothing else."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED = {
    "Runtime": PROJECT["project"]["dependencies"],
    "Tests": PROJECT["dependency-groups"]["test"],
    "Linters": PROJECT["dependency-groups"]["lint"],
    "Mutation testing": PROJECT["dependency-groups"]["mutation"],
}


def table(heading: str) -> dict[str, list[str]]:
    """The cells behind each name in the table below ``heading``."""
    section = re.search(rf"^## {heading}$(.*?)(?=^## |\Z)", PAGE, re.M | re.S)[1]
    rows = re.findall(r"^\| `([^`]+)` \|(.+)\|$", section, re.M)
    return {name: [cell.strip() for cell in rest.split("|")] for name, rest in rows}


@pytest.mark.parametrize("heading", DECLARED)
def test_page_and_project_name_the_same_packages(heading):
    declared = {Requirement(text).name for text in DECLARED[heading]}

    assert set(table(heading)) == declared


@pytest.mark.parametrize("heading", DECLARED)
def test_every_package_has_a_reason_and_what_was_considered(heading):
    for name, cells in table(heading).items():
        assert len(cells) == 2, name
        assert all(len(cell) >= 20 for cell in cells), name
