"""Judges every cluster by the rules, the policy and the other clusters as they are now."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from worksheets.models import Cluster
from worksheets.services.rejudge import rejudge_cluster, restore_claims_of


class Command(BaseCommand):
    help = (
        "Judges every cluster by the rules, the naming rules and the other clusters as they are "
        "now; run it after an update or when naming rules have changed."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        judged = changed = 0
        # All claims first: a cluster is judged by those of the others.
        for cluster in Cluster.objects.order_by("pk").iterator():
            restore_claims_of(cluster)
        for cluster in Cluster.objects.order_by("pk").iterator():
            verdict = rejudge_cluster(cluster)
            judged += 1
            if verdict.new or verdict.fixed:
                changed += 1
                self.stdout.write(
                    f"{cluster.name}: {len(verdict.new)} new, {len(verdict.fixed)} gone"
                )
        self.stdout.write(f"{judged} clusters judged, {changed} with changes")
