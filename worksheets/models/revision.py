"""One state of a cluster's worksheets."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models


class Revision(models.Model):
    """A revision; worksheet rows belong to exactly one.

    `stamp` changes with every write and names one content for ever: what has been worked out
    for a stamp stays true. `writes` counts them: a row that is added begins with a version above
    any that a row of the same key can have had before. The counts are those of the last judgement
    without the findings that are waived; `waived_until`: the first day on which one of those
    waivers is due for review, when the counts have to be made again. `judged_by`: the rulebook of
    the last judgement (`rules.rulebook`), empty for one older than the column.
    """

    cluster = models.ForeignKey("Cluster", on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    writes = models.PositiveIntegerField(default=0)
    stamp = models.UUIDField(default=uuid.uuid4)
    created_at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField()
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    rows = models.PositiveIntegerField(default=0)
    blockers = models.PositiveIntegerField(default=0)
    warnings = models.PositiveIntegerField(default=0)
    advice = models.PositiveIntegerField(default=0)
    spofs = models.PositiveIntegerField(default=0)
    waived = models.PositiveIntegerField(default=0)
    waived_until = models.DateField(null=True)
    judged_by = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cluster", "number"], name="revision_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.cluster} r{self.number}"

    @property
    def label(self) -> str:
        return f"draft r{self.number}"
