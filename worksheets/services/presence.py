"""Noting who has a cluster open."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone

from planner.accounts.models import User
from worksheets.models import Cluster, Presence
from worksheets.plan.markers import KEY_PATTERN
from worksheets.plan.rows import KINDS
from worksheets.queries.access import cluster_for
from worksheets.queries.presence import STAYS


def note_presence(*, actor: User, cluster_id: int, worksheet: str, row: str) -> Cluster:
    """Note that a person looks at a worksheet of a cluster now, and the row they edit, if any.

    What is no worksheet or cannot be a key is noted as none. Leaves no event and no new stamp:
    nothing that was planned changes. Lines of people who left are swept away on the way, in a
    statement of its own: in one transaction, two people who come back at the same moment would
    each hold the line that the other wants to sweep. Raises as `cluster_for` does.
    """
    cluster = cluster_for(actor, cluster_id)
    slug = worksheet if worksheet in KINDS else ""
    key = row if slug and re.match(KEY_PATTERN, row) else ""
    now = timezone.now()
    Presence.objects.bulk_create(
        [Presence(cluster=cluster, user=actor, worksheet=slug, row=key, seen_at=now)],
        update_conflicts=True,
        unique_fields=["cluster", "user"],
        update_fields=["worksheet", "row", "seen_at"],
    )
    left = now - timedelta(seconds=STAYS)
    Presence.objects.filter(cluster=cluster, seen_at__lt=left).delete()
    return cluster
