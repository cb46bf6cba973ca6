"""Reading what a request brings."""

from __future__ import annotations

from typing import Any

import msgspec
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser
from rest_framework.request import Request


class Json(BaseParser):
    """JSON of any kind of value. Raises ParseError, also for what is nested too deeply."""

    media_type = "application/json"

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        try:
            return msgspec.json.decode(stream.read())
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
            text = str(error).replace("`", "")
            raise ParseError(f"The body is not JSON that can be read: {text}.") from None


class MergePatch(Json):
    """JSON merge patches (RFC 7396): null empties a cell, what is left out stays."""

    media_type = "application/merge-patch+json"


def json_object(request: Request) -> dict[str, Any]:
    """The body, which must be a JSON object; raises ParseError."""
    data = request.data
    if not isinstance(data, dict):
        raise ParseError("The body must be a JSON object: {...}.")
    return data
