"""Ends the waivers whose review date has passed; meant to run every night."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from worksheets.models import Cluster
from worksheets.services.waivers import end_due_waivers


class Command(BaseCommand):
    help = (
        "Ends the waivers whose review date has passed, so that their findings count as open "
        "again in the portfolio. Run it every night."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        due = Cluster.objects.filter(waivers__review_by__lt=timezone.localdate()).distinct()
        total = 0
        for cluster in due.order_by("pk"):
            ended = end_due_waivers(cluster)
            total += ended
            if ended:
                self.stdout.write(f"{cluster.name}: {ended} ended")
        self.stdout.write(f"{total} waivers ended")
