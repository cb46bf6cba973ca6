"""Brings plan files of older versions up to date, one version at a time.

A step takes the sheets of a file as plain JSON, {slug: [row, ...]}, in one version and returns
them in the next. Nothing has been checked yet, so a step leaves alone whatever does not look as
it expects: the reader reports it afterwards, with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

Sheets = dict[str, Any]

_NAME_LENGTH = 64


def migrate(sheets: Sheets, version: int, target: int) -> Sheets:
    """The sheets of a file of that version as they are in the target version."""
    for step in range(version, target):
        sheets = MIGRATIONS[step](sheets)
    return sheets


def _consoles_become_rows(sheets: Sheets) -> Sheets:
    """1 to 2: the text `frame.hmc` becomes `frame.hmcs`, references to rows of `hmc`.

    A file may have such rows already, with nothing that refers to them; they are found by name.
    """
    frames, present = sheets.get("frame"), sheets.get("hmc", [])
    if not isinstance(frames, list) or not isinstance(present, list):
        return sheets
    consoles = _Consoles(present)
    frames = [_frame(frame, consoles) for frame in frames]
    added = {"hmc": consoles.rows} if consoles.rows else {}
    return {**sheets, "frame": frames, **added}


def _frame(frame: Any, consoles: _Consoles) -> Any:
    """The frame with references in place of the text, at the place where the text was."""
    if not isinstance(frame, dict) or not isinstance(frame.get("hmc"), str):
        return frame
    keys = list(dict.fromkeys(consoles.key_of(text) for text in _parts(frame["hmc"])))
    changed: dict[str, Any] = {}
    for name, value in frame.items():
        if name != "hmc":
            changed[name] = value
        elif keys:
            changed["hmcs"] = keys
    return changed


def _parts(text: str) -> Iterator[str]:
    for part in re.split(r"[,;]", text):
        if part.strip():
            yield part.strip()


class _Consoles:
    """The rows of the worksheet: those that are there, and one for each text that none has."""

    def __init__(self, present: list[Any]) -> None:
        self.rows: list[Any] = list(present)
        readable = [row for row in present if isinstance(row, dict)]
        self._names = {str(row.get("name", "")) for row in readable}
        self._used = {str(row.get("key", "")) for row in readable}
        self._keys = {
            str(row["name"]): str(row["key"]) for row in readable if "name" in row and "key" in row
        }

    def key_of(self, text: str) -> str:
        """Key of the console of that text, which gets its row when none has the name.

        A text that is too long for a name is kept whole in the notes.
        """
        key = self._keys.get(text)
        if key is None:
            key = _unused(_slug(text), 60, self._used)
            name = _unused(text, _NAME_LENGTH, self._names)
            row = {"key": key, "name": name}
            if name != text:
                row["notes"] = text
            self.rows.append(row)
            self._keys[text] = key
        return key


def _unused(text: str, length: int, used: set[str]) -> str:
    """The text cut to a length, with a number when it is in use already."""
    found = text[:length].rstrip()
    number = 1
    while found in used:
        number += 1
        tail = f"-{number}"
        found = text[: length - len(tail)].rstrip() + tail
    used.add(found)
    return found


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9_.-]+", "-", text.lower()).strip("-_.") or "hmc"


MIGRATIONS: dict[int, Callable[[Sheets], Sheets]] = {1: _consoles_become_rows}
