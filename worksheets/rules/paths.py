"""Absolute paths of files, compared by their steps."""

from __future__ import annotations

from collections.abc import Iterator


def lies_under(path: str, directory: str) -> bool:
    """Whether a path is a directory or lies anywhere below it; all paths lie under "/"."""
    trimmed = directory.rstrip("/")
    return path.rstrip("/") == trimmed or path.startswith(f"{trimmed}/")


def paths_in(text: str) -> list[str]:
    """The paths of a cell that holds one on each line."""
    return [path for line in text.split("\n") if (path := line.strip())]


def upwards(path: str) -> Iterator[str]:
    """The path and the directories above it, the deepest first, without the root."""
    path = path.rstrip("/")
    while path:
        yield path
        path = path[: path.rfind("/")] if "/" in path else ""
