"""The catalogue as people read it: parts in planning order, and in each the chapters.

A chapter is a module of `catalogue/`; the first sentence of its docstring is its title.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from worksheets.rules.registry import Rule, catalogue

_SENTENCE = re.compile(r"\.\s")
_FURTHER = "Further rules"
# Beginnings of names of modules, in the order of their chapters. The longest that fits counts.
_PARTS: dict[str, tuple[str, ...]] = {
    "Needs and people": ("requirement", "current_systems", "people", "administrators", "teams"),
    "Single points of failure": ("spof",),
    "Machines": ("node", "frame", "holders", "virtual", "level", "software", "local", "limits"),
    "Sites and splits": (
        *("sites", "split", "manual_split", "tie_breaker", "quarantine", "replicat", "group_sites"),
        *("volume_group_sites",),
    ),
    "Network": ("network", "interface", "port", "address", "netmon", "detection"),
    "Storage": ("disk", "repository", "volume_group", "file_system", "nfs"),
    "Applications": ("application", "controller", "script", "monitor", "service", "strateg"),
    "Resource groups": ("group", "polic", "dependenc", "location", "wpar", "restart"),
    "Running it": ("running", "settings", "watching", "dut", "task", "guide", "unmanaged", "event"),
    "Names": ("name", "naming"),
    "What is not entered yet": ("answers", "relations"),
}


@dataclass(frozen=True)
class Chapter:
    """Rules of one subject, by id. `name`: of its module."""

    name: str
    title: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Part:
    """Chapters that belong together."""

    title: str
    chapters: tuple[Chapter, ...]


@cache
def parts() -> tuple[Part, ...]:
    """Every rule of the catalogue once. A module that no part names stands at the end."""
    modules: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in catalogue().values():
        modules[rule.check.__module__].append(rule)
    found: defaultdict[str, list[tuple[int, Chapter]]] = defaultdict(list)
    for module, rules in modules.items():
        name = module.rpartition(".")[2]
        part, order = _place(name)
        found[part].append((order, Chapter(name, _title(module), tuple(rules))))
    return tuple(
        Part(title, tuple(chapter for _, chapter in sorted(found[title], key=_order)))
        for title in (*_PARTS, _FURTHER)
        if found[title]
    )


def _place(name: str) -> tuple[str, int]:
    """The part of a module, and its place there."""
    fitting = [
        (len(stem), part, order)
        for part, stems in _PARTS.items()
        for order, stem in enumerate(stems)
        if name.startswith(stem)
    ]
    if not fitting:
        return _FURTHER, 0
    _, part, order = max(fitting)
    return part, order


def _order(placed: tuple[int, Chapter]) -> tuple[int, str]:
    order, chapter = placed
    return order, chapter.name


def _title(module: str) -> str:
    text = inspect.cleandoc(sys.modules[module].__doc__ or module).split("\n\n")[0]
    return _SENTENCE.split(" ".join(text.split()))[0].rstrip(".")
