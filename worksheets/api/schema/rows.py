"""Hands the row schemas to drf-spectacular as components."""

from __future__ import annotations

from functools import cache
from typing import Any

from drf_spectacular.extensions import OpenApiSerializerExtension
from drf_spectacular.openapi import AutoSchema
from rest_framework.serializers import Serializer

from worksheets.api.schema.row_schema import Form, Schema, row_schema
from worksheets.plan.plan_file import FORMAT, VERSION
from worksheets.sheets.registry import sheets
from worksheets.sheets.sheet import Sheet


class Described(Serializer):
    """Stands for a schema that is built, not declared field by field."""

    component = ""

    @classmethod
    def schema(cls, auto_schema: AutoSchema, direction: Any) -> Schema:
        raise NotImplementedError


class DescribedSchema(OpenApiSerializerExtension):
    """Called by drf-spectacular wherever an operation names a `Described`."""

    target_class = Described
    match_subclasses = True

    def get_name(self, auto_schema: AutoSchema, direction: Any) -> str:
        return self.target.component

    def map_serializer(self, auto_schema: AutoSchema, direction: Any) -> Schema:
        return self.target.schema(auto_schema, direction)


@cache
def row_type(sheet: Sheet, form: Form) -> type[Described]:
    """The serializer that stands for the rows of a worksheet."""

    class Row(Described):
        component = f"{sheet.row.__name__}{form.value}"

        @classmethod
        def schema(cls, auto_schema: AutoSchema, direction: Any) -> Schema:
            return row_schema(sheet, form)

    return Row


@cache
def rows_type(sheet: Sheet) -> type[Described]:
    """All rows of a worksheet, as the list of rows answers."""

    class Rows(Described):
        component = f"{sheet.row.__name__}Rows"

        @classmethod
        def schema(cls, auto_schema: AutoSchema, direction: Any) -> Schema:
            row = auto_schema.resolve_serializer(row_type(sheet, Form.READ), direction).ref
            return _object(
                worksheet={"type": "string", "enum": [sheet.slug]},
                rows={"type": "array", "items": row, "description": "In sheet order."},
                titles=_by_key("Readable name of each row by key."),
                etags=_by_key("ETag of each row by key, for If-Match."),
            )

    return Rows


class PlanFile(Described):
    """All worksheets of a cluster in one document."""

    component = "PlanFile"

    @classmethod
    def schema(cls, auto_schema: AutoSchema, direction: Any) -> Schema:
        lines = {}
        for slug, sheet in sheets().items():
            row = auto_schema.resolve_serializer(row_type(sheet, Form.LINE), direction).ref
            lines[slug] = {"type": "array", "items": row}
        schema = _object(
            format={"type": "string", "enum": [FORMAT]},
            version={"type": "integer", "minimum": 1, "maximum": VERSION},
            sheets={"type": "object", "properties": lines, "additionalProperties": False},
        )
        schema["description"] = "Rows by worksheet; cells that hold their default are left out."
        return schema


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "required": list(properties), "properties": properties}


def _by_key(description: str) -> Schema:
    return {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": description,
    }
