"""Files that pages hand out."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.text import slugify

from worksheets.models import Cluster
from worksheets.web.workspace import revision_of


def attachment(data: bytes, kind: str, cluster: Cluster, name: str) -> HttpResponse:
    """A file to keep, called after cluster and revision: small-r1-plan.json."""
    revision = revision_of(cluster)
    response = HttpResponse(data, content_type=kind)
    stem = f"{slugify(cluster.name) or 'cluster'}-r{revision.number}"
    response["Content-Disposition"] = f'attachment; filename="{stem}-{name}"'
    return response
