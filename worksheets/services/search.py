"""Making the entries of the search anew, for clusters that were written before it existed."""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import F

from worksheets.models import Cluster, Revision, SearchEntry
from worksheets.models.store import search_index
from worksheets.models.store.read import read_plan
from worksheets.models.store.search import refresh_entries
from worksheets.plan.plan import Plan


def rebuild_entries(cluster: Cluster) -> int:
    """Write all entries of a cluster's current revision anew and drop those of others.

    Returns their number. For the command line only: it asks for no person's right, and leaves no
    event, because it changes nothing that was planned.
    """
    with transaction.atomic():
        revisions = Revision.objects.select_for_update(of=("self",))
        current = revisions.get(cluster=cluster, cluster__current_id=F("id"))
        SearchEntry.objects.filter(revision__cluster=cluster).delete()
        refresh_entries(current.pk, Plan(), read_plan(current.pk))
        return SearchEntry.objects.filter(revision=current).count()


def ensure_index() -> bool:
    """Make PostgreSQL's index for the search, or False where the database cannot have it."""
    return search_index.install(connection)
