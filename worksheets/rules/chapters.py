"""The catalogue as people read it: parts in planning order, and in each the chapters.

A part is a package of `catalogue/`, called by its docstring; a chapter is a module in it, called by
the first sentence of its docstring.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from worksheets.rules.catalogue import PARTS
from worksheets.rules.registry import Rule, catalogue

_SENTENCE = re.compile(r"\.\s")


@dataclass(frozen=True)
class Chapter:
    """Rules of one subject, by id. `name`: of its module."""

    name: str
    title: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Part:
    """Chapters that belong together, by the names of their modules. `name`: of its package."""

    name: str
    title: str
    chapters: tuple[Chapter, ...]


@cache
def parts() -> tuple[Part, ...]:
    """Every rule of the catalogue once."""
    found: defaultdict[str, defaultdict[str, list[Rule]]] = defaultdict(lambda: defaultdict(list))
    for rule in catalogue().values():
        module = rule.check.__module__
        found[module.rpartition(".")[0]][module].append(rule)
    return tuple(
        Part(
            package.rpartition(".")[2],
            _title(package),
            tuple(
                Chapter(module.rpartition(".")[2], _title(module), tuple(rules))
                for module, rules in sorted(found[package].items())
            ),
        )
        for package in sorted(found, key=_order)
    )


def _order(package: str) -> tuple[int, str]:
    name = package.rpartition(".")[2]
    return (PARTS.index(name) if name in PARTS else len(PARTS)), name


def _title(module: str) -> str:
    text = inspect.cleandoc(sys.modules[module].__doc__ or module).split("\n\n")[0]
    return _SENTENCE.split(" ".join(text.split()))[0].rstrip(".")
