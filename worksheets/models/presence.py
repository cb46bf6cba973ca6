"""Who has which cluster open."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Presence(models.Model):
    """Where a person was last seen in a cluster; one line per person and cluster.

    `worksheet` is empty on pages that are no worksheet, `row` is the key of the row in an open
    editor. In the database, so that every server process sees the same without a further service.
    """

    cluster = models.ForeignKey(
        "Cluster", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    worksheet = models.CharField(max_length=64, blank=True)
    row = models.CharField(max_length=64, blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cluster", "user"], name="presence_once_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.cluster_id}"
