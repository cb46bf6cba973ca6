"""How one operation is described: what it takes, answers and refuses with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema

from planner.problems import MEDIA_TYPE
from worksheets.api.schema.resources import Problem

REFUSALS = {
    400: "The request cannot be read: damaged JSON, or a parameter that chooses nothing.",
    401: "No token and no session, or one that no longer holds.",
    403: "Your roles in the team, or your token, do not let you do this.",
    404: "There is no such thing, or it is not yours to see.",
    406: "Only JSON can be had.",
    409: "Other rows refer to this row; `errors` names them.",
    412: "It has changed since you read it; `current` is the row as it stands.",
    413: "The body is larger than 16 MiB.",
    415: "The body is not JSON.",
    422: "Something cannot be stored; `errors` names each cell. Nothing was stored.",
    428: "If-Match is missing.",
    429: "Too many requests; wait as long as Retry-After says (seconds).",
}
READ = (401, 404, 406, 429)
MADE = (400, 401, 403, 404, 406, 413, 415, 422, 429)
CHANGED = (400, 401, 403, 404, 406, 412, 413, 415, 422, 428, 429)
DELETED = (401, 403, 404, 406, 409, 412, 422, 428, 429)

CLUSTER = OpenApiParameter(
    "cluster_id", int, OpenApiParameter.PATH, description="Id of the cluster."
)
IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    required=True,
    description="ETag of your last read, quotation marks included, or * for whatever is stored.",
)
IF_MATCH_OR_NONE = (
    OpenApiParameter("If-Match", str, OpenApiParameter.HEADER, description=IF_MATCH.description),
    OpenApiParameter(
        "If-None-Match",
        str,
        OpenApiParameter.HEADER,
        description="* makes the row under this key, and only if there is none yet.",
    ),
)
IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match",
    str,
    OpenApiParameter.HEADER,
    description="ETag of what you hold: 304 without a body while it still is so.",
)


def query(name: str, description: str, allowed: Sequence[str] = ()) -> OpenApiParameter:
    """A parameter behind the question mark."""
    enum = list(allowed) or None
    return OpenApiParameter(name, str, description=description, enum=enum)


def operation(
    name: str,
    tag: str,
    summary: str,
    *,
    answers: dict[int, Any],
    refusals: Sequence[int] = READ,
    body: Any = None,
    parameters: Sequence[OpenApiParameter] = (),
    description: str = "",
) -> Any:
    """The decorator that describes an operation. `answers`: documents by status."""
    reads = 200 in answers and body is None
    found: dict[Any, Any] = {}
    for status, document in answers.items():
        words = {200: "As it is now.", 201: "Made.", 204: "Deleted."}[status]
        found[status] = OpenApiResponse(document, description=words)
    if reads:
        found[304] = OpenApiResponse(description="What you hold is still so.")
        parameters = [*parameters, IF_NONE_MATCH]
    for status in refusals:
        found[status, MEDIA_TYPE] = OpenApiResponse(Problem, description=REFUSALS[status])
    return extend_schema(
        operation_id=name,
        tags=[tag],
        summary=summary,
        description=description,
        request=body,
        responses=found,
        parameters=[*parameters, *_headers(answers)],
    )


def _headers(answers: dict[int, Any]) -> list[OpenApiParameter]:
    tagged = [status for status in answers if status != 204]
    headers = []
    if tagged:
        headers.append(
            OpenApiParameter(
                "ETag",
                str,
                OpenApiParameter.HEADER,
                response=tagged,
                description="Changes with what it names; send it back as If-Match.",
            )
        )
    if 201 in answers:
        headers.append(
            OpenApiParameter(
                "Location",
                str,
                OpenApiParameter.HEADER,
                response=[201],
                description="Address of what was made.",
            )
        )
    return headers
