"""A design that every team may begin from."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class ClusterTemplate(models.Model):
    """A plan kept for the whole organisation.

    `content` is a plan file as it was when the template was made; it is read with `decode`, so
    a file of an older format is brought up to date at each use. `digest` is the SHA-256 of
    `content`. A retired template is offered to nobody and keeps its name.
    """

    name = models.CharField(max_length=64, unique=True)
    description = models.TextField(max_length=2000, blank=True)
    content = models.TextField()
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
