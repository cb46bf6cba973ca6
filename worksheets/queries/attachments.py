"""The files attached to a cluster and its rows."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Count, QuerySet, Sum
from django.http import Http404

from planner.accounts.models import User
from worksheets.models import Attachment, Cluster
from worksheets.plan.plan import Plan
from worksheets.queries.access import cluster_for
from worksheets.sheets.registry import sheets


class Place(NamedTuple):
    """A row with its attachments: worksheet, its title, and what the row is, or was, called."""

    slug: str
    sheet: str
    key: str
    title: str
    attachments: tuple[Attachment, ...]


class Listing(NamedTuple):
    """Attachments of the cluster itself, of its rows in planning order, and of deleted rows."""

    cluster: tuple[Attachment, ...]
    rows: tuple[Place, ...]
    gone: tuple[Place, ...]


def counts(cluster_id: int, slug: str) -> dict[str, int]:
    """How many files are attached to each row of a worksheet, by key; one query."""
    found = Attachment.objects.filter(cluster_id=cluster_id, worksheet=slug)
    return dict(found.values_list("key").annotate(number=Count("pk")).order_by())


def bytes_used(cluster_id: int) -> int:
    """Bytes that all attachments of a cluster have together."""
    return Attachment.objects.filter(cluster_id=cluster_id).aggregate(n=Sum("size"))["n"] or 0


def listing(cluster: Cluster, plan: Plan) -> Listing:
    """All attachments of a cluster without their content; one query."""
    found: dict[tuple[str, str], list[Attachment]] = {}
    for attachment in _without_content().filter(cluster=cluster):
        found.setdefault((attachment.worksheet, attachment.key), []).append(attachment)
    rows, gone = [], []
    own = tuple(found.pop(("", ""), ()))
    for sheet in sheets().values():
        titles = plan.titles(sheet.row)
        for key in titles:
            some = found.pop((sheet.slug, key), None)
            if some:
                rows.append(Place(sheet.slug, sheet.title, key, titles[key], tuple(some)))
    for (slug, key), some in found.items():
        known = sheets().get(slug)
        title = max(some, key=lambda attachment: attachment.uploaded_at).row_title
        gone.append(Place(slug, known.title if known else slug, key, title, tuple(some)))
    return Listing(own, tuple(rows), tuple(gone))


def attachment_for(user: User, cluster_id: int, attachment_id: int) -> Attachment:
    """An attachment that the person may see, with who uploaded it; its content is read on demand.

    Raises Http404.
    """
    cluster = cluster_for(user, cluster_id)
    found = _without_content().filter(cluster=cluster, pk=attachment_id).first()
    if found is None:
        raise Http404("There is no such attachment; it may have been removed.")
    return found


def _without_content() -> QuerySet[Attachment]:
    attachments = Attachment.objects.select_related("uploaded_by").defer("content")
    return attachments.order_by("name", "pk")
