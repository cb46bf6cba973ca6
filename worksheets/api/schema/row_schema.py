"""The JSON schema of a worksheet's rows, built from its declaration."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec

from worksheets.plan.fields import Field, Holds
from worksheets.plan.markers import KEY_PATTERN
from worksheets.plan.plan import Plan
from worksheets.sheets.cells import CellError, value_of
from worksheets.sheets.sheet import Column, Sheet

Schema = dict[str, Any]

KEY: Schema = {
    "type": "string",
    "pattern": KEY_PATTERN.replace(r"\Z", "$"),
    "description": "Names the row for life. References to the row hold it.",
}
_TITLE: Schema = {
    "type": "object",
    "required": ["title"],
    "additionalProperties": False,
    "properties": {"title": {"type": "string", "minLength": 1, "description": "Name of the row."}},
}


class Form(StrEnum):
    """Where a row stands, as the ending of its schema's name."""

    READ = ""
    INPUT = "Input"
    PATCH = "Patch"
    LINE = "Line"


def row_schema(sheet: Sheet, form: Form) -> Schema:
    """Schema of a row: as read, sent whole, sent in part, or as a line of the plan file.

    As read, every column is there; in a plan file, those that differ from the default.
    """
    sent = form in (Form.INPUT, Form.PATCH)
    columns = {c.name: _column(sheet.fields[c.name], c, sent=sent) for c in sheet.all_columns}
    required = [name for name, field in sheet.fields.items() if field.required]
    if form is Form.READ:
        required = ["key", *columns]
    elif form is Form.LINE:
        required = ["key", *required]
    schema: Schema = {
        "type": "object",
        "description": sheet.lead,
        "properties": {"key": KEY, **columns},
        "additionalProperties": False,
    }
    if required and form is not Form.PATCH:
        schema["required"] = required
    return schema


def _column(field: Field, column: Column, *, sent: bool) -> Schema:
    schema: Schema = {"title": column.label, "description": _description(field, column)}
    schema |= _holds(field, sent=sent)
    if not field.required and (sent or field.default is None):
        schema["nullable"] = True
        if "enum" in schema:
            schema["enum"] = [*schema["enum"], None]
    if not field.required:
        schema["default"] = msgspec.to_builtins(field.default)
    example = _example(field, column)
    if example is not None:
        schema["example"] = example
    return schema


def _holds(field: Field, *, sent: bool) -> Schema:
    if field.choices is not None:
        return {"type": "string", "enum": [member.value for member in field.choices]}
    match field.holds:
        case Holds.INTEGER:
            bounds = {"minimum": field.minimum, "maximum": field.maximum}
            known = {name: bound for name, bound in bounds.items() if bound is not None}
            return {"type": "integer", **known}
        case Holds.FLAG:
            return {"type": "boolean"}
        case Holds.REFERENCE:
            key: Schema = {"type": "string", "maxLength": 200}
            named = {"oneOf": [key, _TITLE]} if sent else key
            return {**named, "x-refers-to": field.target}
        case Holds.REFERENCES:
            key = {"type": "string"}
            items = {"oneOf": [key, _TITLE]} if sent else key
            return {"type": "array", "items": items, "x-refers-to": field.target}
    text: Schema = {"type": "string"}
    if field.max_length is not None:
        text["maxLength"] = field.max_length
    if field.required:
        text["minLength"] = 1
    return text


def _description(field: Field, column: Column) -> str:
    parts = [column.help]
    if column.unit:
        parts.append(f"Unit: {column.unit}.")
    if field.choices is not None:
        labels = [f"{m.value} = {m.label}" for m in field.choices if m.value != m.label]
        parts += [f"{'; '.join(labels)}."] if labels else []
    if field.target:
        many = field.holds is Holds.REFERENCES
        parts.append(f"{'Keys of rows' if many else 'The key of a row'} of {field.target}.")
    if field.format is not None:
        parts.append(f"Holds {field.format.expects}.")
    if field.unique:
        parts.append("No two rows have the same.")
    if column.powerha:
        parts.append(f"PowerHA: {column.powerha}.")
    return " ".join(parts)


def _example(field: Field, column: Column) -> object:
    """The declared example as it is stored; None where it names rows of some cluster."""
    if field.target or not column.example:
        return None
    try:
        return msgspec.to_builtins(value_of(Plan(), field, column.example))
    except CellError:
        return None
