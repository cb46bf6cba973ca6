"""The plan file described as JSON Schema (draft 2020-12), made from the row classes.

What a schema cannot say is said in words: that a text is the key of a row of another worksheet, or
that it is an address. Such things are checked when the file is read.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from worksheets.plan.choice import Choice
from worksheets.plan.fields import Field, Holds
from worksheets.plan.integrity import SINGLE_KEY
from worksheets.plan.plan_file import FORMAT, VERSION
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Column, Sheet

SCHEMA_NAME = "plan.schema.json"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_KEY_HELP = (
    "Identity of the row for life: small letters, digits, points, hyphens and underscores. Other "
    "rows refer to it by this key."
)


def schema_bytes() -> bytes:
    """The schema as UTF-8 JSON, laid out for people."""
    return msgspec.json.format(msgspec.json.encode(plan_schema()), indent=2) + b"\n"


@cache
def plan_schema() -> dict[str, Any]:
    """The schema of plan files of this version."""
    rows = [sheet.row for sheet in sheets().values()]
    _, components = msgspec.json.schema_components(rows, ref_template="#/$defs/{name}")
    schema = {
        "$schema": _DRAFT,
        "title": "Plan of a PowerHA SystemMirror cluster",
        "description": "Worksheets by name, each a list of rows. Columns that are left out are "
        "not answered, or take their default.",
        "type": "object",
        "properties": {
            "$schema": {"type": "string", "description": "Where this schema is, if one likes."},
            "format": {"const": FORMAT},
            "version": {"const": VERSION, "description": "Version of the format."},
            "sheets": {
                "type": "object",
                "properties": {slug: _rows(sheet) for slug, sheet in sheets().items()},
                "required": [ClusterOptions.slug],
                "additionalProperties": False,
            },
        },
        "required": ["format", "version", "sheets"],
        "$defs": components
        | {
            sheet.row.__name__: _row(sheet, components[sheet.row.__name__])
            for sheet in sheets().values()
        },
    }
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(schema))
    return plain


def _rows(sheet: Sheet) -> dict[str, Any]:
    described: dict[str, Any] = {
        "title": sheet.title,
        "description": sheet.lead,
        "type": "array",
        "items": {"$ref": f"#/$defs/{sheet.row.__name__}"},
    }
    return described | {"minItems": 1, "maxItems": 1} if sheet.single else described


def _row(sheet: Sheet, made: dict[str, Any]) -> dict[str, Any]:
    """What msgspec says of a row class, in the order and the words of its worksheet."""
    key = {"const": SINGLE_KEY} if sheet.single else _portable(made["properties"]["key"])
    properties = {"key": {"title": "Key", "description": _KEY_HELP, **key}}
    for column in sheet.all_columns:
        field = sheet.fields[column.name]
        properties[column.name] = {
            "title": column.label,
            "description": _described(column, field),
            **made["properties"][column.name],
        }
    return {
        "title": sheet.singular,
        "type": "object",
        "properties": properties,
        "required": made["required"],
        "additionalProperties": False,
    }


def _portable(key: dict[str, Any]) -> dict[str, Any]:
    # Only Python knows \Z; $ means the same in the dialect of JSON Schema.
    return {**key, "pattern": key["pattern"].replace(r"\Z", "$")}


def _described(column: Column, field: Field) -> str:
    words = [column.help]
    if field.target:
        title = sheets()[field.target].title
        what = "Keys of rows" if field.holds is Holds.REFERENCES else "Key of a row"
        words.append(f"{what} of the worksheet {title} ({field.target}).")
    elif field.choices is not None:
        words.append("; ".join(map(_choice, field.choices)) + ".")
    elif field.format is not None:
        words.append(f"Holds {field.format.expects}.")
    if column.unit:
        words.append(f"Unit: {column.unit}.")
    if column.powerha:
        words.append(f"PowerHA: {column.powerha}.")
    return " ".join(words)


def _choice(member: Choice) -> str:
    return member.value if member.value == member.label else f"{member.value}: {member.label}"
