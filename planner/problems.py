"""Refusals that a program reads: application/problem+json (RFC 9457)."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

MEDIA_TYPE = "application/problem+json"
PREFIX = "/api/"


def wants_problem(request: HttpRequest) -> bool:
    """Whether the address is one that programs ask, so that a page would be no answer."""
    return request.path_info.startswith(PREFIX)


def problem(
    status: int, detail: str, *, kind: str = "about:blank", title: str = "", **members: Any
) -> HttpResponse:
    """An answer with `type`, `title`, `status`, `detail` and further members.

    `kind` is the problem's type; without one the title is that of the status.
    """
    body = {
        "type": kind,
        "title": title or HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **members,
    }
    response = HttpResponse(json.dumps(body), status=status, content_type=MEDIA_TYPE)
    response["Cache-Control"] = "no-store"
    return response
