"""The last writes to a revision, kept so that they can be undone."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Change(models.Model):
    """One write; `content` is the JSON of `plan.change_log.Entry`.

    `undoes` is the write that this one took back: what is in effect follows from these links
    alone, no entry is ever changed. Only the newest of a revision are kept; the event log keeps
    everything.
    """

    revision = models.ForeignKey("Revision", on_delete=models.CASCADE, related_name="changes")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    label = models.CharField(max_length=200)
    content = models.TextField()
    undoes = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["revision", "-id"], name="change_by_revision")]

    def __str__(self) -> str:
        return self.label
