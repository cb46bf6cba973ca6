"""The description as a page: plain HTML made from the OpenAPI document."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from planner.accounts.tokens import DEFAULT_DAYS, LONGEST_DAYS
from worksheets.api.problems import KINDS
from worksheets.api.schema.document import document
from worksheets.api.schema.operations import REFUSALS
from worksheets.sheets.registry import sheets

_METHODS = ("get", "post", "put", "patch", "delete")
_ROWS = "rows: "


class Operation(NamedTuple):
    """One operation; `body` and `answer` are names of types."""

    method: str
    path: str
    name: str
    summary: str
    description: str
    parameters: list[dict[str, Any]]
    body: str
    answer: str
    statuses: list[tuple[str, str]]


class Type(NamedTuple):
    """A type with its properties: name, what it holds, whether required, what it means."""

    name: str
    description: str
    properties: list[tuple[str, str, bool, str]]


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """All operations, then all worksheets with their columns, then the other types."""
    return render(request, "api/docs.html", _context())


@cache
def _context() -> dict[str, Any]:
    tags = _operations()
    first = next(iter(sheets()))
    rows = {
        sheet.title: (tags.pop(f"{_ROWS}{sheet.title}"), _type(f"{sheet.row.__name__}Input"))
        for sheet in sheets().values()
    }
    of_sheets = {name for s in sheets().values() for name in _names(s.row.__name__)}
    components = document()["components"]["schemas"]
    return {
        "tags": tags,
        "rows": rows,
        "pattern": [_as_pattern(op, first) for op in rows[sheets()[first].title][0]],
        "types": [_type(name) for name in components if name not in of_sheets],
        "kinds": KINDS,
        "refusals": REFUSALS,
        "days": DEFAULT_DAYS,
        "longest_days": LONGEST_DAYS,
    }


def _names(kind: str) -> list[str]:
    return [f"{kind}{ending}" for ending in ("", "Input", "Patch", "Line", "Rows")]


def _operations() -> dict[str, list[Operation]]:
    """Operations by tag."""
    found: dict[str, list[Operation]] = {}
    for path, item in document()["paths"].items():
        for method in _METHODS:
            if method in item:
                operation = _operation(method, path, item[method])
                found.setdefault(item[method]["tags"][0], []).append(operation)
    return found


def _operation(method: str, path: str, described: dict[str, Any]) -> Operation:
    responses = described["responses"]
    answer = next((r for status, r in responses.items() if status in ("200", "201")), {})
    return Operation(
        method=method.upper(),
        path=path,
        name=described["operationId"],
        summary=described["summary"],
        description=described.get("description", ""),
        parameters=described.get("parameters", []),
        body=_content(described.get("requestBody", {})),
        answer=_content(answer),
        statuses=[(status, r["description"]) for status, r in sorted(responses.items())],
    )


def _as_pattern(operation: Operation, slug: str) -> Operation:
    """The same operation with the worksheet as a variable, as all worksheets have it."""
    path = operation.path.replace(f"/worksheets/{slug}/", "/worksheets/{worksheet}/")
    return operation._replace(path=path, body="", answer="")


def _content(message: dict[str, Any]) -> str:
    for media in message.get("content", {}).values():
        return _words(media["schema"])
    return ""


def _type(name: str) -> Type:
    schema = document()["components"]["schemas"][name]
    required = schema.get("required", [])
    properties = [
        (key, _words(value), key in required, value.get("description", ""))
        for key, value in schema.get("properties", {}).items()
    ]
    description = schema.get("description", "")
    if "oneOf" in schema:
        description = f"{_words(schema)}. {description}"
    return Type(name, description, properties)


def _words(schema: dict[str, Any]) -> str:
    """What a schema allows, in a few words."""
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "allOf" in schema:
        return _words(schema["allOf"][0])
    if "oneOf" in schema:
        return " or ".join(dict.fromkeys(_words(part) for part in schema["oneOf"]))
    if "enum" in schema:
        return "one of " + ", ".join("null" if v is None else str(v) for v in schema["enum"])
    kind = schema.get("type", "any JSON")
    if kind == "array":
        kind = f"list of {_words(schema['items'])}"
    if kind == "object" and "title" in schema.get("properties", {}):
        kind = '{"title": name}'
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        kind += f" {low:,} to {high:,}"
    if "maxLength" in schema:
        kind += f", at most {schema['maxLength']:,} characters"
    return f"{kind}, or null" if schema.get("nullable") else kind
