"""Cells as programs read and write them: typed as in the plan file.

Beside numbers, booleans, texts, stored choices and keys, a reference may be written as
`{"title": NAME}`; null stands for an empty cell.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.sheets.cells import CellError, value_of


def typed_cells(row: Row) -> dict[str, Any]:
    """All cells of a row by column, `key` first, empty ones included."""
    cells: dict[str, Any] = {"key": row.key}
    for name in fields_of(type(row)):
        cells[name] = msgspec.to_builtins(getattr(row, name))
    return cells


def cells_from(
    plan: Plan, kind: type[Row], sent: Mapping[str, object]
) -> tuple[dict[str, object], dict[str, str]]:
    """The values that sent cells stand for, and a message for each that stands for none.

    Both by column. `plan` resolves titles. A key among the cells is passed over.
    """
    values: dict[str, object] = {}
    errors: dict[str, str] = {}
    fields = fields_of(kind)
    for name, value in sent.items():
        if name == "key":
            continue
        field = fields.get(name)
        if field is None:
            errors[name[:64]] = "There is no such column."
            continue
        try:
            values[name] = _value(plan, kind, field, value)
        except CellError as error:
            errors[name] = str(error)
    return values, errors


def expects(field: Field) -> str:
    """What to send for a cell, in words that fit behind "send"."""
    if field.choices is not None:
        return "one of: " + ", ".join(member.value for member in field.choices)
    if field.holds is Holds.FLAG:
        return "true, false or null"
    sheet = field.target.replace("_", " ")
    if field.holds is Holds.REFERENCE:
        return f'the key of a {sheet} row, or {{"title": its name}}'
    if field.holds is Holds.REFERENCES:
        return f'a list of keys of {sheet} rows, or of {{"title": name}}'
    return field.expects


def key_error(key: object) -> str | None:
    """What is wrong with a key, or None."""
    try:
        msgspec.convert(key, type=_types(Row)["key"])
    except msgspec.ValidationError:
        return (
            "This is no key; use 1 to 64 lower-case letters, digits, dots, dashes and underlines, "
            "beginning with a letter or digit."
        )
    return None


def _value(plan: Plan, kind: type[Row], field: Field, value: object) -> object:
    if value is None:
        if field.required:
            raise CellError(f"This cell cannot be empty; send {expects(field)}.")
        return field.default
    if field.holds is Holds.REFERENCE:
        value = _key(plan, field, value)
    elif field.holds is Holds.REFERENCES and isinstance(value, list):
        value = [_key(plan, field, item) for item in value]
    try:
        return msgspec.convert(value, type=_types(kind)[field.name])
    except msgspec.ValidationError as error:
        reason = str(error).replace("`", "").partition(" - at $")[0]
        raise CellError(f"{reason}; send {expects(field)}.") from None


def _key(plan: Plan, field: Field, value: object) -> object:
    if not isinstance(value, dict):
        return value
    title = value.get("title")
    if len(value) != 1 or not isinstance(title, str) or not title.strip():
        raise CellError(f"This names no row; send {expects(field)}.")
    return value_of(plan, dataclasses.replace(field, holds=Holds.REFERENCE), title)


@cache
def _types(kind: type[Row]) -> dict[str, Any]:
    return typing.get_type_hints(kind, include_extras=True)
