"""Paths of files and mount points, compared as AIX sees them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from functools import lru_cache


def plain(path: str) -> str:
    """A path without doubled or trailing slashes: //app/ becomes /app; empty stays empty."""
    path = path.strip()
    if path.startswith("/") and not path.endswith("/") and "//" not in path and "/." not in path:
        return path
    return "/" + posixpath.normpath(path).lstrip("/") if path else ""


def within(path: str, directory: str) -> bool:
    """Whether a path is a directory or lies somewhere below it; an empty one is nowhere."""
    inner, outer = plain(path), plain(directory)
    if not inner or not outer:
        return False
    return inner == outer or inner.startswith(outer.rstrip("/") + "/")


def holder(path: str, directories: Iterable[str]) -> str:
    """The deepest of these directories in which a path lies, or an empty text."""
    return max((each for each in directories if within(path, each)), key=_depth, default="")


def paths_in(text: str) -> list[str]:
    """The paths of a cell that holds one on each line."""
    return [path for line in text.split("\n") if (path := line.strip())]


@lru_cache(maxsize=8192)
def upwards(path: str) -> tuple[str, ...]:
    """The path and the directories above it, the deepest first, without the root."""
    path = plain(path)
    found = []
    while path not in ("", "/"):
        found.append(path)
        path = path[: path.rfind("/")]
    return tuple(found)


def _depth(path: str) -> tuple[int, str]:
    return len(plain(path)), path
