"""Cells as people read and write them.

Grid, forms, CSV and print show `text_of`; what they take back goes through `value_of`.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from worksheets.plan.choice import Choice
from worksheets.plan.fields import Field, Holds
from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS

_YES = frozenset({"yes", "y", "true", "1"})
_NO = frozenset({"no", "n", "false", "0"})


class CellError(ValueError):
    """A text that does not fit its column; the message says what to enter."""


def text_of(plan: Plan, field: Field, value: object) -> str:
    """Human text of a cell: labels of choices, names of rows, empty when not answered."""
    if value is None or value == "":
        return ""
    if field.holds is Holds.FLAG:
        return "yes" if value else "no"
    if isinstance(value, Choice):
        return value.label
    if field.holds is Holds.REFERENCE:
        return plan.title(KINDS[field.target], str(value))
    if isinstance(value, tuple):
        titles = plan.titles(KINDS[field.target])
        return ", ".join(titles.get(key, key) for key in value)
    return str(value)


def value_of(plan: Plan, field: Field, text: str) -> object:
    """The value that a text stands for. Raises CellError.

    Blanks around the text do not count. An empty text is the column's default.
    """
    text = text.replace("\r\n", "\n").strip()
    if not text:
        if field.required:
            raise CellError(f"This cell cannot be empty; enter {field.expects}.")
        return field.default
    if field.holds is Holds.INTEGER:
        return _integer(field, text)
    if field.holds is Holds.FLAG:
        return _flag(text)
    if field.choices is not None:
        return _choice(field, field.choices, text)
    if field.holds is Holds.REFERENCE:
        return _reference(plan, field, text)
    if field.holds is Holds.REFERENCES:
        return _references(plan, field, text)
    if field.max_length is not None and len(text) > field.max_length:
        raise CellError(f"The text has {len(text):,} characters; enter {field.expects}.")
    return text


def _integer(field: Field, text: str) -> int:
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 12:
        raise CellError(f"{_short(text)} is not a whole number; enter {field.expects}.")
    number = int(text)
    low, high = field.minimum, field.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        raise CellError(f"{number:,} is out of range; enter {field.expects}.")
    return number


def _flag(text: str) -> bool:
    word = text.lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError(f"{_short(text)} is neither yes nor no; enter yes or no, or leave it empty.")


def _choice(field: Field, choices: type[Choice], text: str) -> Choice:
    word = text.lower()
    for member in choices:
        if word in (member.value.lower(), member.label.lower()):
            return member
    raise CellError(f"{_short(text)} is not allowed here; enter {field.expects}.")


def _references(plan: Plan, field: Field, text: str) -> tuple[str, ...]:
    names = [name.strip() for part in text.split("\n") for name in part.split(",")]
    keys = tuple(_reference(plan, field, name) for name in names if name)
    if len(set(keys)) < len(keys):
        raise CellError("The same name stands here twice; keep one of them.")
    return keys


def _reference(plan: Plan, field: Field, text: str) -> str:
    known = plan.keys_by_title(KINDS[field.target])
    key = known.get(text)
    if key is None:
        alike = [name for name in known if name.lower() == text.lower()]
        if len(alike) != 1:
            raise CellError(_unknown(field, text, known))
        key = known[alike[0]]
    return key


def _unknown(field: Field, text: str, known: Mapping[str, str]) -> str:
    sheet = field.target.replace("_", " ")
    if not known:
        return f"There is no {sheet} yet; add a row for {_short(text)} on that worksheet first."
    near = [name for name in known if text.lower() in name.lower()][:5]
    near = near or difflib.get_close_matches(text, known, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}" if near else f"choose one of {len(known)} rows"
    return f"There is no {sheet} called {_short(text)}; {hint}, or add it on that worksheet first."


def _short(text: str) -> str:
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
