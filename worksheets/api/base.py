"""What all answers of the interface have in common."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import Http404, HttpResponse
from django.utils.cache import patch_vary_headers
from rest_framework.request import Request
from rest_framework.views import APIView

from worksheets.api.conditions import is_known
from worksheets.models import Cluster, Revision
from worksheets.queries.access import cluster_for
from worksheets.queries.tags import tag_of
from worksheets.queries.workbook import Workbook, open_workbook


class ApiView(APIView):
    """A view whose reads carry an ETag and answer If-None-Match with 304."""

    def options(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """The framework adds which methods there are."""
        return HttpResponse(status=204)

    def answer(
        self, request: Request, data: Any, *, status: int = 200, tag: str | None = None
    ) -> HttpResponse:
        """`data` as JSON. Without `tag`, the ETag is that of the bytes."""
        return self.answer_bytes(request, msgspec.json.encode(data), status=status, tag=tag)

    def answer_bytes(
        self, request: Request, body: bytes, *, status: int = 200, tag: str | None = None
    ) -> HttpResponse:
        """JSON that is encoded already."""
        tag = tag or tag_of(body)
        if request.method in ("GET", "HEAD") and is_known(request, tag):
            response = HttpResponse(status=304)
            # A 304 has no content, so it has no type either.
            del response["Content-Type"]
        else:
            response = HttpResponse(body, status=status, content_type="application/json")
        response["ETag"] = tag
        response["Cache-Control"] = "private, no-cache"
        patch_vary_headers(response, ["Authorization"])
        return response


def opened(request: Request, cluster_id: int) -> tuple[Cluster, Revision, Workbook]:
    """A cluster that the caller may see, its current revision and its workbook."""
    cluster = cluster_for(request.user, cluster_id)
    if cluster.current is None:
        raise Http404("There is no such cluster, or it is not yours to see.")
    return cluster, cluster.current, open_workbook(cluster.current)
