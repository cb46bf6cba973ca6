"""What is entered for a waiver, from texts to values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from worksheets.models.waiver import LONGEST, MOST_COST
from worksheets.plan.formats import unprintable
from worksheets.services.errors import RowInvalid

FIELDS = (
    "risk",
    "probability",
    "cost_of_failure",
    "cost_of_countermeasure",
    "currency",
    "decision",
    "owner",
    "review_by",
)
REVIEW_WITHIN = timedelta(days=731)
# Signs between thousands only, so that a decimal comma does not make ten times as much.
_NUMBER = re.compile(r"[0-9]{1,20}|[0-9]{1,3}(?:[ ,][0-9]{3}){1,6}")
_LENGTHS = {"risk": LONGEST, "decision": LONGEST, "owner": 200, "currency": 10}
_LARGEST = {
    "probability": 100,
    "cost_of_failure": MOST_COST,
    "cost_of_countermeasure": MOST_COST,
}


def read_waiver(texts: Mapping[str, str], today: date) -> dict[str, Any]:
    """Values by field. Raises RowInvalid with what is wrong with each text."""
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for name in FIELDS:
        text = texts.get(name, "").replace("\r\n", "\n").strip()
        try:
            values[name] = _read(name, text, today)
        except ValueError as error:
            errors[name] = str(error)
    if errors:
        raise RowInvalid(errors)
    return values


def _read(name: str, text: str, today: date) -> str | int | date:
    if not text:
        raise ValueError("Fill this in; a waiver needs all of its answers.")
    if name in _LENGTHS:
        return _text(text, _LENGTHS[name], lines=name in ("risk", "decision"))
    if name == "review_by":
        return _date(text, today)
    return _number(text, _LARGEST[name])


def _text(text: str, length: int, *, lines: bool) -> str:
    wrong = unprintable(text, lines=lines)
    if wrong:
        raise ValueError(f"The text {wrong}; remove it.")
    if len(text) > length:
        raise ValueError(f"Enter a text of at most {length:,} characters.")
    return text


def _number(text: str, largest: int) -> int:
    digits = text.replace(" ", "").replace(",", "")
    if not _NUMBER.fullmatch(text) or int(digits) > largest:
        raise ValueError(f"Enter a whole number from 0 to {largest:,}.")
    return int(digits)


def _date(text: str, today: date) -> date:
    last = today + REVIEW_WITHIN
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"Enter a date such as {last.isoformat()}.") from None
    if not today < day <= last:
        raise ValueError(f"Choose a day after today and not after {last.isoformat()}.")
    return day
