"""The OpenAPI document, made once per process, and its address."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from django.http import HttpResponse
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from worksheets.api.base import ApiView
from worksheets.queries.tags import tag_of

YAML = "application/yaml"


class TokenScheme(OpenApiAuthenticationExtension):
    """How tokens are described."""

    target_class = "planner.accounts.api_access.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "A token made at /account/tokens/. A read-only token reads.",
        }


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document as Python objects; not to be changed."""
    return SchemaGenerator().get_schema(request=None, public=True)


class _Renderer(BaseRenderer):
    """Only names a media type; the view writes the bytes."""

    def render(self, data: Any, *args: Any, **kwargs: Any) -> bytes:
        return bytes(data)


class _Json(_Renderer):
    media_type = "application/json"
    format = "json"


class _Yaml(_Renderer):
    media_type = YAML
    format = "yaml"


@extend_schema(exclude=True)
class SchemaView(ApiView):
    """The document: JSON, or YAML when Accept asks for application/yaml."""

    renderer_classes = [_Json, _Yaml]

    def get(self, request: Request) -> HttpResponse:
        kind = request.accepted_renderer.media_type
        body = _bytes(kind)
        response = self.answer_bytes(request, body, tag=tag_of(body))
        if response.status_code == 200:
            response["Content-Type"] = kind
        return response


@cache
def _bytes(kind: str) -> bytes:
    if kind == YAML:
        return bytes(OpenApiYamlRenderer().render(document()))
    return msgspec.json.encode(document())
