"""What the rules say about a revision, as of its last write."""

from __future__ import annotations

from django.db import models


class Finding(models.Model):
    """A stored finding; `content` is the JSON of `rules.finding.Finding`.

    `identity` stays while the same rule complains about the same place, so `since` tells for
    how long.
    """

    revision = models.ForeignKey("Revision", on_delete=models.CASCADE, related_name="findings")
    identity = models.CharField(max_length=32)
    rule = models.CharField(max_length=64)
    severity = models.CharField(max_length=10)
    content = models.TextField()
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "identity"], name="finding_once")
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.identity}"
