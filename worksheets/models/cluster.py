"""The thing planned."""

from __future__ import annotations

from django.db import models


class Cluster(models.Model):
    """A cluster, owned by a team.

    Name, environment and owner are copies from the cluster worksheet of the current revision,
    kept by the services so that the portfolio reads one table.
    """

    team = models.ForeignKey("accounts.Team", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=64)
    environment = models.CharField(max_length=20)
    owner = models.CharField(max_length=200, blank=True)
    current = models.OneToOneField(
        "worksheets.Revision", on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "name"], name="cluster_name_once_per_team")
        ]
        indexes = [models.Index(fields=["name", "id"], name="cluster_by_name")]

    def __str__(self) -> str:
        return self.name
