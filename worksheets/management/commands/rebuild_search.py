"""Makes what the search looks through anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from worksheets.models import Cluster
from worksheets.services.search import ensure_index, rebuild_entries


class Command(BaseCommand):
    help = "Makes the entries of the search anew for every cluster; run it after an update."

    def handle(self, *args: Any, **options: Any) -> None:
        if not ensure_index() and connection.vendor == "postgresql":
            self.stdout.write(
                "The database refuses the extension pg_trgm, so the search reads all entries. "
                "A superuser can make it: CREATE EXTENSION pg_trgm; then run this again."
            )
        clusters = entries = 0
        for cluster in Cluster.objects.order_by("pk").iterator():
            entries += rebuild_entries(cluster)
            clusters += 1
        self.stdout.write(f"{clusters} clusters, {entries} entries")
